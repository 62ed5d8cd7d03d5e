// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP/2 over TLS in a real browser: its limit of six connections is none here.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, skip } from "../support/browser.mjs";
import { startHub } from "../support/hub.mjs";

test("twenty event streams and five WebSockets of one page, over HTTP/2", { skip }, async (t) => {
    const hub = await startHub(t, "--tls-self-signed");
    const token = await hub.token({ rooms: ["lobby"], publish: ["*"] });
    const { page } = await openPage(t, `${hub.url}/`, { ignoreHTTPSErrors: true });
    const got = await page.evaluate(async (token) => {
        const query = (id) => `?room=lobby&clientId=${id}&token=${token}`;
        const counts = {}, open = [];
        for (let i = 0; i < 20; ++i) {
            const source = new EventSource(`/api/events${query(`sse${i}`)}`);
            source.addEventListener("tick", () => { counts[`sse${i}`] = (counts[`sse${i}`] ?? 0) + 1; });
            open.push(new Promise((resolve) => source.addEventListener("hub.welcome", resolve, { once: true })));
        }
        for (let i = 0; i < 5; ++i) {
            const socket = new WebSocket(`wss://${location.host}/ws${query(`ws${i}`)}`);
            open.push(new Promise((resolve) => socket.addEventListener("message", resolve, { once: true })));
            socket.addEventListener("message", ({ data }) => {
                if (JSON.parse(data).type === "tick")
                    counts[`ws${i}`] = (counts[`ws${i}`] ?? 0) + 1;
            });
        }
        await Promise.all(open);
        const clients = [];
        for (let i = 0; i < 3; ++i) {
            const answer = await fetch("/api/publish", { method: "POST", headers: { authorization: `Bearer ${token}` },
                body: JSON.stringify({ to: "room:lobby", type: "tick", data: i }) });
            clients.push((await answer.json()).receivers);
        }
        while (Object.values(counts).filter((count) => count === 3).length < 25)
            await new Promise((resolve) => setTimeout(resolve, 20));
        return clients;
    }, token);
    assert.deepEqual(got, Array(3).fill({ sse: 20, ws: 5, poll: 0 }));
    const rows = await page.evaluate(async (admin) => (await fetch("/api/clients", { headers: { authorization: `Bearer ${admin}` } })).json(),
        await hub.token({ user: "admin", admin: true }));
    const live = rows.filter(({ state }) => state === "live");
    assert.equal(live.length, 25);
    assert.ok(live.every(({ http, tls }) => http === "2" && tls), JSON.stringify(live.map(({ client, http, tls }) => [client, http, tls])));
    // One connection for the streams; Chromium may open another for WebSockets.
    assert.ok(new Set(live.map(({ address }) => address)).size <= 2);
});
