// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of fault over TLS, and on single streams of one HTTP/2 connection: its effect, its end, and that nothing stays broken.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import http2 from "node:http2";
import { join } from "node:path";
import tls from "node:tls";
import { bystander, faultTest } from "../support/faults.mjs";
import { until } from "../support/hub.mjs";
import { openOn, paths } from "../support/securepaths.mjs";

/** What passes is held back until the rule goes. */
const holds = (what) => async ({ open, only, faults, passes }) => {
    const client = await open();
    const rule = await faults.add(what, only);
    const id = await passes("held");
    await until(async () => await faults.hits(rule) === 1, "the rule acts");
    assert.ok(!client.events.some((event) => event.id === id && event.data === "held"));
    await faults.remove(rule);
    await until(() => client.data().at(-1) === "held", "what was held is there");
    return client;
};

/** The connection ends, by the rule. */
const ends = (what, { publishes, check = () => {} } = {}) => async ({ open, only, faults, publish }) => {
    const client = await open();
    const rule = await faults.add(what, only);
    if (publishes)
        await publish({ to: "user:alice", data: publishes });
    await until(() => client.ending, `it ends by ${what.kind}`);
    check(client);
    await faults.call("DELETE", `/api/faults/${rule}`); // one that acts once is gone already
    const again = await open({ cursor: client.cursor() });
    const [row] = await faults.reconnects(client.name);
    assert.equal(row.endedBy, `fault ${rule} ${what.kind}`);
    assert.equal(row.lost, 0);
    return again;
};

/** Live events come otherwise while the rule is there. */
const changes = (what, expected) => async ({ open, only, faults, passes }) => {
    const client = await open();
    const rule = await faults.add(what, only);
    await passes("one");
    await passes("two");
    await until(() => client.data().length >= expected.length, `they come as ${what.kind} has it`);
    await faults.remove(rule);
    await passes("three");
    await until(() => client.data().at(-1) === "three", "the next one comes");
    assert.deepEqual(client.data(), [...expected, "three"]);
    return client;
};

/** A request is answered otherwise while the rule is there. */
const answers = (what, check) => async ({ open, only, faults }) => {
    const rule = await faults.add(what, only);
    const client = await open({ greeted: false });
    await until(() => client.status !== null || client.ending, "there is an answer");
    await check(client);
    client.leave();
    await faults.remove(rule);
    return open();
};

const isEnded = (client) => until(() => client.ending, "it is over");

