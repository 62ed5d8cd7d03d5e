// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A Redis of one's own for a test: a real redis-server on a free port, which keeps nothing.

import { spawn } from "node:child_process";
import { createServer } from "node:net";

/** Starts a redis-server and stops it after the test `t`. Fails where there is none. */
export async function startRedis(t) {
    const port = await new Promise((resolve) => {
        const probe = createServer().listen(0, "127.0.0.1", () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
    const child = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
        { stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise((resolve) => child.on("close", resolve));
    await new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", () => reject(new Error("redis-server ended at once")));
        let said = "";
        child.stdout.on("data", (text) => {
            said += text;
            if (said.includes("Ready to accept connections"))
                resolve();
        });
    });
    t.after(async () => {
        child.kill("SIGTERM");
        await ended;
    });
    return { port, url: `redis://127.0.0.1:${port}` };
}
