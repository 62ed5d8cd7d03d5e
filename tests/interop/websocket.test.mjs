// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The WebSocket endpoint, through the clients `ws` and undici's.

import assert from "node:assert/strict";
import { test } from "node:test";
import { WebSocket as UndiciWebSocket } from "undici";
import WsWebSocket from "ws";
import { startHub, until } from "../support/hub.mjs";
import { survivesCuts } from "../support/survival.mjs";

/** Opens one: {socket, messages, closed: Promise<{code, reason}>, of(type)}. */
function open(t, hub, query, options = {}) {
    const socket = new WsWebSocket(`${hub.url.replace("http", "ws")}/ws?${query}`, options);
    const messages = [];
    socket.on("error", () => {});
    socket.on("message", (data, isBinary) => messages.push(isBinary ? data : JSON.parse(data)));
    const closed = new Promise((resolve) => socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() })));
    t.after(() => socket.terminate());
    return { socket, messages, closed, of: (type) => messages.filter((message) => message.type === type) };
}

async function welcomed(connection) {
    await until(() => connection.of("hub.welcome").length > 0, "the welcome");
    return connection;
}

const implementations = { ws: WsWebSocket, undici: UndiciWebSocket };

for (const [name, Implementation] of Object.entries(implementations)) {
    test(`${name} gets each event once and in order over cuts`, async (t) => {
        await survivesCuts(t, ({ url, token, onEvent }) => {
            let cursor, socket, closed = false, welcomes = 0;
            const connect = () => {
                const resume = cursor ? `&lastEventId=${cursor}` : "";
                socket = new Implementation(`${url.replace("http", "ws")}/ws?room=lobby&token=${token}${resume}`);
                socket.onmessage = ({ data }) => {
                    const { id, type, data: payload } = JSON.parse(data);
                    if (type === "hub.welcome") {
                        ++welcomes;
                        cursor ??= payload.cursor;
                        return;
                    }
                    cursor = id;
                    onEvent({ id, type, data: payload });
                };
                // undici tells a refused connection by an error alone.
                let over = false;
                socket.onerror = socket.onclose = () => {
                    if (!closed && !over)
                        setTimeout(connect, 50);
                    over = true;
                };
            };
            connect();
            return { isOpen: () => welcomes > 0, close: () => { closed = true; socket.close(); } };
        });
    });
}

test("a client that was cut before its first event resumes from the welcome", async (t) => {
    const hub = await startHub(t);
    const publish = await hub.publisher(), token = await hub.token();
    await publish({ to: "room:lobby", data: 0 });
    const first = await welcomed(open(t, hub, `room=lobby&token=${token}`));
    const { cursor } = first.of("hub.welcome")[0].data;
    first.socket.terminate();
    await first.closed;
    await publish({ to: "room:lobby", data: 1 });
    const second = open(t, hub, `room=lobby&token=${token}&lastEventId=${cursor}`);
    await until(() => second.of("message").length > 0, "the missed event");
    assert.deepEqual(second.of("message").map(({ data }) => data), [1]);
    assert.equal(second.messages[0].type, "hub.welcome");
});

test("gaps come before the events", async (t) => {
    const hub = await startHub(t);
    const publish = await hub.publisher(), token = await hub.token();
    const { id } = await publish({ to: "room:lobby", data: 1 });
    for (const [cursor, reason] of [["zzzz-1", "epoch"], [`${hub.ready.epoch}-77`, "beyond-head"], ["%20", "malformed"]]) {
        const connection = open(t, hub, `room=lobby&token=${token}&lastEventId=${cursor}`);
        await until(() => connection.of("message").length > 0, "the kept event");
        const types = connection.messages.map(({ type }) => type);
        assert.deepEqual(types, ["hub.welcome", "hub.gap", "message"]);
        const gap = connection.of("hub.gap")[0];
        assert.equal(gap.id, `${hub.ready.epoch}-0`);
        assert.deepEqual({ reason: gap.data.reason, oldest: gap.data.oldest, newest: gap.data.newest }, { reason, oldest: id, newest: id });
    }
});

test("close codes of the doorkeeper", async (t) => {
    const hub = await startHub(t);
    const token = await hub.token(), now = Math.floor(Date.now() / 1000);
    const cases = [
        ["no token", "room=lobby", 4001],
        ["a bad signature", `token=${hub.sign({ sub: "alice" }, { secret: "x".repeat(32) })}`, 4001],
        ["alg none", `token=${hub.sign({ sub: "alice" }, { algorithm: "none" })}`, 4001],
        ["expired", `token=${hub.sign({ sub: "alice", exp: now - 60 })}`, 4001],
        ["not yet", `token=${hub.sign({ sub: "alice", nbf: now + 60 })}`, 4001],
        ["a forbidden room", `token=${token}&room=secret`, 4003],
    ];
    for (const [name, query, code] of cases) {
        await t.test(name, async (t) => {
            const connection = open(t, hub, query);
            assert.equal((await connection.closed).code, code);
            assert.deepEqual(connection.messages, []);
        });
    }
    await t.test("expires while connected", async (t) => {
        const connection = await welcomed(open(t, hub, `token=${hub.sign({ sub: "alice", exp: now - 27 })}`)); // 30 s leeway
        assert.equal((await connection.closed).code, 4001);
    });
    await t.test("a foreign origin gets no upgrade", async (t) => {
        const { socket } = open(t, hub, `token=${token}`, { origin: "https://evil.example" });
        const status = await new Promise((resolve) => socket.on("unexpected-response", (_, response) => resolve(response.statusCode)));
        assert.equal(status, 403);
    });
    await t.test("a loopback origin does", async (t) => {
        await welcomed(open(t, hub, `token=${token}`, { origin: "http://localhost:3000" }));
    });
    await t.test("a hub that stops says so", async (t) => {
        const other = await startHub(t);
        const connection = await welcomed(open(t, other, `token=${await other.token()}`));
        assert.deepEqual(await other.stop(), { code: 0, signal: null });
        assert.ok([1001, 1012].includes((await connection.closed).code));
    });
});

