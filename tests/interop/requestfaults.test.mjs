// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The faults that act on requests, as other people's clients feel them, and their end; and what the admin API says of rules.

import assert from "node:assert/strict";
import { connect } from "node:net";
import { once } from "node:events";
import { faultTest, openSocket, openSource } from "../support/faults.mjs";
import { readEvents } from "../support/eventstream.mjs";
import { until } from "../support/hub.mjs";

const alice = { user: "alice" };

faultTest("status, for the next two", async (t, { hub, token, faults }) => {
    const rule = await faults.add({ kind: "status", code: 503 }, { whom: { ...alice, next: 2 } });
    const source = await openSource(t, hub, token, "", { awaitWelcome: false });
    await until(() => source.errors.length > 0, "the stream is refused");
    assert.equal(source.errors[0].code, 503);
    const socket = await openSocket(t, hub, token, "", { awaitWelcome: false });
    assert.equal((await socket.closed).code, 1006);
    assert.match(socket.errors[0].message, /503/);
    await openSocket(t, hub, token);
    await until(async () => (await faults.list()).length === 0, "it is used up");
    assert.deepEqual(await faults.ops(rule), ["added", "hit", "hit", "ended"]);
});

faultTest("status, of a poll, until it is removed", async (t, { hub, token, faults }) => {
    const rule = await faults.add({ kind: "status", code: 429 }, { whom: { protocol: "poll" } });
    assert.equal((await hub.get("/api/poll?timeout=0", token)).status, 429);
    await openSocket(t, hub, token);
    await faults.remove(rule);
    assert.equal((await hub.get("/api/poll?timeout=0", token)).status, 200);
});

faultTest("drop-header, of the answer and of the request", async (t, { hub, token, faults }) => {
    const open = async () => (await readEvents(t, `${hub.url}/api/events`, { token })).response;
    const cache = await faults.add({ kind: "drop-header", name: "Cache-Control" }, { whom: alice });
    let response = await open();
    assert.equal(response.headers.get("cache-control"), null);
    assert.equal(response.headers.get("x-accel-buffering"), "no");
    await faults.remove(cache);
    assert.match((await open()).headers.get("cache-control"), /no-store/);

    const authorization = await faults.add({ kind: "drop-header", name: "authorization" }, { whom: alice });
    assert.equal((await open()).status, 401);
    await faults.remove(authorization);
    const upgrade = await faults.add({ kind: "drop-header", name: "sec-websocket-accept" }, { whom: alice });
    const socket = await openSocket(t, hub, token, "", { awaitWelcome: false });
    await socket.closed;
    assert.match(socket.errors[0].message, /Sec-WebSocket-Accept/i);
    await faults.remove(upgrade);
    await openSocket(t, hub, token);
});

faultTest("strip-last-event-id", async (t, { hub, publish, token, faults }) => {
    const source = await openSource(t, hub, token, "clientId=a");
    const rule = await faults.add({ kind: "strip-last-event-id" }, { whom: alice });
    const comesBack = async (data) => {
        const errors = source.errors.length;
        await faults.drop("a", "fin");
        await until(() => source.errors.length > errors, "it is cut");
        const { id } = await publish({ to: "user:alice", data });
        await until(async () => (await faults.client("a")).state === "live", "it has come back");
        return id;
    };
    await comesBack("missed");
    await until(() => source.events.filter(({ type }) => type === "hub.welcome").length === 2, "it is welcomed as a new one");
    const [lost] = await faults.reconnects("a");
    assert.deepEqual([lost.cursor, lost.verdict, lost.lost], [null, "lost", 1]);
    assert.deepEqual(source.data(), []);
    await faults.remove(rule);
    const id = await comesBack("replayed");
    await until(() => source.events.some((event) => event.id === id), "its header is whole again");
    assert.deepEqual(source.data(), ["replayed"]);
});

