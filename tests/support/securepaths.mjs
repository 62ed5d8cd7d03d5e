// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Event streams and WebSockets over TLS, each over HTTP/1.1 and over HTTP/2, all with one face, for what has to hold on every path.

import { once } from "node:events";
import http2 from "node:http2";
import https from "node:https";
import WebSocket, { Receiver, Sender } from "ws";
import { until } from "./hub.mjs";

/** What a client on any of the paths has got. `ending` is null while it is connected, then a word for how it ended. */
class Client {
    constructor(name) {
        Object.assign(this, { name, status: null, headers: {}, events: [], pieces: [], greeted: false, keepalives: 0, pongs: 0,
            ending: null, closeCode: null, broken: null });
    }

    data() { return this.events.filter(({ type }) => type === "message").map(({ data }) => data); }
    cursor() { return this.events.map(({ id, data }) => id ?? data?.cursor).filter(Boolean).at(-1); }
    ended(how) { this.ending ??= how; }
    take(event) {
        this.events.push(event);
        this.greeted = true;
    }
}

/** The octets of an event stream, to the end of what is whole. A decoder that is fatal finds what is no UTF-8. */
function eventStreamReader(client) {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let text = "";
    return (octets) => {
        client.pieces.push(octets.length);
        try {
            text += decoder.decode(octets, { stream: true });
        } catch (error) {
            client.broken ??= error.code;
            return;
        }
        const blocks = text.split("\n\n");
        text = blocks.pop();
        for (const block of blocks) {
            const field = (name) => new RegExp(`^${name}: ?(.*)$`, "m").exec(block)?.[1];
            client.greeted ||= block.includes(": ping"); // all that one with a cursor gets where nothing was missed
            client.keepalives += block.includes(": keepalive") || field("event") === "hub.cursor" ? 1 : 0;
            if (field("data") !== undefined)
                client.take({ id: field("id"), type: field("event") ?? "message", data: JSON.parse(field("data")) });
        }
    };
}

function query(parameters) {
    return new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== undefined)).toString();
}

const streamHeaders = (token, cursor) => ({ authorization: `Bearer ${token}`, accept: "text/event-stream",
    ...(cursor ? { "last-event-id": cursor } : {}) });

/** Each gives {open(client, {token, cursor}), sibling?, isWhole()}; `begin` is called once a test. */
export const paths = {
    "an event stream over TLS": {
        protocol: "sse",
        begin: async (t, url, ca) => ({
            open(client, { token, cursor }) {
                const request = https.get(`${url}/api/events?${query({ room: "lobby", clientId: client.name })}`,
                    { ca, agent: false, headers: streamHeaders(token, cursor) }, (response) => {
                        client.status = response.statusCode;
                        client.headers = response.headers;
                        response.on("data", eventStreamReader(client)).on("error", (error) => client.ended(error.code));
                        response.on("end", () => client.ended("end")).on("close", () => client.ended("close"));
                    });
                request.on("error", (error) => { client.broken ??= error.code; client.ended(error.code); });
                t.after(() => request.destroy());
                client.leave = () => request.destroy();
            },
        }),
    },
    "a WebSocket over TLS": {
        protocol: "ws",
        begin: async (t, url, ca) => ({
            open(client, { token, cursor }) {
                const socket = new WebSocket(
                    `${url.replace("https", "wss")}/ws?${query({ room: "lobby", clientId: client.name, lastEventId: cursor })}`,
                    { ca, perMessageDeflate: false, headers: { authorization: `Bearer ${token}` } });
                socket.on("upgrade", (response) => {
                    client.status = response.statusCode;
                    response.socket.on("data", (octets) => client.pieces.push(octets.length));
                });
                socket.on("unexpected-response", (request, response) => {
                    client.status = response.statusCode;
                    client.ended("refused");
                    request.destroy();
                });
                socket.on("message", (text) => client.take(JSON.parse(text)));
                socket.on("ping", () => { ++client.keepalives; }).on("pong", () => { ++client.pongs; });
                socket.on("error", (error) => { client.broken ??= error.code ?? error.message; });
                socket.on("close", (code) => { client.closeCode ??= code; client.ended("close"); });
                t.after(() => socket.terminate());
                client.ping = () => socket.ping();
                client.leave = () => socket.terminate();
            },
        }),
    },
    "an event stream over HTTP/2 and TLS": { protocol: "sse", begin: (t, url, ca) => beginHttp2(t, url, ca, openHttp2Stream) },
    "a WebSocket over HTTP/2 and TLS": { protocol: "ws", begin: (t, url, ca) => beginHttp2(t, url, ca, openHttp2Socket) },
};

/** All clients are streams of one session, which no fault on one of them may harm. */
async function beginHttp2(t, url, ca, open) {
    let session = null;
    const connect = async () => {
        session = http2.connect(url, { ca });
        session.on("error", () => {});
        t.after(() => session.destroy());
        await once(session, "remoteSettings");
    };
    await connect();
    return {
        open: (client, options) => open(session, client, options),
        isWhole: () => !session.closed && !session.destroyed,
        connect,
    };
}

function watch(stream, client) {
    stream.on("response", (headers) => {
        client.status = headers[":status"];
        client.headers = headers;
    });
    stream.on("error", (error) => { client.broken ??= error.code; });
    stream.on("end", () => client.ended("end"));
    stream.on("close", () => client.ended(stream.rstCode === http2.constants.NGHTTP2_NO_ERROR ? "end" : `reset ${stream.rstCode}`));
    client.leave = () => stream.close(http2.constants.NGHTTP2_CANCEL);
}

function openHttp2Stream(session, client, { token, cursor }) {
    const stream = session.request({ ":path": `/api/events?${query({ room: "lobby", clientId: client.name })}`,
        ...streamHeaders(token, cursor) });
    watch(stream, client);
    stream.on("data", eventStreamReader(client));
}

/** RFC 8441, with the framing of `ws`. */
function openHttp2Socket(session, client, { token, cursor }) {
    const stream = session.request({ ":method": "CONNECT", ":protocol": "websocket", "sec-websocket-version": "13",
        ":path": `/ws?${query({ room: "lobby", clientId: client.name, lastEventId: cursor })}`, authorization: `Bearer ${token}` });
    watch(stream, client);
    const sender = new Sender(stream), receiver = new Receiver({ isServer: false });
    const isOpen = () => stream.writable && !stream.destroyed;
    receiver.on("message", (text) => client.take(JSON.parse(text)));
    receiver.on("ping", (data) => { ++client.keepalives; if (isOpen()) sender.pong(data, true); });
    receiver.on("pong", () => { ++client.pongs; });
    receiver.on("conclude", (code, reason) => {
        client.closeCode ??= code;
        if (isOpen())
            sender.close(code === 1005 ? undefined : code, reason, true, () => stream.end());
    });
    receiver.on("error", (error) => {
        client.broken ??= error.code;
        stream.close(http2.constants.NGHTTP2_CANCEL);
    });
    stream.on("data", (octets) => {
        client.pieces.push(octets.length);
        if (client.status === 200 && !client.broken)
            receiver.write(octets);
    });
    client.ping = () => sender.ping(Buffer.alloc(0), true);
}

/** Opens one, and waits for its greeting unless it is told not to. */
export async function openOn(path, name, { greeted = true, ...options }) {
    const client = new Client(name);
    path.open(client, options);
    if (greeted)
        await until(() => client.greeted, `${name} is greeted`);
    return client;
}
