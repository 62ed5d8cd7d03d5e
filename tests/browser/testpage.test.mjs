// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's test page in a real browser, with a network that is cut.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, skip } from "../support/browser.mjs";
import { startHub, until } from "../support/hub.mjs";
import { startProxy } from "../support/proxy.mjs";

const NAMES = { sse: "EventSource", websocket: "WebSocket", poll: "Long polling" };
const PROTOCOLS = { sse: "sse", websocket: "ws", poll: "poll" };

const connect = (page, name) => page.getByRole("button", { name: `Connect ${name}`, exact: true }).click();
const status = (page, button) => page.locator(`#status-${button}`).textContent();
const figure = async (page, name, button) => Number(await page.locator(`#${name}-${button}`).textContent());
const rows = (page, button) => page.$$eval(`#log tr[data-button="${button}"]`,
    (all) => all.map((row) => ({ id: row.dataset.id, type: row.dataset.type, data: JSON.parse(row.cells[4].textContent) })));

async function openTestPage(t, url, token) {
    const opened = await openPage(t, `${url}/#token=${token}`);
    t.after(() => assert.deepEqual(opened.problems, []));
    return opened.page;
}

test("EventSource, WebSocket and long polling get each event once and in order over cuts", { skip }, async (t) => {
    const hub = await startHub(t);
    const proxy = await startProxy(t, hub.port);
    const publish = await hub.publisher();
    const page = await openTestPage(t, proxy.url, await hub.token());
    assert.equal(await page.title(), "Pushscope test page");
    assert.equal(await page.inputValue("#rooms"), "lobby", "the rooms of the token are offered");
    assert.ok(!page.url().includes("token"), "the token is out of sight");
    for (const name of Object.values(NAMES))
        await connect(page, name);
    for (const button of Object.keys(NAMES))
        await until(async () => (await status(page, button)) === "connected", `${button} is connected`);

    const expected = [], missed = [];
    const publishOne = async () => {
        const data = { n: expected.length, text: "a\r\nb\rc" };
        const { id } = await publish({ to: expected.length % 2 ? "user:alice" : "room:lobby", data });
        expected.push({ id, type: "message", data });
    };
    const all = (button) => until(async () => (await figure(page, "received", button)) >= expected.length, `${button} has all`);
    for (let round = 0; round < 2; ++round) {
        for (let i = 0; i < 3; ++i)
            await publishOne();
        await Promise.all(Object.keys(NAMES).map(all));
        proxy.down();
        await until(async () => { // the hub has seen it: what is published now is missed
            const { body } = await hub.get("/api/hub", await admin(hub));
            return body.connections.sse + body.connections.ws + body.connections.poll === 0;
        }, "the hub has noticed the cut");
        for (let i = 0; i < 5; ++i)
            await publishOne();
        missed.push(5);
        proxy.up();
        await Promise.all(Object.keys(NAMES).map(all));
    }
    for (const button of Object.keys(NAMES)) {
        await until(async () => (await rows(page, button)).length === expected.length, `${button}'s rows`);
        assert.deepEqual(await rows(page, button), expected, button);
        assert.equal(await figure(page, "gaps", button), 0);
    }

    await t.test("and the hub says what was missed and replayed", async () => {
        const { body: clients } = await hub.get("/api/clients", await admin(hub));
        for (const button of Object.keys(NAMES)) {
            const client = clients.find(({ client }) => client.endsWith(`-${button}`));
            assert.ok(client, `${button} is known by its clientId`);
            assert.equal(client.protocol, PROTOCOLS[button]);
            assert.equal(client.certain, true);
            const { body } = await hub.get(`/api/reconnects?client=${client.client}`, await admin(hub));
            assert.deepEqual(body.map(({ missed }) => missed).sort(), missed, `${button}: what was missed`);
            for (const row of body) {
                assert.equal(row.verdict, "recovered");
                assert.equal(row.lost, 0);
                assert.equal(row.missed + row.rewound + row.duplicated, row.replayed + row.lost);
                assert.ok(row.attempts >= 1);
                assert.ok(row.awayMs >= 0);
            }
        }
    });
});

