// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Long polling by fetch.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startHub, until } from "../support/hub.mjs";
import { survivesCuts } from "../support/survival.mjs";

test("a poller gets each event once and in order over cuts", async (t) => {
    await survivesCuts(t, ({ url, token, onEvent }) => {
        const stop = new AbortController();
        let cursor = "", polls = 0;
        (async () => {
            while (!stop.signal.aborted) {
                try {
                    const response = await fetch(`${url}/api/poll?room=lobby&timeout=${cursor ? 10 : 0}&cursor=${cursor}`,
                        { headers: { Authorization: `Bearer ${token}` }, signal: stop.signal });
                    const answer = await response.json();
                    answer.events.forEach(onEvent);
                    cursor = answer.cursor;
                    ++polls;
                } catch {
                    await new Promise((resolve) => setTimeout(resolve, 50));
                }
            }
        })();
        return { isOpen: () => polls > 0, close: () => stop.abort() };
    });
});

test("the cursor is never null, and nothing falls between two polls", async (t) => {
    const hub = await startHub(t);
    const publish = await hub.publisher(), token = await hub.token();
    const poll = async (query) => {
        const answer = await hub.get(`/api/poll?room=lobby&clientId=p1&${query}`, token);
        assert.equal(answer.status, 200, JSON.stringify(answer.body));
        assert.match(answer.headers.get("cache-control"), /no-store/);
        assert.match(answer.body.cursor, /^[a-z0-9]+-\d+$/);
        return answer.body;
    };
    const empty = await poll("timeout=0");
    assert.deepEqual(empty, { events: [], cursor: `${hub.ready.epoch}-0` });

    const { id: first } = await publish({ to: "room:lobby", type: "a", data: { n: 1 } });
    const one = await poll(`timeout=10&cursor=${empty.cursor}`);
    assert.deepEqual(one.events, [{ id: first, type: "a", data: { n: 1 } }]);
    assert.deepEqual(await poll(`timeout=10&cursor=${empty.cursor}`), one, "asked twice, told twice");

    await t.test("a poll that waits", async () => {
        const waiting = poll(`timeout=20&cursor=${one.cursor}`);
        const { receivers } = await until(async () => {
            const answer = await publish({ to: "room:lobby", type: "b", data: 2 });
            return answer.receivers.poll > 0 && answer;
        }, "the poll waits");
        assert.equal(receivers.poll, 1);
        const { events } = await waiting;
        assert.equal(events[0].type, "b");
    });
    await t.test("a first poll waits and gets the head at the end of its wait", async () => {
        const other = await hub.token({ user: "bob", rooms: [] });
        const waiting = hub.get("/api/poll?timeout=1", other);
        const { id } = await publish({ to: "user:carol", data: "not bob's" });
        const { body } = await waiting;
        assert.deepEqual(body.events, []);
        assert.ok(Number(body.cursor.split("-")[1]) >= Number(id.split("-")[1]), `${body.cursor} is at or after ${id}`);
    });
    await t.test("limit", async () => {
        const seen = [];
        let cursor = "earliest";
        for (let polls = 0; polls < 50; ++polls) {
            const answer = await poll(`timeout=0&limit=1&cursor=${cursor}`);
            assert.ok(answer.events.length <= 1);
            seen.push(...answer.events.map(({ id }) => id));
            if (answer.events.length === 0)
                break;
            cursor = answer.cursor;
        }
        const all = (await poll("timeout=0&cursor=earliest")).events.map(({ id }) => id);
        assert.ok(all.length >= 2);
        assert.deepEqual(seen, all);
    });
});

test("gaps", async (t) => {
    const hub = await startHub(t);
    const publish = await hub.publisher(), token = await hub.token();
    const { id } = await publish({ to: "user:alice", data: 1 });
    for (const [cursor, reason] of [["zzzz-1", "epoch"], [`${hub.ready.epoch}-77`, "beyond-head"], ["x y", "malformed"]]) {
        const { body } = await hub.get(`/api/poll?timeout=20&cursor=${encodeURIComponent(cursor)}`, token);
        assert.deepEqual(body.gap, { requested: cursor, oldest: id, newest: id, reason });
        assert.deepEqual(body.events.map(({ data }) => data), [1]);
        assert.equal(body.cursor, id);
    }
    const { body } = await hub.get(`/api/poll?timeout=0&cursor=${id}`, token);
    assert.equal(body.gap, undefined);
});

test("what is not stored waits for a poller between two polls", async (t) => {
    const hub = await startHub(t);
    const publish = await hub.publisher(), token = await hub.token();
    const { body } = await hub.get("/api/poll?timeout=0&clientId=p1&room=lobby", token);
    await hub.get(`/api/poll?timeout=1&clientId=p1&room=lobby&cursor=${body.cursor}`, token);
    await publish({ to: "room:lobby", type: "blink", data: 1, ephemeral: true });
    const next = await hub.get(`/api/poll?timeout=5&clientId=p1&room=lobby&cursor=${body.cursor}`, token);
    assert.deepEqual(next.body.events.map(({ type, data }) => [type, data]), [["blink", 1]]);
    assert.ok(!next.body.events[0].id);
});

test("refusals", async (t) => {
    const hub = await startHub(t);
    const token = await hub.token();
    const cases = [["/api/poll", undefined, 401], ["/api/poll?room=secret", token, 403], ["/api/poll?timeout=soon", token, 400], ["/api/poll?limit=0", token, 400]];
    for (const [path, bearer, status] of cases) {
        const answer = await hub.get(path, bearer);
        assert.equal(answer.status, status, path);
        assert.match(answer.headers.get("content-type"), /^application\/problem\+json/);
        assert.equal(answer.body.status, status);
    }
});
