// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is found of a native EventSource in a real browser, and what is not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, skip } from "../support/browser.mjs";
import { startHub, until } from "../support/hub.mjs";
import { startProxy } from "../support/proxy.mjs";

async function openSources(page, url, count) {
    await page.evaluate(([address, many]) => {
        globalThis.seen = [];
        globalThis.sources = Array.from({ length: many }, (_, i) => {
            const source = new EventSource(`${address}&tab=${i}`);
            source.addEventListener("message", () => seen.push(i));
            return source;
        });
    }, [url, count]);
}

async function found(hub, code) {
    const all = await until(async () => {
        const findings = await hub.findings();
        return findings.some((finding) => finding.code === code) && findings;
    }, `${code} is found`);
    assert.deepEqual(all.map((finding) => finding.code), [code], JSON.stringify(all));
    return all[0];
}

test("nothing, through cuts, for three tabs", { skip }, async (t) => {
    const hub = await startHub(t);
    const proxy = await startProxy(t, hub.port);
    const publish = await hub.publisher();
    const { page } = await openPage(t, `${hub.url}/healthz`);
    await openSources(page, `${proxy.url}/api/events?room=lobby&token=${await hub.token()}`, 3);
    await hub.connected(3);
    let expected = 0;
    for (let round = 0; round < 3; ++round) {
        await publish({ to: "room:lobby", data: 1 });
        proxy.cut();
        await publish({ to: "room:lobby", data: 2 });
        expected += 6;
        await until(async () => (await page.evaluate(() => globalThis.seen.length)) >= expected, `${expected} events came`);
    }
    assert.deepEqual(await hub.findings(), []);
});

test("connection-limit: six of them", { skip }, async (t) => {
    const hub = await startHub(t);
    const { page } = await openPage(t, `${hub.url}/healthz`);
    await openSources(page, `${hub.url}/api/events?room=lobby&token=${await hub.token()}`, 7);
    assert.match((await found(hub, "connection-limit")).text, /6 event streams/);
});

test("stopped-for-good: refused once", { skip }, async (t) => {
    const hub = await startHub(t);
    const { page } = await openPage(t, `${hub.url}/healthz`);
    await openSources(page, `${hub.url}/api/events?clientId=page&token=${await hub.token()}`, 1);
    await hub.connected();
    await hub.fault({ whom: { client: "page", next: 1 }, what: { kind: "status", code: 503 } });
    await hub.admin("DELETE", "/api/clients/page?how=fin");
    assert.equal((await found(hub, "stopped-for-good")).client, "page");
    assert.equal(await page.evaluate(() => globalThis.sources[0].readyState), 2);
});

for (const kind of ["EventSource", "WebSocket"]) {
    test(`nothing, for a page with a native ${kind} that is loaded anew, and again`, { skip }, async (t) => {
        const hub = await startHub(t);
        const publish = await hub.publisher();
        const { page } = await openPage(t, `${hub.url}/healthz`);
        const address = `${kind === "WebSocket" ? `${hub.url.replace("http", "ws")}/ws` : `${hub.url}/api/events`}?room=lobby&token=${await hub.token()}`;
        for (let round = 0; round < 5; ++round) {
            await page.evaluate(([name, url]) => { globalThis.connection = new globalThis[name](url); }, [kind, address]);
            await hub.connected();
            await publish({ to: "room:lobby", data: 1 });
            await page.waitForTimeout(200);
            const reloaded = page.reload();
            await publish({ to: "room:lobby", data: 2 });
            await reloaded;
            await publish({ to: "room:lobby", data: 3 });
        }
        await page.waitForTimeout(2500);
        assert.deepEqual(await hub.findings(), []);
    });
}

test("no-cursor: a new EventSource after each error", { skip }, async (t) => {
    const hub = await startHub(t);
    const publish = await hub.publisher();
    const { page } = await openPage(t, `${hub.url}/healthz`);
    await page.evaluate((url) => {
        const open = () => {
            const source = new EventSource(url);
            source.onerror = () => {
                source.close();
                setTimeout(open, 1000);
            };
        };
        open();
    }, `${hub.url}/api/events?room=lobby&token=${await hub.token()}`);
    await hub.connected();
    await page.waitForTimeout(200); // a client that was cut earlier may not have been told a cursor
    const [{ client }] = await hub.admin("GET", "/api/clients");
    await hub.admin("DELETE", `/api/clients/${client}?how=fin`);
    await publish({ to: "room:lobby", data: 1 });
    assert.match((await found(hub, "no-cursor")).text, /1 event/);
});

test("leaked-connection: an EventSource that is not closed when its page has another", { skip }, async (t) => {
    const hub = await startHub(t);
    const { page } = await openPage(t, `${hub.url}/healthz`);
    const token = await hub.token();
    await openSources(page, `${hub.url}/api/events?clientId=page&token=${token}`, 2);
    assert.equal((await found(hub, "leaked-connection")).client, "page");
});
