// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that behave well in ways that others use for mistakes: pages that are loaded anew, tools that are run again, tokens that
// are renewed, ways that are left for others. Nothing is found.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { describe, test } from "node:test";
import { EventSource as NpmEventSource } from "eventsource";
import { startHub } from "../support/hub.mjs";
import { startProxy } from "../support/proxy.mjs";
import { bareRequest, openSocket, openStream, poll, sleep } from "../support/pushclients.mjs";

const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
const jitter = (ms) => sleep(ms * (0.3 + 0.7 * Math.random()));

function lookalike(name, play, { options = [], patienceMs = 3000 } = {}) {
    test(name, async (t) => {
        const hub = await startHub(t, ...options);
        const token = await hub.token(), publish = await hub.publisher();
        const events = async (count) => {
            for (let i = 0; i < count; ++i)
                await publish({ to: "room:lobby", data: "x" });
        };
        await play({ t, hub, token, events });
        await sleep(patienceMs); // what needs time to be found has it
        assert.deepEqual(await hub.findings(), []);
    });
}

describe("nothing is found", { concurrency: 6 }, () => {
    lookalike("a page with an EventSource is loaded anew, and again", async ({ t, hub, token, events }) => {
        for (let i = 0; i < 5; ++i) {
            const stream = await openStream(t, hub, { token, userAgent: browser });
            await events(2);
            await sleep(200);
            stream.close();
            await sleep(100);
            await events(1);
            await jitter(500);
        }
    });

    lookalike("a polling page is loaded anew, and again", async ({ hub, token, events }) => {
        for (let page = 0; page < 4; ++page) {
            let cursor;
            for (let i = 0; i < 3; ++i) {
                const polled = poll(hub, { token, cursor, timeout: 1 });
                await sleep(150);
                await events(1);
                ({ cursor } = await polled);
            }
            await events(2);
            await sleep(400);
        }
    });

    lookalike("curl is run again and again", async ({ hub, token, events }) => {
        const curl = (...more) => new Promise((resolve) => execFile("curl", ["-sN", "-m", "1", "-H", `Authorization: Bearer ${token}`, ...more], resolve));
        for (let i = 0; i < 5; ++i) {
            const running = curl(`${hub.url}/api/events?room=lobby`);
            await sleep(300);
            await events(2);
            await running;
            await curl(`${hub.url}/api/poll?room=lobby&timeout=0&cursor=earliest`);
            await events(1);
        }
        await curl("-H", "Authorization:", "-H", "Accept: text/event-stream", `${hub.url}/api/events`);
    }, { patienceMs: 9500 });

    lookalike("a load balancer looks whether the hub is there", async ({ t, hub }) => {
        for (let i = 0; i < 12; ++i) {
            for (const path of ["/healthz", "/readyz", "/ws", "/api/events", "/api/poll?timeout=0"])
                await bareRequest(t, hub.port, path, { headers: { Connection: "close", "User-Agent": "kube-probe/1.29" } }).closed;
            await sleep(200);
        }
    });

    lookalike("a new token, and the new connection before the old one goes", async ({ t, hub, token, events }) => {
        let socket = await openSocket(t, hub, { token, clientId: "good" });
        for (let i = 0; i < 5; ++i) {
            await events(3);
            await sleep(300);
            const next = await openSocket(t, hub, { token, clientId: "good", cursor: socket.cursor() });
            await events(1);
            await sleep(200);
            socket.socket.close(1000);
            socket = next;
            await sleep(300);
        }
    });

    lookalike("an EventSource with an old token, and then with a new one", async ({ t, hub, token, events }) => {
        const old = hub.sign({ sub: "alice", rooms: ["lobby"], exp: Math.floor(Date.now() / 1000) - 3600 });
        const refused = new NpmEventSource(`${hub.url}/api/events?token=${old}`);
        await new Promise((resolve) => refused.addEventListener("error", resolve));
        refused.close();
        const source = new NpmEventSource(`${hub.url}/api/events?room=lobby&token=${token}`);
        t.after(() => source.close());
        await hub.connected();
        await events(2);
    }, { patienceMs: 10500 });

    lookalike("an EventSource that is refused, and its page polls then", async ({ hub, token }) => {
        await hub.fault({ whom: { next: 1 }, what: { kind: "status", code: 503 } });
        const headers = { Authorization: `Bearer ${token}`, Accept: "text/event-stream", "User-Agent": "polling" };
        assert.equal((await fetch(`${hub.url}/api/events?room=lobby`, { headers })).status, 503);
        let cursor;
        for (let i = 0; i < 11; ++i)
            ({ cursor } = await poll(hub, { token, cursor, timeout: 1 }));
    }, { patienceMs: 0 });

    lookalike("a WebSocket that works, is cut, and is left for an event stream", async ({ t, hub, token, events }) => {
        const proxy = await startProxy(t, hub.port);
        const socket = await openSocket(t, hub, { token, clientId: "good", url: proxy.url });
        await events(2);
        await sleep(1000);
        const cursor = socket.cursor();
        proxy.cut();
        await socket.closed;
        await events(2);
        await openStream(t, hub, { token, clientId: "good", cursor });
    });

    lookalike("a quiet WebSocket, left for polls, unnamed", async ({ t, hub, token, events }) => {
        const socket = await openSocket(t, hub, { token, options: { headers: { "User-Agent": "polling" } } });
        await sleep(1000);
        let cursor = socket.cursor();
        socket.socket.terminate();
        await socket.closed;
        await events(2);
        for (let i = 0; i < 3; ++i)
            ({ cursor } = await poll(hub, { token, cursor, timeout: 0.5 }));
    });

    lookalike("a WebSocket that gathers its acknowledgements", async ({ t, hub, token, events }) => {
        const gathered = [];
        const socket = await openSocket(t, hub, { token, clientId: "good", onEvent: ({ id }) => gathered.push(id) });
        for (let i = 0; i < 60; ++i) {
            await events(1);
            if (i % 10 === 9)
                gathered.splice(0).forEach((cursor) => socket.send("ack", { cursor }));
            await sleep(150);
        }
    });

    lookalike("eight that nobody knows begin while the hub refuses", async ({ t, hub, token, events }) => {
        await hub.fault({ what: { kind: "status", code: 503 }, for: "3s" });
        await Promise.all(Array.from({ length: 8 }, async () => {
            for (let i = 0; !(await openSocket(t, hub, { token })).isOpen(); ++i)
                await jitter(Math.min(5000, 400 * 2 ** i));
        }));
        await events(2);
    });

    lookalike("one that goes from protocol to protocol while all are refused", async ({ t, hub, token }) => {
        await hub.fault({ what: { kind: "status", code: 503 }, for: "6s" });
        const opened = async () => (await openSocket(t, hub, { token, clientId: "good" })).isOpen()
            || (await openStream(t, hub, { token, clientId: "good" })).status === 200
            || (await poll(hub, { token, clientId: "good", timeout: 0 })).status === 200;
        for (let i = 0; !(await opened()); ++i)
            await jitter(300 * 1.7 ** i);
    });

    lookalike("a poller that takes three at a time", async ({ hub, token, events }) => {
        await events(30);
        let cursor = "earliest";
        for (let received = 0; received < 30;) {
            const answer = await fetch(`${hub.url}/api/poll?room=lobby&limit=3&timeout=1&clientId=good&cursor=${cursor}`,
                { headers: { Authorization: `Bearer ${token}` } });
            const body = await answer.json();
            received += body.events.length;
            ({ cursor } = body);
        }
    });

    lookalike("a phone that goes from network to network", async ({ t, hub, token, events }) => {
        let cursor;
        for (const localAddress of ["127.0.0.1", "127.0.0.2", "127.0.0.3"]) {
            const socket = await openSocket(t, hub, { token, clientId: "phone", cursor, options: { localAddress } });
            await events(2);
            await sleep(300);
            cursor = socket.cursor();
            socket.socket.pause(); // the old one hangs
        }
    });

    lookalike("visitors of one kind come and go", async ({ t, hub, token, events }) => {
        const present = []; // one at least, or who comes next might be who has just left
        for (let i = 0; i < 30; ++i) {
            present.push(await openStream(t, hub, { token }));
            await sleep(100 * Math.random());
            if (i % 2)
                await events(1);
            while (present.length > 2 + i % 4)
                present.shift().close();
        }
        for (const stream of present)
            stream.close();
    });
});
