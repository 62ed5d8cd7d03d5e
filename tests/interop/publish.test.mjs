// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// POST /api/publish, CORS, and what the hub says to a browser before a request.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startHub, until } from "../support/hub.mjs";
import { readEvents } from "../support/eventstream.mjs";

test("an event is answered after it is stored, with its receivers", async (t) => {
    const hub = await startHub(t);
    const publish = await hub.publisher(), token = await hub.token();
    const stream = await readEvents(t, `${hub.url}/api/events?room=lobby`, { token });
    await until(() => stream.events().length === 1, "the welcome");
    assert.deepEqual(await publish({ to: ["user:alice", "room:lobby", "*"], type: "a", data: 1 }),
        { id: `${hub.ready.epoch}-1`, receivers: { sse: 1, ws: 0, poll: 0 } });
    assert.deepEqual(await publish({ to: "user:nobody" }), { id: `${hub.ready.epoch}-2`, receivers: { sse: 0, ws: 0, poll: 0 } });
    assert.equal((await publish({ to: "*", type: "blink", ephemeral: true })).id, null);
    await until(() => stream.events().length === 3, "both events of alice");
    assert.deepEqual(stream.events().slice(1).map(({ id, type, data }) => [id, type, data]), [[`${hub.ready.epoch}-1`, "a", 1], [undefined, "blink", null]]);
});

test("data arrives as its own octets", async (t) => {
    const hub = await startHub(t);
    const token = await hub.token({ user: "publisher", publish: ["*"] });
    const stream = await readEvents(t, `${hub.url}/api/events`, { token: await hub.token() });
    await until(() => stream.events().length === 1, "the welcome");
    const data = '{"b":1.0,"a":12345678901234567890,"s":"\\u00e9\\ud83d\\ude00"}';
    assert.equal((await hub.post(token, `{"to":"*","data":${data}}`)).status, 200);
    await until(() => stream.text().includes(`data: ${data}\n`), "the same octets");
});