test("events without an id arrive by all three, each one", { skip }, async (t) => {
    const hub = await startHub(t);
    const publish = await hub.publisher();
    const page = await openTestPage(t, hub.url, await hub.token());
    for (const [button, name] of Object.entries(NAMES)) {
        await connect(page, name);
        await until(async () => (await status(page, button)) === "connected", `${button} is connected`);
    }
    await publish({ to: "room:lobby", data: "stored" });
    for (let n = 1; n <= 2; ++n)
        await publish({ to: "room:lobby", data: "blink", ephemeral: true });
    await publish({ to: "room:lobby", data: "stored" });
    for (const button of Object.keys(NAMES)) {
        await until(async () => (await rows(page, button)).length === 4, `${button} has all four`);
        assert.deepEqual((await rows(page, button)).map(({ id, data }) => [id !== "", data]).sort(),
            [[false, "blink"], [false, "blink"], [true, "stored"], [true, "stored"]]);
        assert.equal(await figure(page, "duplicates", button), 0);
    }
});

const admins = new WeakMap();
async function admin(hub) {
    if (!admins.has(hub))
        admins.set(hub, await hub.token({ user: "admin", admin: true }));
    return admins.get(hub);
}

for (const how of ["403", "hang"]) {
    test(`automatic: an upgrade that ends in "${how}" falls back to EventSource`, { skip }, async (t) => {
        const hub = await startHub(t);
        const proxy = await startProxy(t, hub.port);
        proxy.blockUpgrades(how);
        const publish = await hub.publisher();
        const page = await openTestPage(t, proxy.url, await hub.token());
        await connect(page, "Automatic");
        await until(async () => (await status(page, "auto")) === "connected by EventSource", "the fallback");
        await publish({ to: "room:lobby", data: "heard" });
        await until(async () => (await rows(page, "auto")).length === 1, "the event");
    });
}

test("automatic takes the WebSocket where it can", { skip }, async (t) => {
    const hub = await startHub(t);
    const page = await openTestPage(t, hub.url, await hub.token());
    await connect(page, "Automatic");
    await until(async () => (await status(page, "auto")) === "connected by WebSocket", "the WebSocket");
});

test("a bad token ends it for good, with a word", { skip }, async (t) => {
    const hub = await startHub(t);
    const page = await openTestPage(t, hub.url, hub.sign({ sub: "alice" }, { secret: "another".repeat(6) }));
    for (const [button, name] of Object.entries(NAMES)) {
        await connect(page, name);
        await until(async () => (await status(page, button)).startsWith("gave up: "), `${button} gives up`);
        await page.getByRole("button", { name: `Connect ${name}`, exact: true }).waitFor(); // to try again
    }
});

test("the publish form, and disconnecting", { skip }, async (t) => {
    const hub = await startHub(t);
    const page = await openTestPage(t, hub.url, await hub.token({ publish: ["room:lobby"] }));
    await connect(page, "WebSocket");
    await until(async () => (await status(page, "websocket")) === "connected", "the WebSocket");
    await page.getByLabel("Data (JSON)").fill('{"a": 1}');
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await until(async () => (await page.locator("#published").textContent()) === `${hub.ready.epoch}-1: ● 0  ■ 1  ▲ 0`, "the receivers");
    await until(async () => (await rows(page, "websocket")).length === 1, "the event");
    assert.deepEqual((await rows(page, "websocket"))[0].data, { a: 1 });

    await page.getByLabel("Data (JSON)").fill("{a");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await until(async () => /^Not JSON/.test(await page.locator("#published").textContent()), "an error beside the form");
    await page.getByLabel("Data (JSON)").fill("1");
    await page.getByLabel("To", { exact: true }).fill("user:bob");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await until(async () => /^403: /.test(await page.locator("#published").textContent()), "a refusal beside the form");

    await page.getByRole("button", { name: "Disconnect WebSocket", exact: true }).click();
    await until(async () => (await status(page, "websocket")) === "not connected", "it is disconnected");
    await until(async () => (await hub.get("/api/hub", await admin(hub))).body.connections.ws === 0, "the hub knows");
});
