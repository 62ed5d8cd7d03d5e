// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Apps that publish into Redis themselves, as ioredis apps do, are heard by the clients of every hub on it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Redis } from "ioredis";
import { readEvents } from "../support/eventstream.mjs";
import { startHub, until } from "../support/hub.mjs";
import { startRedis } from "../support/redis.mjs";

test("an ioredis publisher is heard on two hubs, without an id", async (t) => {
    const redis = await startRedis(t);
    const hubs = [await startHub(t, "--redis", redis.url), await startHub(t, "--redis", redis.url)];
    const streams = [];
    for (const hub of hubs) {
        const stream = await readEvents(t, `${hub.url}/api/events`, { token: await hub.token() });
        await until(() => stream.events().length === 1, "the welcome");
        streams.push(stream);
    }
    const publisher = new Redis(redis.url);
    t.after(() => publisher.disconnect());
    assert.equal(await publisher.publish("user:alice", JSON.stringify({ type: "note", data: { text: "für alle", n: 1 } })), 2);
    assert.equal(await publisher.publish("user:alice", JSON.stringify({ type: "hub.gap", data: 1 })), 2);
    assert.equal(await publisher.publish("user:alice", "not JSON"), 2);
    const publish = await hubs[0].publisher();
    const { id } = await publish({ to: "user:alice", data: "stored" });
    for (const stream of streams) {
        await until(() => stream.events().some((event) => event.data === "stored"), "the stored event");
        assert.deepEqual(stream.events().slice(1).map(({ id, type, data }) => [id, type, data]),
            [[undefined, "note", { text: "für alle", n: 1 }], [id, "message", "stored"]]);
    }
});

test("an ioredis subscriber sees the channels that clients have, and no others", async (t) => {
    const redis = await startRedis(t);
    const hub = await startHub(t, "--redis", redis.url);
    const watcher = new Redis(redis.url);
    t.after(() => watcher.disconnect());
    const channels = async () => (await watcher.pubsub("CHANNELS")).filter((name) => !name.startsWith("pushscope:")).sort();
    assert.deepEqual(await channels(), []);
    const stream = await readEvents(t, `${hub.url}/api/events?room=lobby`, { token: await hub.token() });
    await until(() => stream.events().length === 1, "the welcome");
    assert.deepEqual(await channels(), ["*", "room:lobby", "user:alice"]);
    stream.close();
    await until(async () => (await channels()).length === 0, "that all are given up");
});
