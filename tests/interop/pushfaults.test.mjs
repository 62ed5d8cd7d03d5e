// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The faults of the push layer, as other people's clients feel them, and their end.

import assert from "node:assert/strict";
import { bystander, faultTest, openSocket, openSource } from "../support/faults.mjs";
import { readEvents } from "../support/eventstream.mjs";
import { until } from "../support/hub.mjs";

const alice = { user: "alice" };

/** Starts a poll that waits; `answer` becomes {body, data} or {error}. */
async function startPoll(hub, token, faults, cursor) {
    const answer = hub.get(`/api/poll?room=lobby&timeout=60&clientId=p&cursor=${cursor}`, token)
        .then(({ body }) => ({ body, data: body.events.map(({ data }) => data) }), (error) => ({ error }));
    await until(async () => (await faults.client("p"))?.state === "waiting", "it polls");
    return { answer };
}

faultTest("lose", async (t, { hub, publish, token, faults }) => {
    const passes = await bystander(t, hub, publish);
    const [socket, source] = await Promise.all([openSocket(t, hub, token), openSource(t, hub, token)]);
    const first = await passes(1);
    await until(() => socket.data().length === 1 && source.data().length === 1, "the first is there");
    const rule = await faults.add({ kind: "lose" }, { whom: alice });
    await passes(2);
    assert.equal(await faults.hits(rule), 2);
    await faults.remove(rule);
    await passes(3);
    await until(() => socket.data().length === 2 && source.data().length === 2, "the third is there");
    assert.deepEqual([socket.data(), source.data()], [[1, 3], [1, 3]]);
    assert.deepEqual(await faults.ops(rule), ["added", "hit", "hit", "removed"]);
    const replayed = await readEvents(t, `${hub.url}/api/events?room=lobby`, { token, headers: { "Last-Event-ID": first } });
    await until(() => replayed.events().length === 2, "a replay brings it");
    assert.deepEqual(replayed.events().map(({ data }) => data), [2, 3]);
});

faultTest("lose, of a poll", async (t, { hub, publish, token, faults }) => {
    const { cursor } = (await hub.get("/api/poll?room=lobby&timeout=0&clientId=p", token)).body;
    const rule = await faults.add({ kind: "lose" }, { whom: alice, at: { event: 1 } });
    const answer = hub.get(`/api/poll?room=lobby&timeout=60&clientId=p&cursor=${cursor}`, token);
    await until(async () => {
        const { receivers } = await publish({ to: "room:lobby", data: "x" });
        return receivers.poll === 1 && await faults.hits(rule) === 1;
    }, "the poll waits, and loses one");
    await publish({ to: "room:lobby", data: "last" });
    const { body } = await answer;
    const [{ id }] = body.events;
    const all = (await hub.get(`/api/poll?room=lobby&timeout=0&cursor=${cursor}`, token)).body.events.map((event) => event.id);
    assert.notEqual(id, all[0], "the first is not in the answer");
    assert.ok(all.includes(id), "and is in the history");
});

faultTest("duplicate", async (t, { hub, publish, token, faults }) => {
    const passes = await bystander(t, hub, publish);
    const [socket, source] = await Promise.all([openSocket(t, hub, token), openSource(t, hub, token)]);
    const { answer } = await startPoll(hub, token, faults, `${hub.ready.epoch}-0`);
    const rule = await faults.add({ kind: "duplicate" }, { whom: alice });
    await passes(1);
    await until(() => socket.data().length === 2 && source.data().length === 2, "both have it twice");
    assert.deepEqual((await answer).data, [1, 1]);
    await faults.remove(rule);
    await passes(2);
    await passes(3);
    await until(() => socket.data().length === 4 && source.data().length === 4, "the others once");
    assert.deepEqual([socket.data(), source.data()], [[1, 1, 2, 3], [1, 1, 2, 3]]);
    assert.equal(new Set(source.events.slice(1).map(({ id }) => id)).size, 3);
});

