// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Frames that no client library would send: RFC 6455 by hand.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { test } from "node:test";
import { startHub, until } from "../support/hub.mjs";

const TEXT = 1, BINARY = 2, CLOSE = 8, PING = 9;

/** A masked frame, unless told otherwise. `length` puts another length form in its head. */
function frame({ opcode = TEXT, payload = Buffer.alloc(0), fin = true, rsv = 0, masked = true, length } = {}) {
    payload = Buffer.from(payload);
    const size = length ?? (payload.length < 126 ? 7 : payload.length < 65536 ? 16 : 64);
    const head = Buffer.alloc(2 + (size === 7 ? 0 : size / 8));
    head[0] = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
    head[1] = (masked ? 0x80 : 0) | (size === 7 ? payload.length : size === 16 ? 126 : 127);
    if (size === 16)
        head.writeUInt16BE(payload.length, 2);
    if (size === 64)
        head.writeBigUInt64BE(BigInt(payload.length), 2);
    if (!masked)
        return Buffer.concat([head, payload]);
    const mask = randomBytes(4);
    return Buffer.concat([head, mask, payload.map((octet, i) => octet ^ mask[i % 4])]);
}

function closePayload(code, reason = "") {
    const payload = Buffer.alloc(2 + Buffer.byteLength(reason));
    payload.writeUInt16BE(code);
    payload.write(reason, 2);
    return payload;
}

/** Upgrades by hand; collects frames of the hub: {send(bytes), closeCode(), texts, ended}. */
async function upgrade(t, hub, token, head = "") {
    const socket = connect(hub.port, "127.0.0.1");
    t.after(() => socket.destroy());
    let input = Buffer.alloc(0), status = "", isEnded = false;
    const frames = [];
    socket.on("error", () => {});
    socket.on("close", () => { isEnded = true; });
    socket.on("data", (data) => {
        input = Buffer.concat([input, data]);
        if (!status) {
            const end = input.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            status = input.subarray(0, end).toString();
            input = input.subarray(end + 4);
        }
        for (;;) {
            if (input.length < 2)
                return;
            const form = input[1] & 127, start = form < 126 ? 2 : form === 126 ? 4 : 10;
            if (input.length < start)
                return;
            const length = form < 126 ? form : form === 126 ? input.readUInt16BE(2) : Number(input.readBigUInt64BE(2));
            if (input.length < start + length)
                return;
            frames.push({ opcode: input[0] & 15, rsv: (input[0] >> 4) & 7, masked: input[1] > 127, payload: input.subarray(start, start + length) });
            input = input.subarray(start + length);
        }
    });
    socket.write(`GET /ws?room=lobby&token=${token} HTTP/1.1\r\nHost: 127.0.0.1:${hub.port}\r\nConnection: keep-alive, Upgrade\r\n`
        + `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${head}\r\n`);
    await until(() => status, "the hub answers the upgrade");
    return { socket, frames, get status() { return status; }, get isEnded() { return isEnded; },
        send: (...parts) => socket.write(Buffer.concat(parts)), closes: () => frames.filter(({ opcode }) => opcode === CLOSE) };
}

test("the upgrade is RFC 6455's own example", async (t) => {
    const hub = await startHub(t);
    const { status } = await upgrade(t, hub, await hub.token());
    assert.match(status, /^HTTP\/1\.1 101 /);
    assert.match(status, /\r\nsec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=/i);
    assert.match(status, /\r\nupgrade: websocket/i);
    assert.doesNotMatch(status, /sec-websocket-extensions/i);
});

