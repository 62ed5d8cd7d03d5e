// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that are built of other things than Node's packages: Python's standard library, bare sockets, curl, HTTP/2 sessions.
// Those that behave well raise nothing and have everything; those that don't raise their finding, and nothing else.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { connect as connectHttp2 } from "node:http2";
import { connect, createServer } from "node:net";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, test } from "node:test";
import { EventSource as NpmEventSource } from "eventsource";
import WsWebSocket from "ws";
import { startHub, until } from "../support/hub.mjs";
import { openSocket, openStream, sleep } from "../support/pushclients.mjs";

const clientId = "other";

/** A program of tests/support: {newest() (the id it printed last), signal(name)}. */
function run(t, script, ...args) {
    const path = new URL(`../support/${script}`, import.meta.url).pathname;
    const [command, ...first] = script.endsWith(".py") ? ["python3", "-u", path] : ["bash", path];
    const child = spawn(command, [...first, ...args], { stdio: ["ignore", "pipe", "inherit"], detached: true });
    const signal = (name) => { try { process.kill(-child.pid, name); } catch { /* it is gone */ } };
    let newest;
    createInterface({ input: child.stdout }).on("line", (line) => { newest = line; });
    t.after(() => signal("SIGKILL"));
    return { newest: () => newest, signal };
}
const curl = (...habits) => (t, url, token, id) => run(t, "curlclient.sh", url, token, id, ...habits);
const pythonStream = (...habits) => (t, url, token, id) => run(t, "sseclient.py", url, token, id, ...habits);
const pythonSocket = (...habits) => (t, url, token, id) => run(t, "wsclient.py", url, token, id, ...habits);

async function stage(t, options) {
    const hub = await startHub(t, ...options);
    const token = await hub.token({ rooms: ["*"] }), publish = await hub.publisher();
    const events = async (count, data = "x") => {
        for (let i = 0; i < count; ++i)
            await publish({ to: "room:lobby", data });
    };
    const dropAll = async (how) => {
        for (const { client, state } of await hub.admin("GET", "/api/clients")) {
            if (state !== "away")
                await hub.admin("DELETE", `/api/clients/${client}?how=${how}`);
        }
    };
    const hasAll = (program) => until(async () => program.newest() === (await hub.admin("GET", "/api/hub")).head, "it has all", 60000);
    return { t, hub, token, events, dropAll, hasAll };
}

function good(name, play, { options = [], patienceMs = 3500 } = {}) {
    test(name, async (t) => {
        const world = await stage(t, options);
        await play(world);
        await sleep(patienceMs); // what needs time to be found has it
        assert.deepEqual(await world.hub.findings(), []);
    });
}

function bad(code, name, play, { options = [] } = {}) {
    test(`${code}: ${name}`, async (t) => {
        const world = await stage(t, options);
        await play(world);
        const found = await until(async () => {
            const all = await world.hub.findings();
            return all.length > 0 && all;
        }, `${code} is found`, 60000);
        assert.deepEqual(found.map((finding) => finding.code), [code], JSON.stringify(found));
    });
}

