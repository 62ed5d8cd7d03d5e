// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The faults that hold links, as other people's clients feel them, and their end.

import { randomBytes } from "node:crypto";
import assert from "node:assert/strict";
import { bystander, faultTest, openSocket, openSource } from "../support/faults.mjs";
import { readEvents } from "../support/eventstream.mjs";
import { until } from "../support/hub.mjs";

const alice = { user: "alice" };

faultTest("latency holds back what passes, and lets it go", async (t, { hub, publish, token, faults }) => {
    const passes = await bystander(t, hub, publish);
    const [socket, source] = await Promise.all([openSocket(t, hub, token), openSource(t, hub, token)]);
    const slow = await faults.add({ kind: "latency", ms: 600000 }, { whom: alice });
    await passes(1);
    assert.deepEqual([socket.data(), source.data()], [[], []]);
    assert.equal(await faults.hits(slow), 2);
    await faults.remove(slow);
    await until(() => socket.data().length === 1 && source.data().length === 1, "what was held is there");
    assert.deepEqual((await faults.ops(slow)).sort(), ["added", "off", "off", "on", "on", "removed"]);

    const late = await faults.add({ kind: "latency", ms: 300, jitterMs: 50 }, { whom: alice });
    const begun = Date.now();
    await publish({ to: "room:lobby", data: 2 });
    await until(() => socket.data().length === 2, "it is late");
    assert.ok(Date.now() - begun >= 249, `it took ${Date.now() - begun} ms`);
    await faults.remove(late);
});

faultTest("a new connection is slow from its first octet", async (t, { hub, token, faults }) => {
    const rule = await faults.add({ kind: "latency", ms: 600000 }, { whom: { client: "tab", next: 1 } });
    const first = await openSocket(t, hub, token, "clientId=tab", { awaitWelcome: false });
    await until(async () => await faults.hits(rule) === 1, "the next one is taken");
    await openSocket(t, hub, token, "clientId=tab"); // the one after it is not
    assert.equal(first.socket.readyState, first.socket.CONNECTING);
    await faults.remove(rule);
    await until(() => first.messages.length > 0, "it is connected");
});

faultTest("bandwidth", async (t, { hub, publish, token, faults }) => {
    const passes = await bystander(t, hub, publish);
    const socket = await openSocket(t, hub, token);
    const rule = await faults.add({ kind: "bandwidth", bytesPerSecond: 5000 }, { whom: alice });
    const begun = Date.now();
    await publish({ to: "user:alice", data: "x".repeat(3000) });
    await until(() => socket.data().length === 1, "it is there");
    assert.ok(Date.now() - begun >= 590, `it took ${Date.now() - begun} ms`);
    await faults.remove(rule);
    const drip = await faults.add({ kind: "bandwidth", bytesPerSecond: 1 }, { whom: alice });
    await passes(2);
    assert.equal(socket.data().length, 1);
    await faults.remove(drip);
    await until(() => socket.data().at(-1) === 2, "the rest is there");
});

faultTest("slice", async (t, { hub, publish, token, faults }) => {
    const response = await fetch(`${hub.url}/api/events`, { headers: { Authorization: `Bearer ${token}` } });
    const pieces = [];
    const reading = (async () => {
        for await (const piece of response.body)
            pieces.push(Buffer.from(piece).toString());
    })().catch(() => {});
    t.after(() => Promise.race([reading, response.body.cancel().catch(() => {})]));
    await until(() => pieces.join("").includes(": ping"), "the greeting");
    const rule = await faults.add({ kind: "slice", bytes: 9 }, { whom: alice });
    pieces.length = 0;
    await publish({ to: "user:alice", data: "small pieces of an event" });
    await until(() => pieces.join("").endsWith("\n\n"), "the event");
    assert.ok(pieces.length > 3, JSON.stringify(pieces)); // two that were late are read as one
    await faults.remove(rule);
    pieces.length = 0;
    await publish({ to: "user:alice", data: "a whole event again" });
    await until(() => pieces.join("").endsWith("\n\n"), "the event");
    assert.ok(pieces.length <= 2, JSON.stringify(pieces));
});

