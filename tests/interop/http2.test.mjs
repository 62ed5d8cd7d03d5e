// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP/2 with prior knowledge, by other people's clients: Node's http2, curl, nghttp and h2load where they are installed.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import http2 from "node:http2";
import { test } from "node:test";
import { promisify } from "node:util";
import { eventsIn } from "../support/eventstream.mjs";
import { startHub, until } from "../support/hub.mjs";

const run = promisify(execFile);

/** The program's output, or null where it isn't installed. */
async function runIfThere(program, ...args) {
    try {
        return (await run(program, args, { timeout: 60000 })).stdout;
    } catch (error) {
        if (error.code === "ENOENT")
            return null;
        throw error;
    }
}

function connect(t, hub) {
    const session = http2.connect(hub.url);
    session.on("error", () => {});
    t.after(() => session.destroy());
    return session;
}

/** A whole answer. */
async function fetch2(session, headers, body) {
    const stream = session.request(headers);
    stream.end(body);
    const answered = new Promise((resolve, reject) => {
        stream.on("response", resolve);
        stream.on("error", reject);
    });
    const head = await answered;
    let text = "";
    stream.setEncoding("utf8");
    for await (const piece of stream)
        text += piece;
    return { status: head[":status"], headers: head, text };
}

/** An event stream: its events so far, and the stream. */
function listen(session, path, headers = {}) {
    const stream = session.request({ ":path": path, accept: "text/event-stream", ...headers });
    const opened = { stream, text: "", ended: false, code: null };
    stream.setEncoding("utf8");
    stream.on("data", (piece) => { opened.text += piece; });
    stream.on("error", () => {});
    stream.on("close", () => { opened.ended = true; opened.code = stream.rstCode; });
    stream.on("response", (head) => { opened.head = head; });
    opened.events = () => eventsIn(opened.text);
    opened.got = (type, count = 1) => until(() => {
        const found = opened.events().filter((event) => event.type === type);
        return found.length >= count && found;
    }, `${count} × ${type}`);
    return opened;
}

test("every endpoint answers over HTTP/2", async (t) => {
    const hub = await startHub(t), session = connect(t, hub), token = await hub.token({ publish: ["*"], admin: true });
    const authorization = `Bearer ${token}`;
    const page = await fetch2(session, { ":path": "/" });
    assert.equal(page.status, 200);
    assert.match(page.text, /<html/i);
    assert.equal(page.headers.connection, undefined);
    assert.equal((await fetch2(session, { ":path": "/healthz", ":method": "HEAD" })).text, "");
    assert.equal((await fetch2(session, { ":path": "/nothing" })).status, 404);
    assert.equal((await fetch2(session, { ":path": "/api/publish", authorization })).status, 405);
    assert.equal((await fetch2(session, { ":path": "/api/events" })).status, 401);
    const published = await fetch2(session, { ":method": "POST", ":path": "/api/publish", authorization },
        JSON.stringify({ to: "room:lobby", type: "x", data: 1 }));
    assert.equal(published.status, 200);
    const poll = await fetch2(session, { ":path": "/api/poll?cursor=earliest&room=lobby&timeout=5", authorization });
    assert.equal(JSON.parse(poll.text).events[0].type, "x");
    const preflight = await fetch2(session, { ":method": "OPTIONS", ":path": "/api/events", origin: "http://localhost:3000" });
    assert.equal(preflight.status, 204);
    assert.equal((await fetch2(session, { ":path": "/metrics" })).status, 200);
    // A body that is larger than all windows together.
    const large = JSON.stringify({ to: "room:lobby", type: "x", data: "y".repeat(9 * 1024 * 1024) });
    assert.equal((await fetch2(session, { ":method": "POST", ":path": "/api/publish", authorization }, large)).status, 413);
    assert.equal((await fetch2(session, { ":path": "/healthz" })).status, 200); // the connection lives
});

