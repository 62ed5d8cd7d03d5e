// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Chromium over TLS: HTTP/2 by ALPN carries more event streams than HTTP/1.1 could, in gzip, and WebSockets with deflate.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, skip } from "../support/browser.mjs";
import { startHub, until } from "../support/hub.mjs";

const STREAMS = 10; // a browser has six connections to an origin over HTTP/1.1

test("ten event streams of one page at once, and WebSockets, over TLS", { skip }, async (t) => {
    const hub = await startHub(t, "--listen", "https://127.0.0.1:0", "--tls-self-signed");
    const token = await hub.token(), publish = await hub.publisher();
    const { page } = await openPage(t, `${hub.ready.listen[1]}/`, { ignoreHTTPSErrors: true });
    await page.evaluate(([token, count]) => {
        window.got = Array.from({ length: count }, (_, i) => {
            const events = [];
            new EventSource(`/api/events?clientId=stream-${i}&token=${token}`).addEventListener("prices", ({ data }) => events.push(JSON.parse(data)));
            return events;
        });
        window.socketGot = [];
        const socket = new WebSocket(`${location.origin.replace("http", "ws")}/ws?clientId=socket&token=${token}`);
        socket.onmessage = ({ data }) => window.socketGot.push(JSON.parse(data));
        socket.onopen = () => { window.extensions = socket.extensions; };
    }, [token, STREAMS]);
    await hub.connected(STREAMS + 1);
    const data = Array.from({ length: 40 }, (_, i) => ({ symbol: `S${i}`, bid: i, open: true }));
    for (let n = 1; n <= 3; ++n) {
        await publish({ to: "user:alice", type: "prices", data });
        await until(() => page.evaluate((n) => window.got.every(({ length }) => length === n)
            && window.socketGot.filter(({ type }) => type === "prices").length === n, n), `all have event ${n}`);
    }
    assert.deepEqual(await page.evaluate(() => window.got.at(-1)[2]), data);
    assert.match(await page.evaluate(() => window.extensions), /permessage-deflate/);
    const clients = await hub.admin("GET", "/api/clients");
    for (const row of clients) {
        assert.equal(row.tls, true);
        assert.equal(row.tlsVersion, "TLSv1.3");
        assert.ok(row.bytesSaved > 0, `${row.client} ${row.bytesSaved}`);
    }
    const streams = clients.filter(({ protocol }) => protocol === "sse");
    assert.equal(streams.length, STREAMS);
    assert.ok(streams.every(({ http, compression }) => http === "2" && compression === "gzip"));
    assert.equal(clients.find(({ protocol }) => protocol === "ws").compression, "permessage-deflate");
});