faultTest("delay", async (t, { hub, publish, token, faults }) => {
    const passes = await bystander(t, hub, publish);
    const [socket, source] = await Promise.all([openSocket(t, hub, token, "clientId=a"), openSource(t, hub, token)]);
    const rule = await faults.add({ kind: "delay", ms: 600000 }, { whom: alice });
    const first = await passes(1);
    await passes(2);
    assert.deepEqual([socket.data(), source.data()], [[], []]);
    await faults.remove(rule);
    await until(() => socket.data().length === 2 && source.data().length === 2, "what was held is there");
    assert.deepEqual([socket.data(), source.data()], [[1, 2], [1, 2]]);

    const short = await faults.add({ kind: "delay", ms: 200 }, { whom: alice });
    const begun = Date.now();
    await publish({ to: "room:lobby", data: 3 });
    await until(() => socket.data().length === 3, "it is late");
    assert.ok(Date.now() - begun >= 199, `it took ${Date.now() - begun} ms`);
    await faults.remove(short);

    await faults.add({ kind: "delay", ms: 600000 }, { whom: alice });
    await passes(4);
    await faults.drop("a", "rst");
    await socket.closed;
    const again = await openSocket(t, hub, token, `clientId=a&lastEventId=${first}`);
    await until(() => again.data().length === 3, "who leaves meanwhile gets it by replay");
    assert.equal((await faults.reconnects("a"))[0].missed, 1, "what was held was missed");
});

faultTest("delay, of a poll that does not wait for it", async (t, { hub, publish, token, faults }) => {
    const passes = await bystander(t, hub, publish);
    const rule = await faults.add({ kind: "delay", ms: 600000 }, { whom: alice });
    const first = hub.get(`/api/poll?room=lobby&timeout=2&clientId=p&cursor=${hub.ready.epoch}-0`, token);
    await until(async () => (await faults.client("p"))?.state === "waiting", "it polls");
    await passes(1);
    const { body } = await first;
    assert.deepEqual(body, { events: [], cursor: `${hub.ready.epoch}-0` }, "the cursor is before it");
    const next = await hub.get(`/api/poll?room=lobby&timeout=2&clientId=p&cursor=${body.cursor}`, token);
    assert.deepEqual(next.body.events.map(({ data }) => data), [1]);
    await faults.remove(rule);
});

faultTest("reorder", async (t, { hub, publish, token, faults }) => {
    const passes = await bystander(t, hub, publish);
    const [socket, source] = await Promise.all([openSocket(t, hub, token), openSource(t, hub, token)]);
    const { answer } = await startPoll(hub, token, faults, `${hub.ready.epoch}-0`);
    const rule = await faults.add({ kind: "reorder" }, { whom: alice });
    await publish({ to: "room:lobby", data: 1 });
    await publish({ to: "room:lobby", data: 2 });
    await until(() => socket.data().length === 2 && source.data().length === 2, "both are there");
    assert.deepEqual([socket.data(), source.data(), (await answer).data], [[2, 1], [2, 1], [2, 1]]);
    await passes(3);
    await until(() => socket.data().length === 3, "one that none follows comes too");
    await faults.remove(rule);
    await passes(4);
    await passes(5);
    await until(() => socket.data().length === 5 && source.data().length === 5, "all are there");
    assert.deepEqual(socket.data().slice(3), [4, 5]);
});

faultTest("no-keepalive", async (t, { hub, token, faults }) => {
    const stream = await readEvents(t, `${hub.url}/api/events`, { token });
    const socket = await openSocket(t, hub, token);
    let pings = 0;
    socket.socket.on("ping", () => ++pings);
    const keepalives = () => stream.text().split(": keepalive").length - 1;
    await until(() => keepalives() > 0 && pings > 0, "both are kept alive");
    const rule = await faults.add({ kind: "no-keepalive" }, { whom: alice });
    await faults.list(); // what was on its way is there
    const before = [keepalives(), pings];
    await until(async () => await faults.hits(rule) >= 6, "some are kept back");
    assert.deepEqual([keepalives(), pings], before);
    await faults.remove(rule);
    await until(() => keepalives() > before[0] && pings > before[1], "they are sent again");
}, "--keepalive", "100ms");