test("Expect: 100-continue", async (t) => {
    const hub = await startHub(t), session = connect(t, hub), token = await hub.token({ publish: ["*"] });
    const stream = session.request({ ":method": "POST", ":path": "/api/publish", authorization: `Bearer ${token}`, expect: "100-continue" });
    stream.on("continue", () => stream.end(JSON.stringify({ to: "*", type: "x" })));
    const [head] = await new Promise((resolve) => stream.on("response", (...args) => resolve(args)));
    assert.equal(head[":status"], 200);
    stream.close();
});

test("a hundred event streams over one connection", async (t) => {
    const hub = await startHub(t), session = connect(t, hub), token = await hub.token(), publish = await hub.publisher();
    const streams = Array.from({ length: 100 }, (_, i) => listen(session, `/api/events?room=lobby&clientId=c${i}&token=${token}`));
    await Promise.all(streams.map((stream) => stream.got("hub.welcome")));
    assert.equal(streams[0].head["content-type"], "text/event-stream");
    assert.equal(streams[0].head.connection, undefined);
    const rows = await hub.admin("GET", "/api/clients");
    assert.equal(rows.length, 100);
    assert.ok(rows.every((row) => row.http === "2" && row.protocol === "sse"));
    assert.equal((await hub.admin("GET", "/api/hub")).connections.sse, 100);
    for (let i = 0; i < 20; ++i)
        await publish({ to: "room:lobby", type: "tick", data: i });
    for (const stream of streams) {
        const ticks = await stream.got("tick", 20);
        assert.deepEqual(ticks.map((event) => event.data), Array.from({ length: 20 }, (_, i) => i));
    }
});

test("a reset frees the subscription at once, its siblings go on", async (t) => {
    const hub = await startHub(t), session = connect(t, hub), token = await hub.token(), publish = await hub.publisher();
    const leaving = listen(session, `/api/events?room=lobby&clientId=leaving&token=${token}`);
    const staying = listen(session, `/api/events?room=lobby&clientId=staying&token=${token}`);
    await Promise.all([leaving.got("hub.welcome"), staying.got("hub.welcome")]);
    leaving.stream.close(http2.constants.NGHTTP2_CANCEL);
    await until(async () => (await hub.admin("GET", "/api/hub")).connections.sse === 1, "one has left");
    assert.equal((await publish({ to: "room:lobby", type: "x", data: 1 })).receivers.sse, 1);
    await staying.got("x");
});

test("a stream that is not read is dropped as slow, its siblings get everything", async (t) => {
    const hub = await startHub(t, "--queue-limit", "64KiB", "--max-event", "16KiB");
    const session = connect(t, hub), token = await hub.token(), publish = await hub.publisher();
    const stalled = session.request({ ":path": `/api/events?room=lobby&clientId=stalled&token=${token}` });
    const closed = new Promise((resolve) => stalled.on("close", () => resolve(stalled.rstCode)));
    stalled.on("error", () => {});
    await new Promise((resolve) => stalled.on("response", resolve)); // and nothing reads it
    const reading = listen(session, `/api/events?room=lobby&clientId=reading&token=${token}`);
    await reading.got("hub.welcome");
    for (let i = 0; i < 40; ++i)
        await publish({ to: "room:lobby", type: "x", data: "y".repeat(10000) });
    await reading.got("x", 40);
    await until(async () => (await hub.admin("GET", "/api/hub")).droppedSlow === 1, "it is dropped");
    stalled.resume();
    assert.equal(await closed, http2.constants.NGHTTP2_CANCEL);
    const { findings, rows } = { findings: await hub.findings(), rows: await hub.admin("GET", "/api/clients") };
    assert.ok(findings.some(({ client, code }) => client === "stalled" && code === "slow-consumer"), JSON.stringify(findings));
    assert.equal(rows.find(({ client }) => client === "reading").state, "live");
});

