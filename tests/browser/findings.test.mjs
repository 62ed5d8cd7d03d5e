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
