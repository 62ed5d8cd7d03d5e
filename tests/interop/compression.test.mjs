// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Compression with other people's clients: ws with permessage-deflate, undici's WebSocket, fetch, eventsource and curl.

import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import { test } from "node:test";
import zlib from "node:zlib";
import WebSocket from "ws";

import { startHub, until } from "../support/hub.mjs";

const prices = { type: "prices", data: Array.from({ length: 60 }, (_, i) => ({ symbol: `S${i}`, bid: 100 + i, ask: 101 + i })) };

for (const [name, deflate, field] of [
    ["as offered by default", {}, /^permessage-deflate; server_no_context_takeover; client_no_context_takeover$/],
    ["with a small window", { serverMaxWindowBits: 9 }, /server_max_window_bits=9/],
    ["with the smallest window", { serverMaxWindowBits: 8 }, /server_max_window_bits=8/],
]) {
    test(`ws with permessage-deflate, ${name}`, async (t) => {
        const hub = await startHub(t);
        const token = await hub.token();
        const publish = await hub.publisher();
        const socket = new WebSocket(`ws://127.0.0.1:${hub.port}/ws?clientId=tab&token=${token}`, { perMessageDeflate: { threshold: 0, ...deflate } });
        const messages = [];
        let answer;
        socket.on("upgrade", ({ headers }) => { answer = headers["sec-websocket-extensions"]; });
        socket.on("message", (data) => messages.push(JSON.parse(data)));
        await once(socket, "open");
        assert.match(answer, field);
        await publish({ to: "user:alice", ...prices });
        await publish({ to: "user:alice", type: "small", data: 1 });
        await until(() => messages.some(({ type }) => type === "small"), "both have come");
        assert.deepEqual(messages.find(({ type }) => type === "prices").data, prices.data);
        // What the client compresses is understood.
        socket.send(JSON.stringify({ type: "chat:send", ref: "1", payload: { participants: ["alice"], text: "ä".repeat(5000) } }));
        await until(() => messages.some(({ type, data }) => type === "hub.ack" && data.ref === "1"), "it is acknowledged");
        await until(() => messages.some(({ type, data }) => type === "chat:message" && data.text?.length === 5000), "and comes back");
        const [row] = await hub.admin("GET", "/api/clients");
        assert.equal(row.compression, "permessage-deflate");
        assert.ok(row.bytesSaved > 1000, `${row.bytesSaved}`);
        socket.close();
    });
}

test("a bomb ends with 1009, and the hub goes on", async (t) => {
    const hub = await startHub(t);
    const token = await hub.token();
    const socket = new WebSocket(`ws://127.0.0.1:${hub.port}/ws?token=${token}`, { perMessageDeflate: { threshold: 0 } });
    socket.on("error", () => {}); // its last octets may find nobody
    await once(socket, "open");
    socket.send(Buffer.alloc(200 * 1024 * 1024), { binary: false });
    const [code] = await once(socket, "close");
    assert.equal(code, 1009);
    assert.equal((await hub.get("/healthz")).status, 200);
});

test("without an offer nothing is compressed", async (t) => {
    const hub = await startHub(t);
    const token = await hub.token();
    const socket = new WebSocket(`ws://127.0.0.1:${hub.port}/ws?token=${token}`, { perMessageDeflate: false });
    let answer = "none";
    socket.on("upgrade", ({ headers }) => { answer = headers["sec-websocket-extensions"]; });
    await once(socket, "open");
    assert.equal(answer, undefined);
    socket.close();
});

/** A stream's octets as they are on the wire, and what they say. */
async function openStream(hub, coding) {
    const token = await hub.token();
    const headers = coding ? { "Accept-Encoding": coding } : {};
    const stream = await new Promise((resolve) => http.get(`${hub.url}/api/events?token=${token}`, { headers, agent: false }, resolve));
    const got = { headers: stream.headers, octets: 0, text: "", ended: false, stream };
    stream.on("data", (piece) => { got.octets += piece.length; });
    const plain = stream.headers["content-encoding"] === "gzip" ? stream.pipe(zlib.createGunzip()) : stream;
    plain.setEncoding("utf8").on("data", (piece) => { got.text += piece; }).on("end", () => { got.ended = true; });
    got.plain = plain;
    return got;
}

test("an event stream in gzip is flushed with each event, smaller, and ends as gzip ends", async (t) => {
    const hub = await startHub(t);
    const publish = await hub.publisher();
    const gzip = await openStream(hub, "gzip, deflate, br"), plain = await openStream(hub);
    assert.equal(gzip.headers["content-encoding"], "gzip");
    assert.match(gzip.headers.vary, /accept-encoding/);
    assert.equal(plain.headers["content-encoding"], undefined);
    for (let i = 1; i <= 20; ++i) {
        await publish({ to: "user:alice", ...prices });
        await until(() => gzip.text.split("event: prices").length > i, `event ${i} has come`);
    }
    await until(() => plain.text.split("event: prices").length > 20, "all have come in clear");
    const [gain] = (await hub.admin("GET", "/api/clients")).filter(({ compression }) => compression === "gzip");
    assert.ok(gain.bytesSaved > 20_000, `${gain.bytesSaved}`);
    assert.ok(gzip.octets < plain.octets / 3, `${gzip.octets} of ${plain.octets}`);
    let failed;
    gzip.plain.on("error", (error) => { failed = error; });
    await hub.stop();
    await until(() => gzip.ended || failed, "the stream ends");
    assert.equal(failed, undefined);
    const events = ({ text }) => text.slice(text.indexOf(": ping")).replace(/retry: \d+/g, ""); // each has a name and a pause of its own
    assert.equal(events(gzip), events(plain));
});

test("no gzip where it is refused", async (t) => {
    const hub = await startHub(t);
    for (const coding of ["br", "identity", "gzip;q=0", "deflate"]) {
        const stream = await openStream(hub, coding);
        assert.equal(stream.headers["content-encoding"], undefined, coding);
        stream.stream.destroy();
    }
});

test("polls are compressed as asked, and small ones are not", async (t) => {
    const hub = await startHub(t);
    const token = await hub.token();
    const publish = await hub.publisher();
    await publish({ to: "user:alice", ...prices });
    const poll = (coding, query = "cursor=earliest") => new Promise((resolve) => http.get(`${hub.url}/api/poll?timeout=0&${query}&token=${token}`,
        { headers: { "Accept-Encoding": coding }, agent: false }, async (answer) => {
            const pieces = [];
            for await (const piece of answer)
                pieces.push(piece);
            resolve({ coding: answer.headers["content-encoding"], vary: answer.headers.vary, octets: Buffer.concat(pieces) });
        }));
    const plain = await poll("identity"), gzip = await poll("gzip, deflate"), deflate = await poll("gzip;q=0.5, deflate;q=0.9");
    assert.equal(plain.coding, undefined);
    assert.equal(gzip.coding, "gzip");
    assert.equal(deflate.coding, "deflate");
    assert.match(plain.vary, /accept-encoding/);
    assert.ok(gzip.octets.length < plain.octets.length / 3);
    assert.deepEqual(JSON.parse(zlib.gunzipSync(gzip.octets)).events, JSON.parse(plain.octets).events);
    assert.deepEqual(JSON.parse(zlib.inflateSync(deflate.octets)).events, JSON.parse(plain.octets).events);
    assert.equal((await poll("gzip", "")).coding, undefined);
});