test("reconnects with Last-Event-ID lose nothing and get nothing twice", async (t) => {
    const hub = await startHub(t), token = await hub.token(), publish = await hub.publisher();
    const got = [];
    let cursor = null;
    for (let round = 0; round < 5; ++round) {
        const session = connect(t, hub);
        const stream = listen(session, `/api/events?room=lobby&clientId=c&token=${token}`, cursor ? { "last-event-id": cursor } : {});
        await until(() => stream.text.includes(": ping") || stream.events().length > 0, "it is open");
        for (let i = 0; i < 10; ++i)
            await publish({ to: "room:lobby", type: "x", data: round * 20 + i });
        await stream.got("x", round === 0 ? 10 : 20);
        round % 2 ? session.destroy() : stream.stream.close(http2.constants.NGHTTP2_CANCEL);
        await until(async () => (await hub.admin("GET", "/api/hub")).connections.sse === 0, "it has left");
        const events = stream.events().filter(({ type }) => type === "x");
        got.push(...events.map(({ data }) => data));
        cursor = events.at(-1).id;
        for (let i = 10; i < 20; ++i) // while it is away
            await publish({ to: "room:lobby", type: "x", data: round * 20 + i });
    }
    assert.deepEqual(got.slice(0, 90), Array.from({ length: 90 }, (_, i) => i));
    const reconnects = await hub.admin("GET", "/api/reconnects?client=c");
    assert.equal(reconnects.length, 4);
    assert.ok(reconnects.every(({ verdict, lost, duplicated }) => verdict === "recovered" && lost === 0 && duplicated === 0), JSON.stringify(reconnects));
});

/** A masked frame of a client. */
function frame(opcode, text) {
    const payload = Buffer.from(text), mask = Buffer.from([1, 2, 3, 4]);
    return Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | payload.length]), mask, payload.map((octet, i) => octet ^ mask[i % 4])]);
}

async function openWebSocket(t, hub, path) {
    const session = connect(t, hub);
    await new Promise((resolve) => session.on("remoteSettings", resolve));
    assert.equal(session.remoteSettings.enableConnectProtocol, true);
    const stream = session.request({ ":method": "CONNECT", ":protocol": "websocket", ":path": path, "sec-websocket-version": "13" });
    const socket = { stream, octets: Buffer.alloc(0), ended: false };
    stream.on("data", (piece) => { socket.octets = Buffer.concat([socket.octets, piece]); });
    stream.on("end", () => { socket.ended = true; });
    stream.on("error", () => {});
    socket.head = await new Promise((resolve) => stream.on("response", resolve));
    return socket;
}

test("a WebSocket over HTTP/2 (RFC 8441)", async (t) => {
    const hub = await startHub(t), token = await hub.token(), publish = await hub.publisher();
    const socket = await openWebSocket(t, hub, `/ws?room=lobby&clientId=w&token=${token}`);
    assert.equal(socket.head[":status"], 200);
    assert.equal(socket.head["sec-websocket-accept"], undefined);
    await until(() => socket.octets.includes("hub.welcome"), "its welcome");
    await publish({ to: "room:lobby", type: "x", data: { a: 1 } });
    await until(() => socket.octets.includes('{"a":1}'), "the event");
    socket.stream.write(frame(1, JSON.stringify({ type: "ping", ref: "r1" })));
    await until(() => socket.octets.includes("hub.pong"), "an answer");
    const [row] = (await hub.admin("GET", "/api/clients")).filter(({ client }) => client === "w");
    assert.equal(`${row.protocol} ${row.http}`, "ws 2");
    const before = socket.octets.length;
    socket.stream.write(frame(8, "\x03\xe8"));
    await until(() => socket.ended, "it is closed");
    assert.equal(socket.octets[before], 0x88); // a Close
});

test("a WebSocket over HTTP/2 without a token is closed with 4001", async (t) => {
    const hub = await startHub(t);
    const socket = await openWebSocket(t, hub, "/ws");
    assert.equal(socket.head[":status"], 200);
    await until(() => socket.ended, "it is closed");
    assert.equal(socket.octets.readUInt16BE(2), 4001);
});

test("other paths and protocols are no WebSockets", async (t) => {
    const hub = await startHub(t), session = connect(t, hub);
    await new Promise((resolve) => session.on("remoteSettings", resolve));
    for (const [path, protocol, status] of [["/ws", "chat", 501], ["/api/events", "websocket", 405], ["/nothing", "websocket", 404]]) {
        const stream = session.request({ ":method": "CONNECT", ":protocol": protocol, ":path": path, "sec-websocket-version": "13" });
        const head = await new Promise((resolve) => stream.on("response", resolve));
        assert.equal(head[":status"], status);
        await new Promise((resolve) => stream.on("close", resolve).resume());
    }
    assert.equal((await fetch2(session, { ":path": "/ws" })).status, 400);
});

