// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A network that a test can cut: a TCP proxy in front of a hub.

import { connect, createServer } from "node:net";
import { once } from "node:events";

export async function startProxy(t, port) {
    const pairs = new Set();
    let isDown = false, connections = 0, onUpgrade = null;
    const server = createServer((near) => {
        near.on("error", () => {});
        if (isDown) {
            near.destroy();
            return;
        }
        ++connections;
        const far = connect(port, "127.0.0.1");
        const pair = { near, far };
        pairs.add(pair);
        far.on("error", () => {});
        near.on("close", () => { far.destroy(); pairs.delete(pair); });
        far.on("close", () => near.destroy());
        near.on("data", (data) => {
            if (onUpgrade && /^upgrade: *websocket/im.test(data.toString("latin1")))
                onUpgrade(near);
            else
                far.write(data);
        });
        near.on("end", () => far.end());
        far.pipe(near);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const proxy = {
        url: `http://127.0.0.1:${server.address().port}`,
        get connections() { return connections; },
        /** Every connection breaks, and none is let through until up(). */
        down() {
            isDown = true;
            for (const { near, far } of pairs) {
                near.resetAndDestroy?.();
                far.destroy();
            }
        },
        up() { isDown = false; },
        /** As some companies' proxies do: "403", or "hang" without a word; null lets upgrades through. */
        blockUpgrades(how) {
            const answers = { "403": (near) => near.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"), "hang": () => {} };
            onUpgrade = answers[how] ?? null;
        },
        /** Breaks what there is, and lets the next through. */
        cut() {
            proxy.down();
            proxy.up();
        },
    };
    t.after(() => {
        proxy.down();
        server.close();
    });
    return proxy;
}