test("client messages", async (t) => {
    const hub = await startHub(t);
    const alice = await welcomed(open(t, hub, `room=lobby&token=${await hub.token({ user: "alice" })}`));
    const bob = await welcomed(open(t, hub, `room=lobby&token=${await hub.token({ user: "bob", rooms: ["lobby", "team-*"] })}`));
    const say = (connection, message) => connection.socket.send(typeof message === "string" ? message : JSON.stringify(message));

    await t.test("chat:send", async () => {
        say(alice, { type: "chat:send", payload: { participants: ["alice", "bob"], text: "hi" }, ref: "r1" });
        await until(() => bob.of("chat:message").length > 0 && alice.of("chat:message").length > 0 && alice.of("hub.ack").length > 0, "both hear it");
        const [message] = bob.of("chat:message"), [ack] = alice.of("hub.ack");
        assert.equal(message.data.text, "hi");
        assert.deepEqual(ack.data, { ref: "r1", id: message.id });
        assert.deepEqual(alice.of("chat:message"), [message]);
    });
    await t.test("presence:update", async () => {
        say(alice, { type: "presence:update", payload: { roomId: "lobby", cursor: { x: 1, y: 2 } } });
        await until(() => bob.of("presence:cursor").length > 0, "bob sees it");
        const [presence] = bob.of("presence:cursor");
        assert.deepEqual(presence.data, { userId: "alice", x: 1, y: 2 });
        assert.ok(!presence.id, "it is not stored");
        say(alice, { type: "ping", ref: 7 });
        await until(() => alice.of("hub.pong").length > 0, "the pong");
        assert.deepEqual(alice.of("presence:cursor"), [], "the sender does not hear itself");
        assert.equal(alice.of("hub.pong")[0].data.ref, 7);
    });
    await t.test("subscribe and unsubscribe", async () => {
        const publish = await hub.publisher();
        say(bob, { type: "subscribe", payload: { room: "team-1" }, ref: "s" });
        say(bob, { type: "ping", ref: "after subscribe" });
        await until(() => bob.of("hub.pong").length === 1, "it is carried out");
        await publish({ to: "room:team-1", type: "team", data: 1 });
        await until(() => bob.of("team").length === 1, "the room is heard");
        say(bob, { type: "unsubscribe", payload: { room: "team-1" } });
        say(bob, { type: "ping", ref: "after unsubscribe" });
        await until(() => bob.of("hub.pong").length === 2, "it is carried out");
        await publish({ to: "room:team-1", type: "team", data: 2 });
        await publish({ to: "user:bob", type: "team", data: 3 });
        await until(() => bob.of("team").length === 2, "the next of bob's");
        assert.deepEqual(bob.of("team").map(({ data }) => data), [1, 3]);
    });
    await t.test("publish, where the token allows it", async () => {
        const speaker = await welcomed(open(t, hub, `token=${await hub.token({ user: "eve", publish: ["user:bob"] })}`));
        say(speaker, { type: "publish", payload: { to: "user:bob", type: "note", data: 5 }, ref: "p" });
        await until(() => speaker.of("hub.ack").length > 0 && bob.of("note").length > 0, "acknowledged and heard");
        assert.equal(speaker.of("hub.ack")[0].data.id, bob.of("note")[0].id);
        say(speaker, { type: "publish", payload: { to: "user:alice", type: "note", data: 6 }, ref: "q" });
        await until(() => speaker.of("hub.error").length > 0, "refused");
        assert.equal(speaker.of("hub.error")[0].data.code, "forbidden");
        assert.equal(speaker.of("hub.error")[0].data.ref, "q");
    });
    await t.test("what is wrong is said, and the connection stays", async () => {
        const cases = [
            ["{", "bad-json"], ["[]", "bad-json|bad-payload"], [{ type: "nonsense", ref: 1 }, "unknown-type"],
            [{ type: "chat:send", payload: { participants: "bob" }, ref: 2 }, "bad-payload"],
            [{ type: "subscribe", payload: { room: "secret" }, ref: 3 }, "forbidden"],
            [{ type: "presence:update", payload: { roomId: "secret", cursor: {} }, ref: 4 }, "forbidden"],
        ];
        for (const [message, code] of cases) {
            const before = alice.of("hub.error").length;
            say(alice, message);
            await until(() => alice.of("hub.error").length > before, `an error for ${JSON.stringify(message)}`);
            const { data } = alice.of("hub.error").at(-1);
            assert.match(data.code, new RegExp(`^(${code})$`));
            assert.equal(typeof data.message, "string");
            assert.equal(data.ref, message.ref);
        }
        assert.equal(alice.socket.readyState, WsWebSocket.OPEN);
    });
});

test("pings are answered", async (t) => {
    const hub = await startHub(t, "--keepalive", "1s");
    const connection = await welcomed(open(t, hub, `token=${await hub.token()}`));
    const pong = new Promise((resolve) => connection.socket.on("pong", (data) => resolve(data.toString())));
    connection.socket.ping("are you there");
    assert.equal(await pong, "are you there");
    await new Promise((resolve) => connection.socket.on("ping", resolve)); // the hub's own, which `ws` answers
    await new Promise((resolve) => connection.socket.on("ping", resolve));
    assert.equal(connection.socket.readyState, WsWebSocket.OPEN);
});
