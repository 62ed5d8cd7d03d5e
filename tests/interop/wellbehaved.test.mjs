// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that behave well and look, for a moment, like others that don't: nothing is found. (Each client of survivesCuts() is
// looked at in the same way.)

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { request, createServer } from "node:http";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, test } from "node:test";
import { EventSource as NpmEventSource } from "eventsource";
import { startHub, until } from "../support/hub.mjs";
import { bareRequest, openSocket, openStream, poll, sleep } from "../support/pushclients.mjs";

async function stage(t, ...options) {
    const hub = await startHub(t, ...options);
    const token = await hub.token(), publish = await hub.publisher();
    const events = async (count, data = "x") => {
        for (let i = 0; i < count; ++i)
            await publish({ to: "room:lobby", data });
    };
    return { hub, token, events };
}

/** What needs time to be found has it. */
async function expectNothing(hub, patienceMs = 3500) {
    await sleep(patienceMs);
    assert.deepEqual(await hub.findings(), []);
}

const drop = async (hub, how) => {
    for (const { client, state } of await hub.admin("GET", "/api/clients")) {
        if (state !== "away")
            await hub.admin("DELETE", `/api/clients/${client}?how=${how}`);
    }
};

describe("nothing is found", { concurrency: 4 }, () => {
    test("two tabs of one user, cut and cut again", async (t) => {
        const { hub, token, events } = await stage(t);
        const seen = [0, 0];
        for (const tab of [0, 1]) {
            const source = new NpmEventSource(`${hub.url}/api/events?room=lobby&token=${token}`);
            t.after(() => source.close());
            source.addEventListener("message", () => ++seen[tab]);
        }
        await hub.connected(2);
        let expected = 0;
        for (const how of ["fin", "rst", "fin"]) {
            await events(2);
            await drop(hub, how);
            await events(3);
            expected += 5;
            await until(() => seen.every((count) => count === expected), `all came: ${seen} of ${expected}`);
        }
        await expectNothing(hub);
    });

    for (const kind of ["ws", "sse", "poll"]) {
        test(`refused for a moment, with jitter: ${kind}`, async (t) => {
            const { hub, token, events } = await stage(t);
            await hub.fault({ whom: {}, what: { kind: "status", code: 503 }, for: "4s" });
            for (let attempt = 0, connected = false; !connected; ++attempt) {
                await sleep(Math.random() * Math.min(200 * 2 ** attempt, 5000));
                if (kind === "ws")
                    connected = (await openSocket(t, hub, { token, clientId: "good" })).isOpen();
                else if (kind === "sse")
                    connected = (await openStream(t, hub, { token, clientId: "good" })).status === 200;
                else
                    connected = (await poll(hub, { token, clientId: "good", timeout: 0 })).status === 200;
            }
            await events(3);
            await expectNothing(hub);
        });
    }

    test("a poller that asks at once, unnamed", async (t) => {
        const { hub, token, events } = await stage(t);
        let cursor, received = 0, published = 0;
        const polling = (async () => {
            while (received < 30) {
                const answer = await poll(hub, { token, cursor, timeout: 1 });
                ({ cursor } = answer);
                received += answer.events.length;
            }
        })();
        for (; published < 30; published += 2) {
            await sleep(250);
            await events(2);
        }
        await polling;
        await expectNothing(hub, 1500);
    });

    test("a slow and steady reader", async (t) => {
        const { hub, token, events } = await stage(t);
        const { socket } = bareRequest(t, hub.port, "/api/events?room=lobby&clientId=slow", { token, onData: (data, from) => {
            from.pause(); // 64 KiB at most, twenty times a second
            setTimeout(() => from.resume(), 50);
        } });
        await hub.connected();
        for (let second = 0; second < 15; ++second) {
            await events(4, "x".repeat(100 * 1024));
            await sleep(900);
        }
        assert.ok(!socket.destroyed);
        await expectNothing(hub, 1500);
    });

    test("a laptop that sleeps 10 s", async (t) => {
        const { hub, token, events } = await stage(t, "--keepalive", "3s");
        const script = new URL("../support/sleeper.mjs", import.meta.url).pathname;
        const child = spawn(process.execPath, [script, `${hub.url.replace("http", "ws")}/ws?room=lobby&clientId=laptop&token=${token}`]);
        t.after(() => child.kill("SIGKILL"));
        let lines = 0;
        createInterface({ input: child.stdout }).on("line", () => ++lines);
        await until(() => lines >= 1, "it is connected");
        await events(3);
        await until(() => lines >= 4, "the events came");
        child.kill("SIGSTOP");
        for (let i = 0; i < 10; ++i) {
            await sleep(1000);
            await events(1);
        }
        child.kill("SIGCONT");
        await until(() => lines >= 14, "what came meanwhile is there");
        await events(3);
        await expectNothing(hub, 4000);
    });

    test("one of each kind leaves for good, another tab comes", async (t) => {
        const { hub, token, events } = await stage(t);
        const source = new NpmEventSource(`${hub.url}/api/events?room=lobby&token=${token}`);
        const socket = await openSocket(t, hub, { token });
        const { cursor } = await poll(hub, { token, timeout: 0 });
        await hub.connected(3);
        await events(2);
        source.close();
        socket.socket.close();
        await poll(hub, { token, cursor, timeout: 0 });
        await until(async () => (await hub.admin("GET", "/api/clients")).some(({ state }) => state === "away"), "they have left");
        await events(5);
        const another = await openSocket(t, hub, { token });
        await openStream(t, hub, { token });
        await events(1);
        await until(() => another.count() === 1, "it listens");
        await expectNothing(hub, 11000);
    });

    test("seven tabs of a browser behind a proxy", async (t) => {
        const { hub, token, events } = await stage(t);
        const server = createServer((near, answer) => {
            const headers = { ...near.headers, "x-forwarded-for": "10.0.0.7", via: "2 proxy" };
            const far = request({ port: hub.port, host: "127.0.0.1", path: near.url, headers }, (response) => {
                answer.writeHead(response.statusCode, response.headers);
                response.pipe(answer);
                response.on("error", () => {});
            });
            far.on("error", () => {});
            answer.on("close", () => far.destroy());
            far.end();
        });
        server.listen(0, "127.0.0.1");
        await once(server, "listening");
        t.after(() => {
            server.close();
            server.closeAllConnections();
        });
        const url = `http://127.0.0.1:${server.address().port}`, tabs = [];
        for (let i = 0; i < 7; ++i)
            tabs.push(await openStream(t, hub, { token, url, userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/131.0" }));
        await events(2);
        await until(() => tabs.every((tab) => tab.count() === 2), "all hear");
        await expectNothing(hub);
    });

    test("a WebSocket that acknowledges, is closed by the hub and resumes", async (t) => {
        const { hub, token, events } = await stage(t, "--keepalive", "1s");
        let cursor;
        for (const how of ["1012", "1013", "rst", "fin"]) {
            const socket = await openSocket(t, hub, { token, clientId: "good", cursor,
                onEvent: (message, connection) => connection.send("ack", { cursor: message.id }) });
            await events(3);
            await until(() => socket.count() > 0 && socket.cursor() !== cursor, "events came");
            await sleep(1200);
            ({ cursor } = { cursor: socket.cursor() });
            await drop(hub, how);
            await socket.closed;
            await events(2);
            await sleep(Math.random() * 500);
        }
        await openSocket(t, hub, { token, clientId: "good", cursor });
        await expectNothing(hub);
    });

    test("a token that is renewed after a 401", async (t) => {
        const { hub } = await stage(t);
        const expired = (n) => hub.sign({ sub: "alice", exp: Math.floor(Date.now() / 1000) - 3600 - n });
        for (let i = 0; i < 6; ++i) {
            await openStream(t, hub, { token: expired(i), clientId: "good" });
            await sleep(300 * Math.random());
        }
        await openStream(t, hub, { token: await hub.token(), clientId: "good" });
        await expectNothing(hub);
    });
});