faultTest("blackhole", async (t, { hub, publish, token, faults }) => {
    const passes = await bystander(t, hub, publish);
    const [socket, gone] = await Promise.all([openSocket(t, hub, token, "clientId=a"), openSocket(t, hub, token, "clientId=b")]);
    let pongs = 0;
    socket.socket.on("pong", () => ++pongs);
    const rule = await faults.add({ kind: "blackhole" }, { whom: alice });
    const newcomer = await openSocket(t, hub, token, "clientId=c", { awaitWelcome: false });
    socket.socket.ping();
    await until(async () => await faults.hits(rule) === 3, "all three are in it");
    await faults.drop("b", "rst");
    await until(async () => (await faults.client("b")).state === "away", "the hub has dropped one");
    await passes(1);
    assert.deepEqual([socket.socket, gone.socket, newcomer.socket].map(({ readyState }) => readyState), [1, 1, 0]);
    assert.deepEqual([socket.data().length, pongs], [0, 0]);
    await faults.remove(rule);
    await until(() => socket.data().length === 1 && pongs === 1, "what it held comes back");
    await until(() => newcomer.messages.length > 0, "the newcomer is in");
    assert.equal((await gone.closed).code, 1006);
});

faultTest("slow-close", async (t, { hub, token, faults }) => {
    const rule = await faults.add({ kind: "slow-close", ms: 600000 });
    const socket = await openSocket(t, hub, token, "clientId=a");
    let over = false;
    socket.closed.then(() => { over = true; });
    await faults.drop("a", "4003");
    await until(() => socket.socket.readyState === socket.socket.CLOSING, "the Close frame is there");
    await until(async () => (await faults.client("a")).state === "away", "it has left the hub");
    assert.ok(!over);
    await faults.remove(rule);
    assert.equal((await socket.closed).code, 4003);
});

faultTest("cut-after", async (t, { hub, publish, token, faults }) => {
    const socket = await openSocket(t, hub, token, "clientId=a");
    const rule = await faults.add({ kind: "cut-after", bytes: 200 }, { whom: { client: "a" } });
    await publish({ to: "user:alice", data: "fits" });
    await until(() => socket.data().length === 1, "the first one fits");
    assert.equal(socket.socket.readyState, socket.socket.OPEN);
    await publish({ to: "user:alice", data: "x".repeat(200) });
    assert.equal((await socket.closed).code, 1006);
    assert.equal(socket.data().length, 1);
    assert.ok((await faults.ops(rule)).includes("off"));
    await faults.remove(rule);
    const again = await openSocket(t, hub, token, `clientId=a&lastEventId=${socket.messages.at(-1).id}`);
    await until(() => again.data().length === 1, "it is replayed");
    assert.equal((await faults.reconnects("a"))[0].endedBy, `fault ${rule} cut-after`);
    await publish({ to: "user:alice", data: "y".repeat(500) });
    await until(() => again.data().length === 2, "and the connection stays");
});

faultTest("buffer", async (t, { hub, publish, token, faults }) => {
    const passes = await bystander(t, hub, publish);
    const [socket, source] = await Promise.all([openSocket(t, hub, token, "clientId=a"), openSource(t, hub, token)]);
    const rule = await faults.add({ kind: "buffer", bytes: 1000 }, { whom: alice });
    await passes(1);
    await passes(2);
    assert.deepEqual([socket.data(), source.data()], [[], []]);
    assert.equal((await faults.client("a")).queueBytes, 0, "the hub knows nothing of it");
    await publish({ to: "user:alice", data: randomBytes(1500).toString("base64") }); // as much when it is compressed
    await until(() => socket.data().length === 3 && source.data().length === 3, "the buffer is full");
    await passes(4);
    assert.equal(socket.data().length, 3);
    await faults.remove(rule);
    await until(() => socket.data().length === 4 && source.data().length === 4, "nothing is left in it");

    await faults.add({ kind: "buffer", bytes: 1000000, ms: 100 }, { whom: alice });
    await passes(5);
    await until(() => socket.data().length === 5, "it is kept so long at most");
});