test("what is refused, and how", async (t) => {
    const hub = await startHub(t, "--max-event", "1KiB");
    const all = await hub.token({ user: "publisher", publish: ["*"] }), some = await hub.token({ user: "some", publish: ["room:a*", "user:al*"] });
    const none = await hub.token({ user: "none" });
    const cases = [
        ["no token", undefined, { to: "*" }, 401],
        ["a token that may not", none, { to: "*" }, 403],
        ["everyone with a narrower token", some, { to: "*" }, 403],
        ["one target of two", some, { to: ["room:alpha", "room:beta"] }, 403],
        ["within the pattern", some, { to: ["room:alpha", "user:alice"] }, 200],
        ["no JSON", all, "{\"to\":", 400],
        ["not an object", all, "[1]", 400],
        ["no target", all, { data: 1 }, 400, /to/],
        ["an empty list", all, { to: [] }, 400, /to/],
        ["a malformed target", all, { to: "alice" }, 400, /to/],
        ["a reserved type", all, { to: "*", type: "hub.gap" }, 400, /type/],
        ["a line feed in the type", all, { to: "*", type: "a\nb" }, 400, /type/],
        ["an empty type", all, { to: "*", type: "" }, 400, /type/],
        ["bad UTF-8", all, Buffer.concat([Buffer.from('{"to":"*","data":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]), 400],
        ["data over the limit", all, { to: "*", data: "x".repeat(2000) }, 413],
    ];
    for (const [name, token, body, status, names] of cases) {
        await t.test(name, async () => {
            const answer = await hub.post(token, body);
            assert.equal(answer.status, status, JSON.stringify(answer.body));
            if (status === 200)
                return;
            assert.match(answer.headers.get("content-type"), /^application\/problem\+json/);
            assert.equal(answer.body.status, status);
            assert.equal(typeof answer.body.title, "string");
            assert.equal(typeof answer.body.detail, "string");
            if (names)
                assert.match(JSON.stringify([answer.body.member, answer.body.detail]), names);
        });
    }
    await t.test("a body over 8 MiB", async () => {
        const answer = await hub.post(all, "x".repeat(8 * 1024 * 1024 + 1)).catch((error) => ({ status: error.cause?.code ?? error.message }));
        // The hub may close before it has read all of it.
        assert.ok([413, "ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(answer.status), String(answer.status));
    });
});

test("many in one request", async (t) => {
    const hub = await startHub(t);
    const token = await hub.token({ user: "publisher", publish: ["room:*"] });
    const ndjson = { "Content-Type": "application/x-ndjson" };
    const lines = (...events) => events.map((event) => (typeof event === "string" ? event : JSON.stringify(event))).join("\n");
    const good = await hub.post(token, `${lines({ to: "room:a", data: 1 }, { to: "room:a", data: 2 })}\n`, ndjson);
    assert.equal(good.status, 200);
    assert.deepEqual(good.body.results.map(({ id }) => id), [`${hub.ready.epoch}-1`, `${hub.ready.epoch}-2`]);
    const mixed = await hub.post(token, lines({ to: "room:a" }, "{", { to: "user:bob" }, { to: "room:b" }), ndjson);
    assert.equal(mixed.status, 207);
    const [first, second, third, fourth] = mixed.body.results;
    assert.equal(first.id, `${hub.ready.epoch}-3`);
    assert.deepEqual([second.error.status, second.error.line], [400, 2]);
    assert.deepEqual([third.error.status, third.error.line], [403, 3]);
    assert.equal(fourth.id, `${hub.ready.epoch}-4`);
});

test("an idempotency key is good for one event", async (t) => {
    const hub = await startHub(t);
    const publish = await hub.publisher();
    const other = await hub.token({ user: "other", publish: ["*"] });
    const stream = await readEvents(t, `${hub.url}/api/events`, { token: await hub.token() });
    await until(() => stream.events().length === 1, "the welcome");
    const once = await publish({ to: "*", data: 1, key: "k" }), twice = await publish({ to: "*", data: 1, key: "k" });
    assert.equal(once.duplicate, undefined);
    assert.deepEqual(twice, { id: once.id, duplicate: true, receivers: twice.receivers });
    assert.deepEqual(Object.values(twice.receivers ?? {}).filter(Boolean), []);
    const { body } = await hub.post(other, { to: "*", data: 2, key: "k" });
    assert.notEqual(body.id, once.id, "another publisher's key is another key");
    await until(() => stream.events().length === 3, "two events");
    assert.deepEqual(stream.events().slice(1).map(({ data }) => data), [1, 2]);
});

test("CORS", async (t) => {
    const hub = await startHub(t);
    const token = await hub.token();
    const ask = (origin, path, method = "OPTIONS") => fetch(hub.url + path, {
        method, headers: { Origin: origin, "Access-Control-Request-Method": "POST", Authorization: `Bearer ${token}` } });
    for (const path of ["/api/publish", "/api/events", "/api/poll", "/api/clients", "/nowhere"]) {
        const preflight = await ask("http://localhost:5173", path);
        assert.ok([200, 204].includes(preflight.status), `${path}: ${preflight.status}`);
        assert.equal(preflight.headers.get("access-control-allow-origin"), "http://localhost:5173");
        const allowed = preflight.headers.get("access-control-allow-headers").toLowerCase().split(/, */);
        for (const header of ["authorization", "last-event-id", "content-type"])
            assert.ok(allowed.includes(header), header);
        assert.equal((await ask("https://evil.example", path)).headers.get("access-control-allow-origin"), null);
    }
    const poll = await fetch(`${hub.url}/api/poll?timeout=0`, { headers: { Origin: "http://127.0.0.1:9", Authorization: `Bearer ${token}` } });
    assert.equal(poll.headers.get("access-control-allow-origin"), "http://127.0.0.1:9");
    await t.test("a cookie alone cannot publish from a foreign page", async () => {
        const cookie = await hub.token({ user: "cookie", publish: ["*"] });
        const post = (origin) => hub.post(undefined, { to: "*" }, { Cookie: `token=${cookie}`, ...(origin ? { Origin: origin } : {}) });
        assert.equal((await post("https://evil.example")).status, 403);
        assert.equal((await post(hub.url)).status, 200);
    });
});

test("methods, paths and the page", async (t) => {
    const hub = await startHub(t);
    assert.equal((await hub.get("/nowhere")).status, 404);
    const wrong = await hub.get("/api/publish", await hub.token());
    assert.equal(wrong.status, 405);
    assert.match(wrong.headers.get("allow"), /POST/);
    for (const path of ["/healthz", "/readyz"])
        assert.equal((await hub.get(path)).status, 200);
    const page = await hub.get("/");
    assert.match(page.headers.get("content-type"), /^text\/html/);
    for (const [, file] of page.body.matchAll(/(?:src|href)="(\/[^"]+)"/g))
        assert.equal((await hub.get(file)).status, 200, file);
});