/** Of each path: the kinds that a client on it can feel. Each gives a client that is connected when all is over. */
const kinds = {
    "latency": holds({ kind: "latency", ms: 600000 }),
    "blackhole": holds({ kind: "blackhole" }),
    "bandwidth": holds({ kind: "bandwidth", bytesPerSecond: 1 }),
    "buffer": holds({ kind: "buffer", bytes: 1_000_000 }),
    "delay": holds({ kind: "delay", ms: 600000 }),
    "slice": async ({ open, only, faults, publish }) => {
        const client = await open();
        const rule = await faults.add({ kind: "slice", bytes: 9 }, only);
        client.pieces.length = 0;
        await publish({ to: "user:alice", data: "x".repeat(300) });
        await until(() => client.data().length === 1, "it is whole");
        assert.ok(client.pieces.length > 3 && client.pieces.length < 400, JSON.stringify(client.pieces)); // some are read as one
        await faults.remove(rule);
        return client;
    },
    "fin": ends({ kind: "fin" }),
    "rst": ends({ kind: "rst" }),
    "cut-after": ends({ kind: "cut-after", bytes: 500 },
        { publishes: "x".repeat(1000), check: (client) => assert.deepEqual(client.data(), []) }),
    "idle-timeout": ends({ kind: "idle-timeout", ms: 100 }),
    "slow-close": async ({ open, only, faults }) => {
        const client = await open();
        const rule = await faults.add({ kind: "slow-close", ms: 600000 }, only);
        await faults.drop(client.name, "fin");
        await until(async () => (await faults.client(client.name)).state === "away", "it has left the hub");
        assert.equal(client.ending, null);
        await faults.remove(rule);
        await isEnded(client);
        return open({ cursor: client.cursor() });
    },
    "status": answers({ kind: "status", code: 503 }, (client) => assert.equal(client.status, 503)),
    "drop-header": answers({ kind: "drop-header", name: "Authorization" }, async (client) => {
        await until(() => client.status === 401 || client.closeCode === 4001, "its token is gone");
    }),
    "expire-token": async ({ open, only, faults }) => {
        const client = await open();
        const rule = await faults.add({ kind: "expire-token" }, { ...only, for: "600s" });
        await isEnded(client);
        const again = await open({ greeted: false });
        await until(() => again.status === 401 || again.closeCode === 4001, "it is refused");
        await faults.remove(rule);
        return open({ cursor: client.cursor() });
    },
    "lose": changes({ kind: "lose" }, []),
    "duplicate": changes({ kind: "duplicate" }, ["one", "one", "two", "two"]),
    "reorder": changes({ kind: "reorder" }, ["two", "one"]),
    "no-keepalive": async ({ open, only, faults }) => {
        const client = await open();
        await until(() => client.keepalives > 0, "it is kept alive");
        const rule = await faults.add({ kind: "no-keepalive" }, only);
        await until(async () => await faults.hits(rule) >= 1, "one is kept back");
        const before = client.keepalives;
        await until(async () => await faults.hits(rule) >= 4, "more are kept back");
        assert.equal(client.keepalives, before);
        await faults.remove(rule);
        await until(() => client.keepalives > before, "they are sent again");
        return client;
    },
    "malformed-frame": async ({ open, only, faults }, path) => {
        const client = await open();
        await faults.add({ kind: "malformed-frame" }, only);
        await until(() => client.broken, "its protocol is broken");
        assert.match(client.broken, /^(HPE_INVALID|WS_ERR|ERR_ENCODING_INVALID)/);
        client.leave();
        await until(async () => (await faults.client(client.name)).state === "away", "it has left");
        return open({ cursor: client.cursor() });
    },
    "evict": async ({ open, faults, publish }) => {
        const first = await publish({ to: "user:alice", data: "old" });
        const second = await publish({ to: "user:alice", data: "old, too" });
        await publish({ to: "user:alice", data: "kept" });
        await faults.add({ kind: "evict", upTo: second.id });
        const client = await open({ cursor: first.id });
        await until(() => client.data().length === 1, "what is left");
        assert.ok(client.events.some(({ type }) => type === "hub.gap"));
        assert.deepEqual(client.data(), ["kept"]);
        return client;
    },
};

const ofStreams = {
    "strip-last-event-id": async ({ open, only, faults, publish }) => {
        const { id } = await publish({ to: "user:alice", data: "before" });
        await publish({ to: "user:alice", data: "missed" });
        const rule = await faults.add({ kind: "strip-last-event-id" }, only);
        const client = await open({ cursor: id });
        assert.equal(client.events[0].type, "hub.welcome"); // as if it were a new one
        client.leave();
        await until(async () => (await faults.client(client.name)).state === "away", "it has left");
        await faults.remove(rule);
        const again = await open({ cursor: id });
        await until(() => again.data()[0] === "missed", "its header is whole again");
        return again;
    },
    "content-type": answers({ kind: "content-type", value: "text/html" },
        (client) => assert.equal(client.headers["content-type"], "text/html")),
    "drop-header, of the answer": answers({ kind: "drop-header", name: "Cache-Control" }, (client) => {
        assert.equal(client.status, 200);
        assert.equal(client.headers["cache-control"], undefined);
    }),
    "close-code": ends({ kind: "close-code", code: 4321, reason: "for a test" }), // it has none: it ends
};

const ofSockets = {
    "block-upgrade, refused": answers({ kind: "block-upgrade", how: "403" }, (client) => assert.equal(client.status, 403)),
    "block-upgrade, never answered": async ({ open, only, faults }) => {
        const rule = await faults.add({ kind: "block-upgrade", how: "hang" }, only);
        const client = await open({ greeted: false });
        await until(async () => await faults.hits(rule) === 1, "it hangs");
        assert.deepEqual([client.status, client.ending], [null, null]);
        await faults.remove(rule);
        await isEnded(client);
        return open();
    },
    "no-pong": async ({ open, only, faults, passes }) => {
        const client = await open();
        const rule = await faults.add({ kind: "no-pong" }, only);
        client.ping();
        await until(async () => await faults.hits(rule) === 1, "it is not answered");
        await passes("after it");
        await until(() => client.data().length === 1, "what the hub sent later is there");
        assert.equal(client.pongs, 0);
        await faults.remove(rule);
        client.ping();
        await until(() => client.pongs === 1, "it is answered again");
        return client;
    },
    "close-code": ends({ kind: "close-code", code: 4321, reason: "for a test" },
        { check: (client) => assert.equal(client.closeCode, 4321) }),
};