faultTest("no-pong", async (t, { hub, token, faults }) => {
    const socket = await openSocket(t, hub, token);
    let pongs = 0;
    socket.socket.on("pong", () => ++pongs);
    const ping = () => {
        socket.socket.ping();
        socket.socket.send('{"type":"ping","ref":"r"}');
    };
    const answers = () => socket.messages.filter(({ type }) => type === "hub.pong").length;
    ping();
    await until(() => pongs === 1 && answers() === 1, "both are answered");
    const rule = await faults.add({ kind: "no-pong" }, { whom: alice });
    ping();
    await until(async () => await faults.hits(rule) === 2, "neither is");
    await faults.remove(rule);
    ping();
    await until(() => pongs === 2 && answers() === 2, "both are answered again");
});

faultTest("close-code", async (t, { hub, token, faults }) => {
    const socket = await openSocket(t, hub, token, "clientId=a");
    await faults.add({ kind: "close-code", code: 4321, reason: "for a test" }, { whom: { client: "a" } });
    assert.deepEqual(await socket.closed, { code: 4321, reason: "for a test" });
    assert.deepEqual(await faults.list(), [], "it is over");
    const rule = await faults.add({ kind: "close-code", code: 1013 }, { whom: { client: "a", next: 1 } });
    const next = await openSocket(t, hub, token, "clientId=a", { awaitWelcome: false });
    assert.equal((await next.closed).code, 1013);
    await openSocket(t, hub, token, "clientId=a");
    assert.deepEqual((await faults.ops(rule)).slice(0, 2), ["added", "hit"]);
});

faultTest("fin and rst, of those connected", async (t, { hub, token, faults }) => {
    for (const [kind, code] of [["fin", "UND_ERR_SOCKET"], ["rst", "ECONNRESET"]]) {
        const client = `stream-${kind}`;
        const response = await fetch(`${hub.url}/api/events?token=${token}&clientId=${client}`);
        const ending = (async () => {
            for await (const piece of response.body)
                assert.ok(piece.length > 0);
        })().catch(({ cause }) => cause.code);
        const socket = await openSocket(t, hub, token, `clientId=socket-${kind}`);
        const other = await openSocket(t, hub, token, `clientId=other-${kind}`);
        const rule = await faults.add({ kind }, { whom: { filter: `client == '${client}' || client == 'socket-${kind}'` } });
        assert.equal(await ending, code);
        assert.equal((await socket.closed).code, 1006);
        assert.equal(other.socket.readyState, other.socket.OPEN);
        assert.deepEqual(await faults.ops(rule), ["added", "hit", "hit", "ended"]);
        await openSocket(t, hub, token, `clientId=socket-${kind}`);
        assert.equal((await faults.reconnects(`socket-${kind}`))[0].endedBy, `fault ${rule} ${kind}`);
    }
});

faultTest("malformed-frame", async (t, { hub, publish, token, faults }) => {
    const [socket, stream] = await Promise.all([openSocket(t, hub, token), readEvents(t, `${hub.url}/api/events`, { token })]);
    await until(() => stream.events().length === 1, "the welcome");
    const { answer } = await startPoll(hub, token, faults, `${hub.ready.epoch}-0`);
    await faults.add({ kind: "malformed-frame" }, { whom: alice });
    await socket.closed;
    assert.match(socket.errors[0].code, /^WS_ERR/);
    assert.notEqual(await stream.ended, "end");
    assert.equal((await answer).error.name, "SyntaxError");
    const again = await openSocket(t, hub, token);
    await publish({ to: "user:alice", data: 1 });
    await until(() => again.data().length === 1, "it is over");

    await faults.add({ kind: "malformed-frame" }, { whom: alice, at: { event: 2 } });
    await publish({ to: "user:alice", data: 2 });
    await until(() => again.data().length === 2, "the first one is whole");
    await publish({ to: "user:alice", data: 3 });
    await again.closed;
    assert.deepEqual(again.data(), [1, 2]);
});

