// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Faults as a browser's own EventSource, WebSocket and fetch feel them, and their end.

import assert from "node:assert/strict";
import { openPage, skip } from "../support/browser.mjs";
import { faultTest } from "../support/faults.mjs";
import { until } from "../support/hub.mjs";

/** A page of the hub with helpers: source(name, query), socket(name, query); what they see is in seen(name). */
async function openClients(t, hub, token) {
    const { page } = await openPage(t, `${hub.url}/`);
    await page.evaluate((token) => {
        window.clients = {};
        window.source = (name, query = "") => {
            const client = window.clients[name] = { events: [], data: [], errors: 0 };
            client.source = new EventSource(`/api/events?room=lobby&token=${token}&clientId=${name}${query}`);
            client.source.onerror = () => ++client.errors;
            for (const type of ["message", "hub.welcome", "hub.gap"])
                client.source.addEventListener(type, ({ type, data, lastEventId }) => {
                    client.events.push(type);
                    client.cursor = lastEventId;
                    if (type === "message")
                        client.data.push(JSON.parse(data));
                });
        };
        window.socket = (name, query = "") => {
            const client = window.clients[name] = { events: [], data: [], closed: null };
            client.source = new WebSocket(`${location.origin.replace("http", "ws")}/ws?room=lobby&token=${token}&clientId=${name}${query}`);
            client.source.onclose = ({ code, reason, wasClean }) => { client.closed = { code, reason, wasClean }; };
            client.source.onmessage = ({ data }) => {
                const { type, data: payload } = JSON.parse(data);
                client.events.push(type);
                if (type === "message")
                    client.data.push(payload);
            };
        };
    }, token);
    const clients = {
        page,
        source: (name, query) => page.evaluate(([name, query]) => window.source(name, query), [name, query]),
        socket: (name, query) => page.evaluate(([name, query]) => window.socket(name, query), [name, query]),
        /** {events, data, errors, closed, state} */
        seen: (name) => page.evaluate((name) => {
            const { source, ...rest } = window.clients[name];
            return { ...rest, state: source.readyState };
        }, name),
        welcomed: (name) => until(async () => (await clients.seen(name)).events.includes("hub.welcome"), `${name} is in`),
        has: (name, data) => until(async () => (await clients.seen(name)).data.includes(data), `${name} has ${data}`),
    };
    return clients;
}

const browserTest = (name, body) => faultTest(name, async (t, tools) => {
    if (skip)
        t.skip(skip);
    else
        await body(t, tools, await openClients(t, tools.hub, tools.token));
});

browserTest("links: blackhole, slice, cut-after", async (t, { publish, faults }, clients) => {
    await clients.source("a");
    await clients.socket("b");
    await Promise.all([clients.welcomed("a"), clients.welcomed("b")]);
    const hole = await faults.add({ kind: "blackhole" }, { whom: { client: "a" } });
    await publish({ to: "room:lobby", data: 1 });
    await clients.has("b", 1);
    assert.deepEqual((await clients.seen("a")).data, []);
    await faults.remove(hole);
    await clients.has("a", 1);

    const slice = await faults.add({ kind: "slice", bytes: 1 });
    await publish({ to: "room:lobby", data: 2 });
    await Promise.all([clients.has("a", 2), clients.has("b", 2)]);
    await faults.remove(slice);

    const cut = await faults.add({ kind: "cut-after", bytes: 20 }, { whom: { client: "b" } });
    await publish({ to: "room:lobby", data: 3 });
    const { closed } = await until(async () => (await clients.seen("b")).closed && clients.seen("b"), "it is cut");
    assert.deepEqual([closed.code, closed.wasClean], [1006, false]);
    await faults.remove(cut);
    await clients.socket("b");
    await clients.welcomed("b");
});

browserTest("requests: content-type, drop-header, strip-last-event-id, block-upgrade", async (t, { publish, faults }, clients) => {
    const type = await faults.add({ kind: "content-type" }); // text/plain would be sniffed, for which it waits
    await clients.source("a");
    await until(async () => (await clients.seen("a")).state === 2, "it gives up for good");
    await faults.remove(type);
    await clients.source("a");
    await clients.welcomed("a");

    const strip = await faults.add({ kind: "strip-last-event-id" }, { whom: { client: "a" } });
    await faults.drop("a", "fin");
    await until(async () => (await clients.seen("a")).errors === 1, "it is cut");
    await publish({ to: "room:lobby", data: "missed" });
    await until(async () => (await clients.seen("a")).events.filter((event) => event === "hub.welcome").length === 2, "it begins anew");
    await faults.remove(strip);
    await faults.drop("a", "fin");
    await until(async () => (await clients.seen("a")).errors === 2, "it is cut again");
    await publish({ to: "room:lobby", data: "replayed" });
    await clients.has("a", "replayed");
    assert.deepEqual((await clients.seen("a")).data, ["replayed"]);

    const block = await faults.add({ kind: "block-upgrade", how: "403" });
    await clients.socket("b");
    await until(async () => (await clients.seen("b")).closed?.code === 1006, "it is refused");
    await faults.remove(block);
    const broken = await faults.add({ kind: "drop-header", name: "Sec-WebSocket-Accept" });
    await clients.socket("b");
    await until(async () => (await clients.seen("b")).closed?.code === 1006, "it is no handshake");
    await faults.remove(broken);
    await clients.socket("b");
    await clients.welcomed("b");
});

browserTest("push: close-code, malformed-frame, expire-token, reorder, lose", async (t, { publish, faults }, clients) => {
    await clients.socket("a");
    await clients.welcomed("a");
    await faults.add({ kind: "close-code", code: 4321, reason: "for a test" }, { whom: { client: "a" } });
    assert.deepEqual(await until(async () => (await clients.seen("a")).closed, "it is closed"), { code: 4321, reason: "for a test", wasClean: true });

    await clients.socket("a");
    await clients.source("b");
    await Promise.all([clients.welcomed("a"), clients.welcomed("b")]);
    await faults.add({ kind: "malformed-frame" });
    await until(async () => (await clients.seen("a")).closed?.code === 1006, "the WebSocket has failed");
    await until(async () => (await clients.seen("b")).errors === 1, "the event stream too");
    await publish({ to: "room:lobby", data: 1 });
    await clients.has("b", 1);

    await clients.socket("a");
    await clients.welcomed("a");
    const expired = await faults.add({ kind: "expire-token" }, { for: "60s" });
    await until(async () => (await clients.seen("a")).closed?.code === 4001, "it is unauthorized");
    await until(async () => (await clients.seen("b")).state === 2, "401: it stops for good");
    await faults.remove(expired);

    await clients.socket("a");
    await clients.source("b");
    await Promise.all([clients.welcomed("a"), clients.welcomed("b")]);
    const reorder = await faults.add({ kind: "reorder" });
    await publish({ to: "room:lobby", data: 2 });
    await publish({ to: "room:lobby", data: 3 });
    await Promise.all([clients.has("a", 2), clients.has("b", 2)]);
    await faults.remove(reorder);
    const lose = await faults.add({ kind: "lose" });
    await publish({ to: "room:lobby", data: 4 });
    await faults.remove(lose);
    await publish({ to: "room:lobby", data: 5 });
    await Promise.all([clients.has("a", 5), clients.has("b", 5)]);
    assert.deepEqual([(await clients.seen("a")).data, (await clients.seen("b")).data], [[3, 2, 5], [3, 2, 5]]);
});