test("faults act on single streams", async (t) => {
    const hub = await startHub(t), session = connect(t, hub), token = await hub.token(), publish = await hub.publisher();
    const open = (name) => listen(session, `/api/events?room=lobby&clientId=${name}&token=${token}`);
    const [cut, reset, spared] = ["cut", "reset", "spared"].map(open);
    await Promise.all([cut, reset, spared].map((stream) => stream.got("hub.welcome")));
    await hub.fault({ whom: { client: "cut" }, what: { kind: "fin" } });
    await hub.fault({ whom: { client: "reset" }, what: { kind: "rst" } });
    await until(() => cut.ended && reset.ended, "they are gone");
    assert.equal(cut.code, http2.constants.NGHTTP2_NO_ERROR);
    assert.equal(reset.code, http2.constants.NGHTTP2_CANCEL);
    const silent = await hub.fault({ whom: { client: "silent" }, what: { kind: "blackhole" } });
    const unheard = open("silent");
    await publish({ to: "room:lobby", type: "x", data: 1 });
    await spared.got("x");
    assert.equal(unheard.head, undefined);
    await hub.admin("DELETE", `/api/faults/${silent}`);
    await unheard.got("hub.welcome");
    await hub.fault({ whom: { next: 1 }, what: { kind: "status", code: 503 } });
    assert.equal((await fetch2(session, { ":path": `/api/events?token=${token}` })).status, 503);
    await hub.fault({ whom: { client: "spared" }, what: { kind: "cut-after", bytes: 100 } });
    await publish({ to: "room:lobby", type: "y", data: "z".repeat(500) });
    await until(() => spared.ended, "it is cut");
    assert.equal((await fetch2(session, { ":path": "/healthz" })).status, 200); // the connection lives
});

test("a hub that stops says GOAWAY, and ends its streams in order", async (t) => {
    const hub = await startHub(t), session = connect(t, hub), token = await hub.token();
    const stream = listen(session, `/api/events?room=lobby&token=${token}`);
    await stream.got("hub.welcome");
    let goaway = null;
    session.on("goaway", (code) => { goaway = code; });
    assert.equal((await hub.stop()).code, 0);
    await until(() => stream.ended && goaway !== null, "it has said so");
    assert.equal(goaway, http2.constants.NGHTTP2_NO_ERROR);
    assert.equal(stream.code, http2.constants.NGHTTP2_NO_ERROR);
    assert.match(stream.text, /retry: \d+\n\n$/);
});

test("curl", async (t) => {
    const hub = await startHub(t);
    const told = await runIfThere("curl", "-sS", "--http2-prior-knowledge", "-o", "/dev/null", "-w", "%{http_version} %{response_code}", `${hub.url}/`);
    if (told === null)
        return t.skip("curl is not installed");
    assert.equal(told, "2 200");
    // It offers an upgrade to h2c, which RFC 9113 has given up: HTTP/1.1 goes on.
    assert.equal(await runIfThere("curl", "-sS", "--http2", "-o", "/dev/null", "-w", "%{http_version} %{response_code}", `${hub.url}/`), "1.1 200");
});

test("nghttp", async (t) => {
    const hub = await startHub(t);
    const told = await runIfThere("nghttp", "-v", `${hub.url}/healthz`);
    if (told === null)
        return t.skip("nghttp is not installed");
    assert.match(told, /:status: 200/);
    assert.match(told, /SETTINGS_ENABLE_CONNECT_PROTOCOL\(0x08\):1/);
});

test("h2load", async (t) => {
    const hub = await startHub(t);
    const told = await runIfThere("h2load", "-n", "5000", "-c", "10", "-m", "100", `${hub.url}/healthz`);
    if (told === null)
        return t.skip("h2load is not installed");
    assert.match(told, /5000 succeeded, 0 failed, 0 errored, 0 timeout/);
});
