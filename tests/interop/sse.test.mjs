// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Event streams, read by other people's clients.

import assert from "node:assert/strict";
import { test } from "node:test";
import { EventSource as NpmEventSource } from "eventsource";
import ReconnectingModule from "reconnecting-eventsource";
import { EventSource as UndiciEventSource } from "undici";
import { startHub, until } from "../support/hub.mjs";
import { survivesCuts } from "../support/survival.mjs";
import { readEvents } from "../support/eventstream.mjs";

const ReconnectingEventSource = ReconnectingModule.default ?? ReconnectingModule;

const clients = {
    "eventsource": (url) => new NpmEventSource(url),
    "undici": (url) => new UndiciEventSource(url),
    // Its own reconnects put the id into the query, as lastEventId.
    "reconnecting-eventsource": (url) => new ReconnectingEventSource(url, { eventSourceClass: NpmEventSource, max_retry_time: 200 }),
};

for (const [name, open] of Object.entries(clients)) {
    test(`${name} gets each event once and in order over cuts`, async (t) => {
        await survivesCuts(t, ({ url, token, onEvent }) => {
            const source = open(`${url}/api/events?room=lobby&token=${token}`);
            let welcomed = false;
            source.addEventListener("hub.welcome", () => { welcomed = true; });
            source.addEventListener("message", ({ lastEventId, type, data }) => onEvent({ id: lastEventId, type, data: JSON.parse(data) }));
            return { isOpen: () => welcomed, close: () => source.close() };
        });
    });
}

test("the stream begins as promised", async (t) => {
    const hub = await startHub(t);
    const stream = await readEvents(t, `${hub.url}/api/events`, { token: await hub.token() });
    assert.equal(stream.response.status, 200);
    assert.match(stream.response.headers.get("content-type"), /^text\/event-stream/);
    assert.match(stream.response.headers.get("cache-control"), /no-store/);
    assert.match(stream.response.headers.get("cache-control"), /no-transform/);
    assert.equal(stream.response.headers.get("x-accel-buffering"), "no");
    await until(() => /: ping\n/.test(stream.text()), "the ping");
    assert.match(stream.text(), /^retry: \d+\n\n?/);
    const [welcome] = stream.events();
    assert.equal(welcome.type, "hub.welcome");
    assert.equal(welcome.id, welcome.data.cursor);
    assert.equal(welcome.id, `${hub.ready.epoch}-0`);
    assert.ok(stream.text().indexOf("hub.welcome") < stream.text().indexOf(": ping"));
    assert.ok(!stream.text().includes("\r"));
});

test("cursors", async (t) => {
    const hub = await startHub(t);
    const publish = await hub.publisher(), token = await hub.token(), epoch = hub.ready.epoch;
    const ids = [];
    for (let n = 1; n <= 4; ++n)
        ids.push((await publish({ to: "room:lobby", data: n })).id);
    assert.deepEqual(ids, [1, 2, 3, 4].map((seq) => `${epoch}-${seq}`));
    const all = [1, 2, 3, 4];

    const cases = [
        { name: "known", cursor: ids[1], gets: [3, 4] },
        { name: "the head", cursor: ids[3], gets: [] },
        { name: "before the first", cursor: `${epoch}-0`, gets: all },
        { name: "earliest", cursor: "earliest", gets: all },
        { name: "another epoch", cursor: "zzzz-2", gap: "epoch", gets: all },
        { name: "malformed", cursor: "not a cursor", gap: "malformed", gets: all },
        { name: "beyond the head", cursor: `${epoch}-99`, gap: "beyond-head", gets: all },
    ];
    for (const { name, cursor, gap, gets } of cases) {
        for (const how of ["header", "query"]) {
            if (how === "header" && cursor === "earliest")
                continue; // a word for the query
            await t.test(`${name}, in the ${how}`, async (t) => {
                const query = how === "query" ? `&lastEventId=${encodeURIComponent(cursor)}` : "";
                const headers = how === "header" ? { "Last-Event-ID": cursor } : {};
                const stream = await readEvents(t, `${hub.url}/api/events?room=lobby${query}`, { token, headers });
                await until(() => stream.events().filter(({ type }) => type === "message").length >= gets.length, "the events are there");
                await until(() => /: ping\n/.test(stream.text()), "the replay is over");
                const events = stream.events();
                if (gap) {
                    const first = events.shift();
                    assert.equal(first.type, "hub.gap");
                    assert.equal(first.id, `${epoch}-0`);
                    assert.deepEqual(first.data, { requested: cursor, oldest: ids[0], newest: ids[3], reason: gap });
                }
                assert.deepEqual(events.map(({ data }) => data), gets);
            });
        }
    }

    await t.test("the header wins over the query", async (t) => {
        const stream = await readEvents(t, `${hub.url}/api/events?room=lobby&lastEventId=${ids[0]}`,
            { token, headers: { "Last-Event-ID": ids[2] } });
        await until(() => /: ping\n/.test(stream.text()), "the replay is over");
        assert.deepEqual(stream.events().map(({ data }) => data), [4]);
    });
});

test("what was evicted is told, and only to whom it concerns", async (t) => {
    const hub = await startHub(t, "--retain-events", "3");
    const publish = await hub.publisher();
    const mine = await publish({ to: "user:alice", data: "mine" });
    const first = await publish({ to: "user:bob", data: 1 });
    for (let n = 2; n <= 6; ++n)
        await publish({ to: "user:bob", data: n });
    const open = async (user, cursor) => {
        const stream = await readEvents(t, `${hub.url}/api/events`, { token: await hub.token({ user }), headers: { "Last-Event-ID": cursor } });
        await until(() => /: ping\n/.test(stream.text()), "the replay is over");
        return stream.events();
    };
    const [gap, ...kept] = await open("bob", first.id);
    assert.equal(gap.type, "hub.gap");
    assert.equal(gap.data.reason, "evicted");
    assert.ok(kept.length >= 1 && kept.length < 5, `some are kept and some are not: ${kept.length}`);
    assert.equal(kept.at(-1).data, 6);
    const quiet = await open("alice", mine.id);
    assert.deepEqual(quiet.filter(({ type }) => type !== "hub.cursor"), [], "nothing of alice's was evicted after her cursor");
});

test("refusals and the type filter", async (t) => {
    const hub = await startHub(t);
    const publish = await hub.publisher(), token = await hub.token();
    const refused = await hub.get("/api/events");
    assert.equal(refused.status, 401);
    assert.match(refused.headers.get("www-authenticate"), /^Bearer/i);
    assert.match(refused.headers.get("content-type"), /^application\/problem\+json/);
    assert.equal((await hub.get("/api/events?room=secret", token)).status, 403);

    const stream = await readEvents(t, `${hub.url}/api/events?room=lobby&type=a&type=b`, { token });
    await until(() => stream.events().length === 1, "the welcome");
    for (const type of ["a", "x", "b"])
        await publish({ to: "room:lobby", type, data: type });
    await until(() => stream.events().length === 3, "two events");
    assert.deepEqual(stream.events().slice(1).map(({ type }) => type), ["a", "b"]);
});