faultTest("expire-token", async (t, { hub, token, faults }) => {
    const [socket, source] = await Promise.all([openSocket(t, hub, token), openSource(t, hub, token)]);
    const rule = await faults.add({ kind: "expire-token" }, { whom: alice, for: "60s" });
    assert.equal((await socket.closed).code, 4001);
    await until(() => source.errors.length > 0, "the stream has ended");
    assert.equal((await hub.get("/api/poll?timeout=0", token)).status, 401);
    const refused = await openSocket(t, hub, token, "", { awaitWelcome: false });
    assert.equal((await refused.closed).code, 4001);
    await until(() => source.errors.some(({ code }) => code === 401), "it stops for good");
    await faults.remove(rule);
    assert.equal((await hub.get("/api/poll?timeout=0", token)).status, 200);
    await openSocket(t, hub, token);
});

faultTest("evict", async (t, { hub, publish, token, faults }) => {
    const ids = [];
    for (let n = 1; n <= 4; ++n)
        ids.push((await publish({ to: "user:alice", data: n })).id);
    await faults.add({ kind: "evict", upTo: ids[2] });
    const source = await openSource(t, hub, token, `lastEventId=${ids[0]}`, { awaitWelcome: false });
    await until(() => source.data().length === 1, "what is left");
    assert.equal(source.events[0].type, "hub.gap");
    assert.equal(source.events[0].data.reason, "evicted");
    assert.deepEqual(source.data(), [4]);
    await publish({ to: "user:alice", data: 5 });
    await until(() => source.data().length === 2, "and it goes on");
    assert.deepEqual(await faults.list(), []);
});

faultTest("restart, with and without drain", async (t, { hub, publish, token, faults }) => {
    for (const drain of [true, false]) {
        const [socket, source] = await Promise.all([openSocket(t, hub, token, "clientId=a"), openSource(t, hub, token, "clientId=b")]);
        const { head } = (await faults.call("GET", "/api/hub")).body;
        const { answer } = await startPoll(hub, token, faults, head ?? `${hub.ready.epoch}-0`);
        const rule = await faults.add({ kind: "restart", drain, retryMs: 200, jitterMs: 100 });
        assert.equal((await socket.closed).code, drain ? 1012 : 1006);
        assert.equal("error" in await answer, !drain);
        await until(async () => (await faults.list().catch(() => null))?.length === 0, "it has restarted");
        await until(() => source.errors.length > 0, "the stream has ended");
        const { id } = await publish({ to: "user:alice", data: drain });
        await until(() => source.events.some((event) => event.id === id), "the stream has come back");
        assert.equal(id.split("-")[0], hub.ready.epoch);
        assert.deepEqual(await faults.ops(rule), ["added", "ended"]);
        assert.equal((await faults.reconnects("b")).at(-1).endedBy, `fault ${rule} restart`);
        source.source.close();
        await until(async () => (await faults.client("b")).state === "away", "it has left");
    }
});

faultTest("never and always, the next one, and those that fit", async (t, { hub, publish, token, faults }) => {
    const passes = await bystander(t, hub, publish);
    const socket = await openSocket(t, hub, token, "clientId=a");
    const never = await faults.add({ kind: "lose" }, { whom: alice, probability: 0 });
    const next = await faults.add({ kind: "lose" }, { whom: { ...alice, next: 1 } });
    const taken = await openSocket(t, hub, token, "clientId=b");
    const free = await openSocket(t, hub, token, "clientId=c");
    await passes(1);
    await until(() => socket.data().length === 1 && free.data().length === 1, "two have it");
    assert.deepEqual(taken.data(), []);
    await faults.remove(never);
    await faults.remove(next);
    const fits = await faults.add({ kind: "lose" }, { whom: { filter: "client =~ '^[ac]$'" } });
    await passes(2);
    await until(() => taken.data().length === 1, "the one that does not fit has it");
    await faults.remove(fits);
    await passes(3);
    await until(() => [socket, taken, free].every((client) => client.data().at(-1) === 3), "all have it");
    assert.deepEqual([socket.data(), taken.data(), free.data()], [[1, 3], [2, 3], [1, 3]]);
});