/** A proxy that closes what was silent for so long. */
async function idleProxy(t, port, idleMs) {
    const sockets = new Set();
    const server = createServer((near) => {
        const far = connect(port, "127.0.0.1");
        for (const [socket, other] of [[near, far], [far, near]]) {
            sockets.add(socket);
            socket.setTimeout(idleMs, () => { near.destroy(); far.destroy(); });
            socket.on("error", () => {});
            socket.on("data", (data) => other.write(data));
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

const throughCuts = (program, id, hows = ["fin", "rst", "fin"]) => async ({ t, hub, token, events, dropAll, hasAll }) => {
    const client = program(t, hub.url, token, id);
    await hub.connected();
    for (const how of hows) {
        await events(2);
        await hasAll(client);
        await sleep(400); // else it may be cut before it has read, each time
        await dropAll(how);
        await events(2);
        await hasAll(client);
    }
    for (const { verdict, lost, duplicated } of await hub.admin("GET", "/api/reconnects"))
        assert.deepEqual({ verdict, lost, duplicated }, { verdict: "recovered", lost: 0, duplicated: 0 });
};

describe("nothing is found", { concurrency: 5 }, () => {
    for (const id of [clientId, ""]) {
        const named = id ? "named" : "unnamed";
        good(`curl in a loop, ${named}`, throughCuts(curl(), id));
        good(`Python's http.client, ${named}`, throughCuts(pythonStream(), id));
        good(`a WebSocket on a bare socket, ${named}`, throughCuts(pythonSocket("acks"), id, ["1012", "rst", "fin"]), { options: ["--keepalive", "1s"] });
    }
    good("one that leaves and enters rooms with each event", throughCuts(pythonSocket("acks", "rooms"), clientId));

    for (const [name, program] of [["http.client", pythonStream("impatient")], ["a bare WebSocket", pythonSocket("impatient", "acks")]]) {
        good(`${name} that gives up what is silent, in a black hole`, async ({ t, hub, token, events, hasAll }) => {
            const client = program(t, hub.url, token, clientId);
            await hub.connected();
            for (let second = 0; second < 17; ++second) {
                if (second === 3)
                    await hub.fault({ whom: { client: clientId }, what: { kind: "blackhole" }, for: "9s" });
                await events(1);
                await sleep(1000);
            }
            await hasAll(client);
        }, { options: ["--keepalive", "1s"] });
    }

    good("a WebSocket and an EventSource behind a proxy that closes what is idle", async ({ t, hub, token, events, hasAll }) => {
        const url = await idleProxy(t, hub.port, 2000);
        const source = new NpmEventSource(`${url}/api/events?room=quiet&token=${token}`);
        t.after(() => source.close());
        const client = pythonSocket()(t, url, token, clientId);
        await hub.connected(2);
        for (let i = 0; i < 8; ++i) {
            await events(1);
            await sleep(300 + 2700 * Math.random());
        }
        await hasAll(client);
    }, { options: ["--keepalive", "3s"] });

    good("two tabs over one HTTP/2 connection", async ({ t, hub, token, events, dropAll }) => {
        let session, isOver = false;
        const open = (tab) => {
            if (!session || session.destroyed) {
                session = connectHttp2(hub.url);
                session.on("error", () => {});
            }
            const stream = session.request({ ":path": "/api/events?room=lobby", authorization: `Bearer ${token}`, "user-agent": "tabs",
                ...(tab.cursor ? { "last-event-id": tab.cursor } : {}) });
            stream.setEncoding("utf8");
            stream.on("data", (text) => {
                tab.cursor = [...text.matchAll(/^id: ?(.*)$/gm)].at(-1)?.[1] ?? tab.cursor;
                tab.count += [...text.matchAll(/^event: (?!hub\.)/gm)].length;
            });
            stream.on("error", () => {});
            stream.on("close", () => setTimeout(() => isOver || open(tab), 300 + 700 * Math.random()));
        };
        t.after(() => {
            isOver = true;
            session.destroy();
        });
        const tabs = [{ count: 0 }, { count: 0 }];
        tabs.forEach(open);
        await hub.connected(2);
        let published = 0;
        const arrive = async (count) => {
            await events(count);
            published += count;
            await until(() => tabs.every(({ count: got }) => got === published), "all came to both");
        };
        for (const how of ["fin", "rst", "all", "all"]) {
            await arrive(2);
            await sleep(300);
            await (how === "all" ? session.destroy() : dropAll(how));
            await arrive(1);
        }
    });

    good("a component that is mounted twice: the first WebSocket is closed as soon as it is open", async ({ t, hub, token, events, dropAll }) => {
        let cursor;
        for (let i = 0; i < 4; ++i) {
            const ghost = new WsWebSocket(`${hub.url.replace("http", "ws")}/ws?room=lobby&clientId=${clientId}&token=${token}`
                + (cursor ? `&lastEventId=${cursor}` : ""));
            ghost.on("error", () => {});
            ghost.on("open", () => ghost.close());
            const socket = await openSocket(t, hub, { token, clientId, cursor });
            await events(2);
            await until(() => socket.count() >= 2, "they came");
            cursor = socket.cursor();
            await sleep(600);
            await dropAll("fin");
            await events(1);
            await sleep(800 * Math.random());
        }
    });

    good("a stream whose token is renewed before it is over", async ({ t, hub, events }) => {
        let before, cursor;
        for (let i = 0; i < 4; ++i) {
            const token = hub.sign({ sub: "alice", rooms: ["*"], exp: Math.floor(Date.now() / 1000) + 60 });
            const stream = await openStream(t, hub, { token, clientId, cursor });
            await events(2);
            await until(() => stream.count() >= 2, "they came");
            before?.close();
            before = stream;
            await sleep(1000);
            cursor = stream.cursor();
        }
    });
});

const isCutAgainAndAgain = (program, id) => async ({ t, hub, token, events, dropAll }) => {
    program(t, hub.url, token, id);
    await hub.connected();
    for (let i = 0; i < 5; ++i) {
        await events(2);
        await sleep(700);
        await dropAll("rst");
        await events(2);
        await until(async () => (await hub.admin("GET", "/api/clients")).some(({ state }) => state !== "away"), "it is back");
        await sleep(500);
    }
};
const isRefused = (program, id) => async ({ t, hub, token, events, dropAll }) => {
    program(t, hub.url, token, id);
    await hub.connected();
    await events(1);
    await sleep(500);
    await hub.fault({ whom: {}, what: { kind: "status", code: 503 } });
    await dropAll("rst");
};
const expired = (program) => async ({ t, hub }) => program(t, hub.url, hub.sign({ sub: "alice", exp: 1000 }), clientId);

describe("what is found", { concurrency: 5 }, () => {
    bad("no-cursor", "http.client", isCutAgainAndAgain(pythonStream("nocursor"), clientId));
    bad("no-cursor", "a bare WebSocket, unnamed", isCutAgainAndAgain(pythonSocket("nocursor"), ""));
    bad("stale-cursor", "http.client", isCutAgainAndAgain(pythonStream("stale"), clientId));
    bad("stale-cursor", "curl with an id that stands in the script", isCutAgainAndAgain(curl("stale"), clientId));
    bad("duplicate", "a bare WebSocket that goes back behind what it acknowledged", isCutAgainAndAgain(pythonSocket("acks", "goesback"), clientId));
    bad("no-backoff", "curl ten times a second", isRefused(curl("fast"), clientId));
    bad("no-backoff", "http.client at once, unnamed", isRefused(pythonStream("atonce"), ""));
    bad("no-pong", "a bare WebSocket that reads and acknowledges", async ({ t, hub, token, events }) => {
        pythonSocket("nopong", "acks")(t, hub.url, token, clientId);
        await hub.connected();
        for (let second = 0; second < 12; ++second) {
            await events(1);
            await sleep(1000);
        }
    }, { options: ["--keepalive", "1s"] });
    bad("slow-consumer", "http.client, two lines a second", async ({ t, hub, token, events }) => {
        pythonStream("slow")(t, hub.url, token, clientId);
        await hub.connected();
        await events(60, "x".repeat(200 * 1024));
    }, { options: ["--queue-limit", "1MiB"] });
    bad("slow-consumer", "a stream of HTTP/2 whose window stays shut", async ({ t, hub, token, events }) => {
        const session = connectHttp2(hub.url);
        t.after(() => session.destroy());
        session.on("error", () => {});
        session.request({ ":path": `/api/events?room=lobby&clientId=${clientId}`, authorization: `Bearer ${token}` }).on("error", () => {}).pause();
        await hub.connected();
        await events(20, "x".repeat(200 * 1024));
    }, { options: ["--queue-limit", "1MiB"] });
    bad("leaked-connection", "a WebSocket that stays after the fallback to http.client", async ({ t, hub, token, events }) => {
        pythonSocket("acks")(t, hub.url, token, clientId);
        await hub.connected();
        await events(1);
        await sleep(500);
        pythonStream()(t, hub.url, token, clientId);
    });
    bad("leaked-connection", "two streams of one clientId over one HTTP/2 connection", async ({ t, hub, token }) => {
        const session = connectHttp2(hub.url);
        t.after(() => session.destroy());
        for (let i = 0; i < 2; ++i)
            session.request({ ":path": `/api/events?room=lobby&clientId=${clientId}`, authorization: `Bearer ${token}` }).resume();
    });
    bad("auth-loop", "http.client", expired(pythonStream("atonce")));
    bad("auth-loop", "curl", expired(curl("fast")));
});