test("a peer's faults end the connection with the code of the RFC", async (t) => {
    const hub = await startHub(t);
    const token = await hub.token();
    const bad = Buffer.from([0x66, 0xc3, 0x28]); // no UTF-8
    const cases = {
        "unmasked": [1002, frame({ payload: "{}", masked: false })],
        "RSV1 without an extension": [1002, frame({ payload: "{}", rsv: 4 })],
        "RSV3": [1002, frame({ payload: "{}", rsv: 1 })],
        "reserved opcode 3": [1002, frame({ opcode: 3 })],
        "reserved opcode 11": [1002, frame({ opcode: 11 })],
        "a fragmented ping": [1002, frame({ opcode: PING, fin: false })],
        "a ping of 126 octets": [1002, frame({ opcode: PING, payload: Buffer.alloc(126) })],
        "length in 16 bits where 7 do": [1002, frame({ payload: "{}", length: 16 })],
        "length in 64 bits where 16 do": [1002, frame({ payload: Buffer.alloc(200, 0x20), length: 64 })],
        "a continuation of nothing": [1002, frame({ opcode: 0 })],
        "a new message within another": [1002, frame({ payload: "{", fin: false }), frame({ payload: "}" })],
        "a close frame of one octet": [1002, frame({ opcode: CLOSE, payload: [3] })],
        "close code 1005": [1002, frame({ opcode: CLOSE, payload: closePayload(1005) })],
        "close code 999": [1002, frame({ opcode: CLOSE, payload: closePayload(999) })],
        "bad UTF-8 in a text": [1007, frame({ payload: bad })],
        "bad UTF-8 in the first fragment": [1007, frame({ payload: bad, fin: false })],
        "bad UTF-8 in a close reason": [1007, frame({ opcode: CLOSE, payload: Buffer.concat([closePayload(1000), bad]) })],
        "over 1 MiB": [1009, frame({ payload: Buffer.alloc(1024 * 1024 + 1, 0x20) })],
    };
    for (const [name, [code, ...frames]] of Object.entries(cases)) {
        await t.test(name, async (t) => {
            const peer = await upgrade(t, hub, token);
            peer.send(...frames);
            await until(() => peer.closes().length > 0, "the hub closes");
            assert.equal(peer.closes()[0].payload.readUInt16BE(), code);
            await until(() => peer.isEnded, "the connection ends");
        });
    }
});

test("fragments, and control frames between them", async (t) => {
    const hub = await startHub(t);
    const peer = await upgrade(t, hub, await hub.token());
    peer.send(frame({ payload: '{"type":"pi', fin: false }), frame({ opcode: PING, payload: "p" }), frame({ opcode: 0, payload: 'ng","ref":1}' }));
    const texts = () => peer.frames.filter(({ opcode }) => opcode === TEXT).map(({ payload }) => JSON.parse(payload));
    await until(() => texts().some(({ type }) => type === "hub.pong"), "the answer");
    assert.deepEqual(peer.frames.filter(({ opcode }) => opcode === 10).map(({ payload }) => payload.toString()), ["p"]);
    const last = peer.frames.slice(-2).map(({ opcode }) => opcode);
    assert.deepEqual(last, [10, TEXT], "the pong leaves before the answer to the message that ended after the ping");
    assert.ok(peer.frames.every(({ masked }) => !masked));
    peer.send(frame({ opcode: CLOSE, payload: closePayload(1000, "bye") }));
    await until(() => peer.closes().length > 0, "the close is answered");
    assert.equal(peer.closes()[0].payload.readUInt16BE(), 1000);
    await until(() => peer.isEnded, "the hub ends the connection");
});

test("octet by octet", async (t) => {
    const hub = await startHub(t);
    const peer = await upgrade(t, hub, await hub.token());
    peer.socket.setNoDelay(true);
    for (const octet of frame({ payload: '{"type":"ping","ref":"☃"}' }))
        peer.send(Buffer.from([octet]));
    await until(() => peer.frames.some(({ payload }) => payload.toString().includes("☃")), "the answer");
});

test("a binary message is answered by an error or a close, never by silence", async (t) => {
    const hub = await startHub(t);
    const peer = await upgrade(t, hub, await hub.token());
    peer.send(frame({ opcode: BINARY, payload: "x" }));
    await until(() => peer.closes().length > 0 || peer.frames.some(({ payload }) => payload.includes("hub.error")), "an answer");
});
