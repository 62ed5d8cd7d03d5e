// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that behave well in odd ways, or whose network doesn't: several tabs with rooms of their own, sockets whose other end is
// gone without a word, probes, polls that are refused now and then. Nothing is found.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { connect, createServer } from "node:net";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, test } from "node:test";
import { EventSource as NpmEventSource } from "eventsource";
import ReconnectingModule from "reconnecting-eventsource";
import WsWebSocket from "ws";
import { startHub, until } from "../support/hub.mjs";
import { openSocket, openStream, poll, sleep } from "../support/pushclients.mjs";

const ReconnectingEventSource = ReconnectingModule.default ?? ReconnectingModule;
const jitter = (ms) => sleep(ms * Math.random());
const rooms = ["lobby", "news", "sports", "weather"];

function odd(name, play, { options = [], patienceMs = 3000 } = {}) {
    test(name, async (t) => {
        const hub = await startHub(t, ...options);
        const token = await hub.token({ rooms: ["*"] }), publish = await hub.publisher();
        const events = async (count, room = "lobby") => {
            for (let i = 0; i < count; ++i)
                await publish({ to: `room:${room}`, data: "x" });
        };
        const dropAll = async (how) => {
            for (const { client, state } of await hub.admin("GET", "/api/clients")) {
                if (state !== "away")
                    await hub.admin("DELETE", `/api/clients/${client}?how=${how}`);
            }
        };
        await play({ t, hub, token, events, dropAll });
        await sleep(patienceMs); // what needs time to be found has it
        assert.deepEqual(await hub.findings(), []);
    });
}