/** Of the hub as a whole, last: who is connected is cut. */
async function refuses({ open, url, ca, hub, faults, publish, isHttp2 }) {
    const client = await open();
    const control = http2.connect(hub.url); // a connection from before: its streams are no connections
    control.on("error", () => {});
    await once(control, "remoteSettings");
    const rule = await faults.add({ kind: "refuse" });
    const knock = async () => {
        const socket = tls.connect({ host: "127.0.0.1", port: Number(new URL(url).port), ca });
        try {
            await once(socket, "secureConnect");
            return "connected";
        } catch (error) {
            return error.code;
        } finally {
            socket.destroy();
        }
    };
    await until(async () => await knock() === "ECONNREFUSED", "nobody is let in");
    if (isHttp2)
        (await open({ name: "another-stream" })).leave();
    const removal = control.request({ ":method": "DELETE", ":path": `/api/faults/${rule}`, authorization: `Bearer ${faults.token}` });
    const [head] = await once(removal, "response");
    assert.equal(head[":status"], 204);
    control.destroy();
    await until(async () => await knock() === "connected", "all are let in again");
    await publish({ to: "user:alice", data: "stayed" });
    await until(() => client.data().at(-1) === "stayed", "who was in stayed in");
    return client;
}

const restarts = (drain) => async ({ open, connect, faults, isSocket }) => {
    const client = await open();
    // Without a drain the restart may cut the answer to this very request off, too.
    const rule = await faults.add({ kind: "restart", drain, retryMs: 100, jitterMs: 0 }).catch((error) => {
        assert.ok(!drain, error);
        return "\\S+";
    });
    await isEnded(client);
    if (isSocket)
        assert.equal(client.closeCode === 1012, drain);
    await until(async () => (await faults.list().catch(() => null))?.length === 0, "it has restarted");
    await connect();
    const again = await open({ cursor: client.cursor() });
    assert.match((await faults.reconnects(client.name))[0].endedBy, new RegExp(`^fault ${rule} restart$`));
    return again;
};

for (const [pathName, { protocol, begin }] of Object.entries(paths)) {
    faultTest(pathName, async (t, { hub, publish, token, faults }) => {
        const url = hub.ready.listen[1], isHttp2 = pathName.includes("HTTP/2"), isSocket = protocol === "ws";
        const ca = readFileSync(join(hub.home, "pushscope", "tls", "pushscope-authority.pem"));
        const path = await begin(t, url, ca);
        const passes = await bystander(t, hub, publish);
        const sibling = await openOn(path, "sibling", { token });

        const play = (kind, story, { whole = true } = {}) => t.test(kind, async (sub) => {
            const name = kind.replace(/[^a-z0-9]+/g, "-");
            const open = (options = {}) => openOn(path, name, { token, ...options });
            const tools = { open, url, ca, hub, publish, token, faults, passes, isHttp2, isSocket, only: { whom: { client: name } },
                connect: () => path.connect?.() };
            const client = await story(tools);
            assert.deepEqual(await faults.list(), []);
            const { id } = await publish({ to: "room:lobby", data: `after ${kind}` });
            const comesOnce = async (who) => {
                await until(() => who.events.some((event) => event.id === id), `${who.name} has what comes after ${kind}`);
                assert.equal(who.events.filter((event) => event.id === id).length, 1);
            };
            await comesOnce(client);
            if (whole)
                await comesOnce(sibling);
            assert.ok(!whole || (path.isWhole?.() ?? true), "the connection of the streams lives");
            client.leave();
            await until(async () => (await faults.client(name)).state === "away", `${name} has left`);
        });

        for (const [kind, story] of Object.entries({ ...kinds, ...(isSocket ? ofSockets : ofStreams), "refuse": refuses }))
            await play(kind, story);
        await play("restart, with drain", restarts(true), { whole: false });
        await play("restart, without", restarts(false), { whole: false });
    }, "--listen", "https://127.0.0.1:0", "--tls-self-signed", "--keepalive", "300ms");
}
