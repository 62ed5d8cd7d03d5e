// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each finding by two clients that are built differently and have the same fault: it is found, and nothing else is.

import assert from "node:assert/strict";
import { connect, createServer } from "node:net";
import { once } from "node:events";
import { describe, test } from "node:test";
import { EventSource as NpmEventSource } from "eventsource";
import { EventSource as UndiciEventSource } from "undici";
import { startHub, until } from "../support/hub.mjs";
import { bareRequest, openSocket, openStream, poll, sleep, upgradeFields } from "../support/pushclients.mjs";

/** A hub with what every client here needs; ends when the finding is there, alone. */
async function stage(t, ...options) {
    const hub = await startHub(t, ...options);
    const token = await hub.token(), publish = await hub.publisher();
    const events = async (count, data = "x") => {
        for (let i = 0; i < count; ++i)
            await publish({ to: "room:lobby", data });
    };
    return { hub, token, events };
}

async function expectOnly(hub, code, check = () => {}, patience = 60000) {
    const found = await until(async () => {
        const all = await hub.findings();
        return all.some((finding) => finding.code === code) && all;
    }, `${code} is found`, patience);
    assert.deepEqual(found.map((finding) => finding.code), [code], JSON.stringify(found));
    const [finding] = found;
    assert.ok(finding.count >= 1 && finding.text.length > 20 && finding.evidence.length >= 1);
    assert.match(finding.lastSeen, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    check(finding);
    return finding;
}

/** A proxy whose pipes a test fills: onClient(data, near, far), onHub(data, near, far). */
async function badProxy(t, port, { onClient = (data, near, far) => far.write(data), onHub = (data, near) => near.write(data) }) {
    const sockets = new Set();
    const server = createServer((near) => {
        const far = connect(port, "127.0.0.1");
        for (const [socket, other, pass] of [[near, far, (data) => onClient(data, near, far)], [far, near, (data) => onHub(data, near, far)]]) {
            sockets.add(socket);
            socket.on("error", () => {});
            socket.on("data", pass);
            socket.on("close", () => other.destroy());
        }
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    t.after(() => {
        server.close();
        sockets.forEach((socket) => socket.destroy());
    });
    return `http://127.0.0.1:${server.address().port}`;
}

const clientId = "faulty";

describe("what is found", { concurrency: 4 }, () => {
    test("no-cursor: a WebSocket that starts anew", async (t) => {
        const { hub, token, events } = await stage(t);
        const first = await openSocket(t, hub, { token, clientId });
        await sleep(100);
        await hub.admin("DELETE", `/api/clients/${clientId}?how=rst`);
        await first.closed;
        await events(3);
        await openSocket(t, hub, { token, clientId });
        await expectOnly(hub, "no-cursor", (finding) => {
            assert.equal(finding.client, clientId);
            assert.match(finding.text, /3 events/);
        });
    });

    test("no-cursor: a fetched stream without Last-Event-ID, unnamed", async (t) => {
        const { hub, token, events } = await stage(t);
        for (let i = 0; i < 2; ++i) {
            const stream = await openStream(t, hub, { token });
            await hub.connected();
            await sleep(100);
            const [{ client }] = await hub.admin("GET", "/api/clients");
            await hub.admin("DELETE", `/api/clients/${client}?how=fin`);
            await stream.ended;
            await events(1);
        }
        await openStream(t, hub, { token });
        await expectOnly(hub, "no-cursor");
    });

    test("stale-cursor: a WebSocket that keeps the first cursor it was told", async (t) => {
        const { hub, token, events } = await stage(t);
        let cursor;
        for (let i = 0; i < 5; ++i) {
            const socket = await openSocket(t, hub, { token, clientId, cursor });
            cursor ??= socket.cursor();
            await events(2);
            await until(() => socket.count() === 2 * (i + 1), "the events came");
            socket.socket.close();
            await socket.closed;
        }
        await expectOnly(hub, "stale-cursor");
    });

    test("stale-cursor: a poller that never moves on", async (t) => {
        const { hub, token, events } = await stage(t);
        await events(1);
        const { cursor } = await poll(hub, { token, cursor: "earliest" });
        await events(2);
        for (let i = 0; i < 5; ++i)
            await poll(hub, { token, clientId, cursor });
        await expectOnly(hub, "stale-cursor");
    });

    test("stale-cursor: an id that stands in the URL for ever, unnamed, cut as soon as it was given something", async (t) => {
        const { hub, token, events } = await stage(t);
        await events(1);
        const url = `${hub.url}/api/events?room=lobby&lastEventId=${hub.ready.epoch}-1&token=${token}`;
        for (let i = 0; i < 6; ++i) {
            const ended = fetch(url, { headers: { "User-Agent": "frozen" } }).then((response) => response.text()).catch(() => {});
            await hub.connected();
            await events(2);
            const [{ client }] = await hub.admin("GET", "/api/clients");
            await hub.admin("DELETE", `/api/clients/${client}?how=fin`);
            await ended;
        }
        await expectOnly(hub, "stale-cursor");
    });

    test("duplicate: a WebSocket that has acknowledged more than it presents", async (t) => {
        const { hub, token, events } = await stage(t);
        const socket = await openSocket(t, hub, { token, clientId });
        const cursor = socket.cursor();
        await events(3);
        await until(() => socket.count() === 3, "the events came");
        socket.send("ack", { cursor: socket.cursor() });
        await sleep(50);
        socket.socket.close();
        await socket.closed;
        await openSocket(t, hub, { token, clientId, cursor });
        await expectOnly(hub, "duplicate", (finding) => assert.match(finding.text, /3 events/));
    });

    test("duplicate: a fetched stream that goes back", async (t) => {
        const { hub, token, events } = await stage(t);
        await events(5);
        const cursorAt = (seq) => `${hub.ready.epoch}-${seq}`;
        for (const cursor of [cursorAt(1), cursorAt(4), cursorAt(2)]) {
            const stream = await openStream(t, hub, { token, clientId, cursor });
            await hub.connected();
            await sleep(300);
            stream.close();
            await until(async () => (await hub.admin("GET", "/api/clients"))[0].state === "away", "it has left");
        }
        await expectOnly(hub, "duplicate");
    });

    test("no-backoff: a fetched stream every 60 ms", async (t) => {
        const { hub, token } = await stage(t);
        await hub.fault({ whom: { client: clientId }, what: { kind: "status", code: 503 } });
        let isFound = false;
        const tries = (async () => {
            while (!isFound) { // a busy machine may give it jitter for a while
                assert.equal((await openStream(t, hub, { token, clientId })).status, 503);
                await sleep(60);
            }
        })();
        try {
            await expectOnly(hub, "no-backoff", (finding) => assert.match(finding.text, /503.*(fixed \d+ ms|at once)/));
        } finally {
            isFound = true;
            await tries;
        }
    });

    test("no-backoff: a WebSocket that doubles its wait, without jitter", async (t) => {
        for (let left = 2; ; --left) {
            const { hub, token } = await stage(t);
            await hub.fault({ whom: { protocol: "ws" }, what: { kind: "status", code: 503 } });
            for (const wait of [200, 400, 800, 1600, 3200, 3200, 3200, 3200, 3200]) {
                await openSocket(t, hub, { token, clientId });
                await sleep(wait);
            }
            try {
                await expectOnly(hub, "no-backoff", (finding) => assert.match(finding.text, /×2 from .*no jitter/), 10000);
                return;
            } catch (error) {
                if (left === 0)
                    throw error; // on a busy machine this client does have jitter
            }
        }
    });

    test("herd: thirty bare streams, half a second later", async (t) => {
        const { hub, token } = await stage(t);
        const open = () => Array.from({ length: 30 },
            (_, i) => bareRequest(t, hub.port, `/api/events?clientId=h${i}`, { token, headers: { "Last-Event-ID": `${hub.ready.epoch}-0` } }));
        const crowd = open();
        await hub.connected(30);
        await hub.fault({ what: { kind: "fin" } });
        await Promise.all(crowd.map(({ closed }) => closed));
        await sleep(500);
        open();
        await expectOnly(hub, "herd", (finding) => {
            assert.equal(finding.client, null);
            assert.ok(finding.clients >= 20);
        });
    });

    test("herd: twenty-five WebSockets at once", async (t) => {
        const { hub, token } = await stage(t);
        const open = (cursor) => Promise.all(Array.from({ length: 25 }, (_, i) => openSocket(t, hub, { token, clientId: `h${i}`, cursor })));
        const crowd = await open();
        await hub.fault({ what: { kind: "close-code", code: 1012 } });
        await Promise.all(crowd.map(({ closed }) => closed));
        await sleep(300);
        await open(`${hub.ready.epoch}-0`);
        await expectOnly(hub, "herd");
    });

    test("no-pong: `ws` with autoPong off", async (t) => {
        const { hub, token, events } = await stage(t, "--keepalive", "1s");
        await openSocket(t, hub, { token, clientId, options: { autoPong: false } });
        await events(2);
        await expectOnly(hub, "no-pong");
    });

    test("no-pong: a bare socket that reads, and closes when it is closed", async (t) => {
        const { hub, token } = await stage(t, "--keepalive", "1s");
        bareRequest(t, hub.port, `/ws?clientId=${clientId}`, { token, headers: upgradeFields, onData: () => {} });
        await expectOnly(hub, "no-pong");
    });

    const large = "x".repeat(200 * 1024);
    test("slow-consumer: a bare stream that is not read", async (t) => {
        const { hub, token, events } = await stage(t, "--queue-limit", "1MiB");
        bareRequest(t, hub.port, `/api/events?room=lobby&clientId=${clientId}`, { token, paused: true });
        await hub.connected();
        await events(60, large);
        await expectOnly(hub, "slow-consumer");
    });

    test("slow-consumer: a WebSocket that is not read", async (t) => {
        const { hub, token, events } = await stage(t, "--queue-limit", "1MiB");
        const socket = await openSocket(t, hub, { token, clientId, options: { perMessageDeflate: false } });
        socket.socket.pause();
        await events(60, large);
        await expectOnly(hub, "slow-consumer");
    });

    test("leaked-connection: a second WebSocket of one clientId", async (t) => {
        const { hub, token } = await stage(t);
        const first = await openSocket(t, hub, { token, clientId });
        await openSocket(t, hub, { token, clientId, cursor: first.cursor() });
        await expectOnly(hub, "leaked-connection");
    });

    test("leaked-connection: an unnamed stream with the first one's cursor", async (t) => {
        const { hub, token, events } = await stage(t);
        const first = await openStream(t, hub, { token });
        await hub.connected();
        await events(2);
        await until(() => first.count() === 2, "the events came");
        await openStream(t, hub, { token, cursor: first.cursor() });
        await expectOnly(hub, "leaked-connection");
    });

    test("connection-limit: six streams that look like a browser's", async (t) => {
        const { hub, token } = await stage(t);
        for (let i = 0; i < 6; ++i)
            await openStream(t, hub, { token, userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0" });
        await expectOnly(hub, "connection-limit", (finding) => assert.equal(finding.evidence.length, 6));
    });

    test("connection-limit: six bare streams of named tabs", async (t) => {
        const { hub, token } = await stage(t);
        const headers = { "User-Agent": "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15" };
        for (let i = 0; i < 6; ++i)
            bareRequest(t, hub.port, `/api/events?clientId=tab-${i}`, { token, headers });
        await expectOnly(hub, "connection-limit");
    });

    test("poll-delay: 700 ms between polls", async (t) => {
        const { hub, token } = await stage(t);
        let cursor;
        for (let i = 0; i < 5; ++i) {
            ({ cursor } = await poll(hub, { token, clientId, cursor, timeout: 0.1 }));
            await sleep(700);
        }
        await expectOnly(hub, "poll-delay", (finding) => assert.match(finding.text, /Waits (7|8|9)\d\d ms/));
    });

    test("poll-delay: asks each second, unnamed, and never waits", async (t) => {
        const { hub, token, events } = await stage(t);
        let cursor;
        for (let i = 0; i < 5; ++i) {
            ({ cursor } = await poll(hub, { token, cursor, timeout: 0 }));
            await events(1);
            await sleep(1000);
        }
        await expectOnly(hub, "poll-delay");
    });

    test("poll-timeout: fetch with a limit of 1.2 s", async (t) => {
        const { hub, token } = await stage(t);
        const { cursor } = await poll(hub, { token, clientId, timeout: 0 });
        for (let i = 0; i < 6; ++i)
            await assert.rejects(poll(hub, { token, clientId, cursor, signal: AbortSignal.timeout(1200) }));
        await expectOnly(hub, "poll-timeout", (finding) => assert.match(finding.text, /after 1\.[1-9] s/));
    });

    test("poll-delay: a tick of 2.5 s, for which the hub does not wait", async (t) => {
        const { hub, token } = await stage(t);
        let cursor;
        for (let i = 0; i < 5; ++i) {
            ({ cursor } = await poll(hub, { token, clientId, cursor, timeout: 0 }));
            await sleep(2500);
        }
        await expectOnly(hub, "poll-delay");
    });

    test("poll-timeout: bare requests that end after 900 ms", async (t) => {
        const { hub, token } = await stage(t);
        for (let i = 0; i < 6; ++i) {
            const { socket, closed } = bareRequest(t, hub.port, `/api/poll?clientId=${clientId}&cursor=${hub.ready.epoch}-0`, { token });
            await sleep(900);
            socket.end();
            await closed;
        }
        await expectOnly(hub, "poll-timeout");
    });

    test("auth-loop: a stream with an expired token", async (t) => {
        const { hub } = await stage(t);
        const token = hub.sign({ sub: "alice", exp: Math.floor(Date.now() / 1000) - 3600 });
        for (let i = 0; i < 6; ++i) {
            assert.equal((await openStream(t, hub, { token, clientId })).status, 401);
            await sleep(100);
        }
        await expectOnly(hub, "auth-loop", (finding) => assert.equal(finding.client, clientId));
    });

    test("auth-loop: a WebSocket with a token of another key", async (t) => {
        const { hub } = await stage(t);
        const token = hub.sign({ sub: "alice" }, { secret: "not the secret of this hub" });
        for (let i = 0; i < 6; ++i) {
            assert.equal(await (await openSocket(t, hub, { token, clientId })).closed, 4001);
            await sleep(150);
        }
        await expectOnly(hub, "auth-loop");
    });

    for (const [name, EventSource, how] of [["eventsource", NpmEventSource, "fin"], ["undici", UndiciEventSource, "rst"]]) {
        test(`stopped-for-good: ${name} after a 503`, async (t) => {
            const { hub, token } = await stage(t);
            const source = new EventSource(`${hub.url}/api/events?clientId=${clientId}&token=${token}`);
            t.after(() => source.close());
            source.onerror = () => {};
            await hub.connected();
            await sleep(100);
            await hub.fault({ whom: { client: clientId, next: 1 }, what: { kind: "status", code: 503 } });
            await hub.admin("DELETE", `/api/clients/${clientId}?how=${how}`);
            await expectOnly(hub, "stopped-for-good", (finding) => assert.match(finding.text, /503/));
        });
    }

    const holdsBack = (ms) => {
        const waiting = [];
        setInterval(() => waiting.splice(0).forEach((pass) => pass()), ms).unref();
        return (pass) => waiting.push(pass);
    };
    const acknowledge = (message, connection) => connection.send("ack", { cursor: message.id });
    for (const [name, pipes] of [
        ["events are held back", (hold) => ({ onHub: (data, near) => hold(() => near.write(data)) })],
        ["acknowledgements are held back", (hold) => ({ onClient: (data, near, far) => hold(() => far.write(data)) })],
    ]) {
        test(`buffered-path: ${name}`, async (t) => {
            const { hub, token, events } = await stage(t);
            const url = await badProxy(t, hub.port, pipes(holdsBack(2000)));
            await openSocket(t, hub, { token, clientId, url, onEvent: acknowledge });
            const publishing = (async () => {
                for (let i = 0; i < 50; ++i) {
                    await events(1);
                    await sleep(200);
                }
            })();
            await expectOnly(hub, "buffered-path");
            await publishing;
        });
    }

    test("upgrade-blocked: a proxy that removes the fields of a hop", async (t) => {
        const { hub, token } = await stage(t);
        const strip = (data, near, far) => far.write(data.toString("latin1").replace(/^(upgrade|connection):.*\r\n/gim, ""), "latin1");
        const url = await badProxy(t, hub.port, { onClient: strip });
        await openSocket(t, hub, { token, clientId, url });
        await openStream(t, hub, { token, clientId });
        await expectOnly(hub, "upgrade-blocked", (finding) => assert.match(finding.text, /fell back to sse/));
    });

    test("upgrade-blocked: a proxy that swallows the answer, and no fallback", async (t) => {
        const { hub, token } = await stage(t);
        const url = await badProxy(t, hub.port, { onHub: () => {} });
        for (let i = 0; i < 4; ++i) {
            await openSocket(t, hub, { token, clientId, url, options: { handshakeTimeout: 1200 } });
            await sleep(200 + 300 * Math.random());
        }
        await expectOnly(hub, "upgrade-blocked", (finding) => assert.match(finding.text, /gave up after 1\.\d s/));
    });

    test("upgrade-blocked: a proxy that leaves nothing of the upgrade", async (t) => {
        const { hub, token } = await stage(t);
        const strip = (data, near, far) => far.write(data.toString("latin1").replace(/^(upgrade|connection|sec-websocket[^:]*):.*\r\n/gim, ""), "latin1");
        const url = await badProxy(t, hub.port, { onClient: strip });
        await openSocket(t, hub, { token, clientId, url });
        await openStream(t, hub, { token, clientId });
        await expectOnly(hub, "upgrade-blocked", (finding) => assert.match(finding.text, /fell back to sse/));
    });

    test("upgrade-blocked: a proxy that swallows the answer", async (t) => {
        const { hub, token } = await stage(t);
        const url = await badProxy(t, hub.port, { onHub: () => {} });
        const { socket } = bareRequest(t, Number(new URL(url).port), `/ws?clientId=${clientId}`, { token, headers: upgradeFields });
        await hub.connected();
        await sleep(1000);
        socket.destroy();
        await sleep(100);
        await poll(hub, { token, clientId, timeout: 0 });
        await expectOnly(hub, "upgrade-blocked", (finding) => assert.match(finding.text, /fell back to poll/));
    });
});