/** A network that can stop to carry anything, and tells neither end: what was connected stays so. */
async function startFreezer(t, port) {
    const sockets = new Set();
    let frozen = new Set();
    const server = createServer({ allowHalfOpen: true }, (near) => {
        const far = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
        sockets.add(near).add(far);
        for (const [from, to] of [[near, far], [far, near]]) {
            from.on("error", () => {});
            from.on("data", (data) => { if (!frozen.has(near)) to.write(data); });
            from.on("end", () => { if (!frozen.has(near)) to.end(); });
            from.on("close", () => { if (!frozen.has(near)) to.destroy(); });
        }
        near.isNear = true;
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    t.after(() => {
        server.close();
        sockets.forEach((socket) => socket.destroy());
    });
    return { url: `http://127.0.0.1:${server.address().port}`,
        /** Those that are there; who comes later is carried. */
        freeze() { frozen = new Set([...sockets].filter((socket) => socket.isNear)); } };
}

describe("nothing is found", { concurrency: 4 }, () => {
    odd("four tabs of one user, each with a room of its own, over npm's eventsource", async ({ t, hub, token, events, dropAll }) => {
        const seen = rooms.map(() => 0);
        rooms.forEach((room, i) => {
            const source = new NpmEventSource(`${hub.url}/api/events?room=${room}&token=${token}`);
            t.after(() => source.close());
            source.addEventListener("message", () => ++seen[i]);
        });
        await hub.connected(4);
        for (let round = 1; round <= 4; ++round) {
            for (const [i, room] of rooms.entries())
                await events(round % 2 ? 1 : i % 3, room); // some rooms are quiet
            await sleep(300);
            const before = [...seen];
            await dropAll(round % 2 ? "fin" : "rst");
            for (const room of rooms)
                await events(1, room);
            await until(() => seen.every((count, i) => count > before[i]), `all are back: ${seen}`);
        }
    });

    odd("four WebSockets of one user, each with a room of its own, that resume", async ({ t, hub, token, events, dropAll }) => {
        const tabs = rooms.map((room) => ({ room, cursor: undefined, socket: null }));
        const open = async (tab) => {
            tab.socket = await openSocket(t, hub, { token, room: tab.room, cursor: tab.cursor });
        };
        await Promise.all(tabs.map(open));
        for (let round = 0; round < 5; ++round) {
            for (const { room } of tabs.slice(round % 2))
                await events(2, room);
            await sleep(400);
            for (const tab of tabs)
                tab.cursor = tab.socket.cursor();
            await dropAll(["rst", "fin", "1012"][round % 3]);
            for (const { room } of tabs)
                await events(1, room);
            await Promise.all(tabs.map(async (tab) => {
                await tab.socket.closed;
                await jitter(800);
                await open(tab);
            }));
        }
    });

    odd("three pollers of one user, unnamed, each with its own pace and room", async ({ hub, token, events }) => {
        let stop = false;
        const pollers = rooms.slice(0, 3).map(async (room, i) => {
            let cursor;
            while (!stop)
                ({ cursor } = await poll(hub, { token, room, cursor, timeout: 0.4 + i * 0.5 }));
        });
        for (let i = 0; i < 20; ++i) {
            await events(1, rooms[i % 4]);
            await jitter(400);
        }
        stop = true;
        await Promise.all(pollers);
    });

    odd("two pollers of one user and one room, unnamed", async ({ hub, token, events }) => {
        let stop = false;
        const pollers = [1, 2].map(async () => {
            let cursor;
            while (!stop)
                ({ cursor } = await poll(hub, { token, cursor, timeout: 1 }));
        });
        for (let i = 0; i < 25; ++i) {
            await events(1);
            await jitter(300);
        }
        stop = true;
        await Promise.all(pollers);
    });

    odd("a poller that is refused now and then, and waits with jitter before it asks again", async ({ hub, token, events }) => {
        await hub.fault({ whom: { client: "good" }, what: { kind: "status", code: 503 }, probability: 0.6 });
        let cursor;
        for (let answers = 0, failures = 0; answers < 9;) {
            const answer = await poll(hub, { token, clientId: "good", cursor, timeout: 0.2 });
            if (answer.status === 200) {
                ({ cursor } = answer);
                failures = 0;
                ++answers;
                await events(1);
            } else {
                await sleep((600 + 700 * Math.random()) * Math.min(2 ** failures++, 4));
            }
        }
    });

    for (const named of [true, false]) {
        odd(`a WebSocket whose network is gone without a word, and that comes back${named ? "" : ", unnamed"}`,
            async ({ t, hub, token, events }) => {
                const network = await startFreezer(t, hub.port);
                const clientId = named ? "laptop" : undefined;
                let cursor;
                for (let i = 0; i < 3; ++i) {
                    const socket = await openSocket(t, hub, { token, clientId, cursor, url: network.url });
                    await events(2);
                    await until(() => socket.count() >= 2, "they came");
                    cursor = socket.cursor();
                    await sleep(800);
                    network.freeze();
                    await events(1);
                    await sleep(1500); // it hears nothing and gives up
                    socket.socket.terminate();
                }
                await openSocket(t, hub, { token, clientId, cursor, url: network.url });
            }, { patienceMs: 4000 });
    }

    odd("a probe that opens a WebSocket, waits a second and is gone", async ({ t, hub, token, events }) => {
        for (let i = 0; i < 5; ++i) {
            const socket = await openSocket(t, hub, { token });
            await events(1);
            await sleep(1000);
            socket.socket.terminate();
            await socket.closed;
            await sleep(700);
        }
    });

    odd("a laptop that falls asleep as soon as it is connected, longer than a pong may take", async ({ t, hub, token, events }) => {
        const script = new URL("../support/sleeper.mjs", import.meta.url).pathname;
        const child = spawn(process.execPath, [script, `${hub.url.replace("http", "ws")}/ws?room=lobby&clientId=laptop&token=${token}`]);
        t.after(() => child.kill("SIGKILL"));
        let lines = 0;
        createInterface({ input: child.stdout }).on("line", () => ++lines);
        await until(() => lines >= 1, "it is connected");
        child.kill("SIGSTOP");
        for (let i = 0; i < 13; ++i) {
            await sleep(1000);
            await events(1);
        }
        child.kill("SIGCONT");
        await until(() => lines >= 15, "it has what came meanwhile");
    }, { options: ["--keepalive", "1s"], patienceMs: 4000 });

    odd("fetch with retries after a second, closed while its page is hidden", async ({ t, hub, token, events, dropAll }) => {
        let cursor;
        const open = async () => openStream(t, hub, { token, clientId: "page", cursor });
        let stream = await open();
        for (let i = 0; i < 6; ++i) {
            await events(2);
            await until(() => stream.count() >= 2, "they came");
            cursor = stream.cursor();
            if (i % 2) {
                stream.close();
                await sleep(500);
            } else {
                await dropAll("fin");
                await stream.ended;
                await sleep(1000);
            }
            await events(1);
            stream = await open();
        }
        await hub.fault({ whom: { client: "page" }, what: { kind: "status", code: 503 }, for: "7s" });
        await dropAll("rst");
        while (stream.status !== 200 || stream.isOver) {
            await sleep(1000 + 40 * Math.random());
            stream = await open();
        }
    });

    odd("a token that is over again and again, and is renewed each time", async ({ t, hub, events }) => {
        let cursor;
        for (let i = 0; i < 7; ++i) {
            const token = hub.sign({ sub: "alice", rooms: ["*"], exp: Math.floor(Date.now() / 1000) - 31 });
            const refused = await openSocket(t, hub, { token, clientId: "good", cursor });
            assert.equal(await refused.closed, 4001);
            await jitter(500); // it asks for another
            const socket = await openSocket(t, hub, { token: hub.sign({ sub: "alice", rooms: ["*"] }), clientId: "good", cursor });
            await events(2);
            await until(() => socket.count() >= 2, "they came");
            cursor = socket.cursor();
            socket.socket.close();
            await socket.closed;
            await jitter(500);
        }
    });

    odd("reconnecting-eventsource through a hub that refuses for a while", async ({ t, hub, token, events, dropAll }) => {
        let seen = 0;
        const source = new ReconnectingEventSource(`${hub.url}/api/events?room=lobby&clientId=page&token=${token}`,
            { eventSourceClass: NpmEventSource, max_retry_time: 2000 });
        t.after(() => source.close());
        source.addEventListener("message", () => ++seen);
        await hub.connected();
        for (let round = 1; round <= 3; ++round) {
            await events(2);
            await until(() => seen === round * 5 - 3, `they came: ${seen}`);
            await hub.fault({ whom: { client: "page" }, what: { kind: "status", code: 503 }, for: "2s" });
            await dropAll("fin");
            await events(3);
            await until(() => seen === round * 5, `all came: ${seen}`);
        }
    });

    odd("a reader that stops for two seconds of every three", async ({ t, hub, token, events }) => {
        const socket = await openSocket(t, hub, { token, clientId: "slow", options: { perMessageDeflate: false } });
        for (let i = 0; i < 6; ++i) {
            socket.socket.pause();
            await events(20);
            await sleep(2000);
            socket.socket.resume();
            await sleep(1000);
        }
        assert.equal(socket.count(), 120);
    });

    odd("a heartbeat of its own, and acknowledgements of every tenth event", async ({ t, hub, token, events }) => {
        let count = 0;
        const socket = await openSocket(t, hub, { token, clientId: "good",
            onEvent: ({ id }, connection) => { if (++count % 10 === 0) connection.send("ack", { cursor: id }); } });
        for (let i = 0; i < 60; ++i) {
            socket.socket.send(JSON.stringify({ type: "ping", ref: String(i) }));
            await events(1);
            await sleep(150);
        }
    });

    odd("one user on two machines behind one address, over `ws`", async ({ t, hub, token, events, dropAll }) => {
        const machines = Array.from({ length: 2 }, () => ({ cursor: undefined, count: 0 }));
        const open = (machine) => new Promise((resolve) => {
            const socket = new WsWebSocket(`${hub.url.replace("http", "ws")}/ws?room=lobby&token=${token}`
                + (machine.cursor ? `&lastEventId=${machine.cursor}` : ""), { headers: { "User-Agent": "app/1.0" } });
            machine.socket = socket;
            t.after(() => socket.terminate());
            socket.on("message", (text) => {
                const { id, type, data } = JSON.parse(text);
                machine.cursor = id ?? machine.cursor ?? data.cursor;
                machine.count += type === "message" ? 1 : 0;
                if (type === "hub.welcome")
                    resolve();
            });
            socket.on("error", () => {});
        });
        await Promise.all(machines.map(open));
        for (let round = 0; round < 5; ++round) {
            await events(3);
            await until(() => machines.every(({ count }) => count === round * 5 + 3), "all came");
            await dropAll("rst");
            await events(2);
            await sleep(300);
            for (const machine of round % 2 ? machines : [...machines].reverse()) {
                await jitter(500);
                await open(machine);
            }
            await until(() => machines.every(({ count }) => count === round * 5 + 5), "what was missed came");
        }
    });
});