faultTest("idle-timeout", async (t, { hub, publish, token, faults }) => {
    const source = await openSource(t, hub, token, "clientId=a");
    const socket = await openSocket(t, hub, token, "clientId=b");
    const rule = await faults.add({ kind: "idle-timeout", ms: 300 }, { whom: alice });
    assert.equal((await socket.closed).code, 1006);
    await until(() => source.errors.length > 0, "the stream ends");
    await faults.remove(rule);
    const { id } = await publish({ to: "user:alice", data: 1 });
    await until(() => source.events.some((event) => event.id === id), "it has come back");
    assert.equal((await faults.reconnects("a"))[0].endedBy, `fault ${rule} idle-timeout`);
}, "--keepalive", "60s");

faultTest("a link is held while a filter fits", async (t, { hub, publish, token, faults }) => {
    const passes = await bystander(t, hub, publish);
    const socket = await openSocket(t, hub, token, "clientId=a");
    const rule = await faults.add({ kind: "blackhole" }, { whom: { filter: "eventsOut >= 2 && client == 'a'" } });
    await passes(1);
    await passes(2);
    await until(() => socket.data().length === 2, "it has two");
    await until(async () => await faults.hits(rule) === 1, "that is enough");
    await passes(3);
    assert.equal(socket.data().length, 2);
    await faults.remove(rule);
    await until(() => socket.data().length === 3, "it has all");
});

faultTest("a rule ends by itself, and from its n-th event on it holds", async (t, { hub, publish, token, faults }) => {
    const passes = await bystander(t, hub, publish);
    const socket = await openSocket(t, hub, token);
    const rule = await faults.add({ kind: "blackhole" }, { whom: alice, at: { event: 2 }, for: "1s" });
    await passes(1);
    await until(() => socket.data().length === 1, "the first is there");
    const [listed] = await faults.list();
    assert.match(listed.endsAt, /^\d{4}-.*Z$/);
    await passes(2);
    assert.equal(socket.data().length, 1);
    await until(() => socket.data().length === 2, "its time is over");
    assert.deepEqual(await faults.list(), []);
    assert.deepEqual(await faults.ops(rule), ["added", "on", "ended", "off"]);
});

faultTest("a poller's connection is held too", async (t, { hub, publish, token, faults }) => {
    const passes = await bystander(t, hub, publish);
    const poll = async (cursor) => (await hub.get(`/api/poll?room=lobby&timeout=60&clientId=p&cursor=${cursor}`, token)).body;
    const { cursor } = (await hub.get("/api/poll?room=lobby&timeout=0&clientId=p", token)).body;
    let answer = null;
    const waiting = poll(cursor).then((body) => { answer = body; });
    await until(async () => (await publish({ to: "user:nobody", data: 0 }), await faults.client("p"))?.state === "waiting", "it polls");
    const rule = await faults.add({ kind: "latency", ms: 600000 }, { whom: { protocol: "poll" } });
    await passes(1);
    assert.equal(answer, null);
    await faults.remove(rule);
    await waiting;
    assert.deepEqual(answer.events.map(({ data }) => data), [1]);
});

faultTest("rst, in an event stream's middle: nothing is lost", async (t, { hub, publish, token, faults }) => {
    const stream = await readEvents(t, `${hub.url}/api/events`, { token });
    await until(() => stream.events().length === 1, "the welcome");
    const rule = await faults.add({ kind: "rst" }, { whom: alice, at: { event: 3 } });
    await publish({ to: "user:alice", data: 1 });
    await publish({ to: "user:alice", data: 2 });
    await until(() => stream.events().length === 3, "two are there"); // fetch drops what it has not given away when it is cut
    await publish({ to: "user:alice", data: 3 });
    await publish({ to: "user:alice", data: 4 });
    assert.notEqual(await stream.ended, "end");
    assert.deepEqual(stream.events().slice(1).map(({ data }) => data), [1, 2], "the third is not for this connection");
    const again = await readEvents(t, `${hub.url}/api/events`, { token, headers: { "Last-Event-ID": stream.events().at(-1).id } });
    await until(() => again.events().length === 2, "the rest is replayed");
    assert.deepEqual(again.events().map(({ data }) => data), [3, 4]);
    assert.deepEqual(await faults.ops(rule), ["added", "hit"]);
});