faultTest("block-upgrade", async (t, { hub, token, faults }) => {
    const refusing = await faults.add({ kind: "block-upgrade", how: "403" }, { whom: alice });
    const socket = await openSocket(t, hub, token, "", { awaitWelcome: false });
    await socket.closed;
    assert.match(socket.errors[0].message, /403/);
    await openSource(t, hub, token); // no upgrade, no harm
    await faults.remove(refusing);
    const hanging = await faults.add({ kind: "block-upgrade", how: "hang" }, { whom: alice });
    const hung = await openSocket(t, hub, token, "", { awaitWelcome: false });
    await until(async () => await faults.hits(hanging) === 1, "it hangs");
    await openSource(t, hub, token);
    assert.equal(hung.socket.readyState, hung.socket.CONNECTING);
    await faults.remove(hanging);
    assert.equal((await hung.closed).code, 1006);
    await openSocket(t, hub, token);
});

faultTest("content-type", async (t, { hub, token, faults }) => {
    const rule = await faults.add({ kind: "content-type", value: "text/html" }, { whom: alice });
    const source = await openSource(t, hub, token, "", { awaitWelcome: false });
    await until(() => source.errors.length > 0, "it is no event stream");
    assert.match(source.errors[0].message, /content type/i);
    assert.equal(source.source.readyState, source.source.CLOSED);
    await faults.remove(rule);
    await openSource(t, hub, token);
});

faultTest("refuse", async (t, { hub, publish, token, faults }) => {
    const source = await openSource(t, hub, token);
    const knock = async () => {
        const socket = connect(hub.port, "127.0.0.1");
        try {
            await once(socket, "connect");
            return "connected";
        } catch (error) {
            return error.code;
        } finally {
            socket.destroy();
        }
    };
    const rule = await faults.add({ kind: "refuse" }, { for: "2s" });
    await until(async () => await knock() === "ECONNREFUSED", "nobody is let in");
    await until(async () => await knock() === "connected", "its time is over");
    await publish({ to: "user:alice", data: 1 });
    await until(() => source.data().length === 1, "who was in stayed in");
    assert.deepEqual(await faults.ops(rule), ["added", "ended"]);
});

faultTest("fin and rst, of requests that come", async (t, { hub, token, faults }) => {
    for (const [kind, error] of [["fin", "UND_ERR_SOCKET"], ["rst", "ECONNRESET"]]) {
        const rule = await faults.add({ kind }, { whom: { ...alice, next: 1 } });
        await assert.rejects(hub.get("/api/poll?timeout=0", token), ({ cause }) => cause.code === error);
        assert.equal((await hub.get("/api/poll?timeout=0", token)).status, 200);
        assert.deepEqual((await faults.ops(rule)).slice(0, 2), ["added", "hit"]);
    }
});

faultTest("what is wrong with a rule is said, by its member", async (t, { hub, faults }) => {
    const cases = [
        [{ what: { kind: "earthquake" } }, "what.kind"],
        [{ what: { kind: "latency", ms: -1 } }, "what.ms"],
        [{ what: { kind: "lose" }, whom: { filter: "lagMs >" } }, "whom.filter"],
        [{ what: { kind: "evict", upTo: "zzzz-1" } }, "what.upTo"],
        [{ what: { kind: "evict", upTo: `${hub.ready.epoch}-99` } }, "what.upTo"],
        [{ what: { kind: "lose" }, for: "soon" }, "for"],
    ];
    for (const [rule, member] of cases) {
        const { status, body } = await faults.call("POST", "/api/faults", rule);
        assert.equal(status, 400, JSON.stringify(rule));
        assert.equal(body.member, member);
        assert.ok(body.detail.includes(member));
    }
    assert.deepEqual(await faults.list(), []);
    assert.equal((await faults.call("DELETE", "/api/faults/7")).status, 404);
    const rule = { what: { kind: "lose" }, whom: { user: "alice", protocol: "sse", filter: "lagMs > 200ms" }, probability: 0.5 };
    const { body: { id } } = await faults.call("POST", "/api/faults", rule);
    assert.deepEqual(await faults.list(), [{ ...rule, id, hits: 0, endsAt: null }]);
});
