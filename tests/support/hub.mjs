// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A hub of one's own for a test: the real program on a free port, with a secret of its own.

import { execFile, spawn } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const program = process.env.PUSHSCOPE_HUB ?? "build/dev/bin/pushscope-hub";

/** Starts a hub and stops it after the test `t`. */
export async function startHub(t, ...options) {
    const secret = randomBytes(32).toString("hex"), home = mkdtempSync(join(tmpdir(), "pushscope-"));
    const environment = { ...process.env, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
    const child = spawn(program, ["--listen", "127.0.0.1:0", "--jwt-secret", secret, ...options],
        { env: environment, stdio: ["ignore", "pipe", "pipe"] });
    let log = "";
    child.stderr.on("data", (text) => { log += text; });
    const ended = new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal })));
    const first = createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
    const line = await Promise.race([first, ended]);
    if (!line.value)
        throw new Error(`the hub did not start: ${log}`);
    const ready = JSON.parse(line.value);
    const hub = new Hub(ready, secret, child, ended);
    hub.home = home;
    t.after(async () => {
        await hub.stop();
        rmSync(home, { recursive: true, force: true, maxRetries: 20 });
    });
    return hub;
}

class Hub {
    constructor(ready, secret, child, ended) {
        Object.assign(this, { ready, secret, child, ended, url: ready.listen[0], port: Number(new URL(ready.listen[0]).port) });
    }

    async stop() {
        this.child.kill("SIGTERM");
        const late = setTimeout(() => this.child.kill("SIGKILL"), 60000);
        const ending = await this.ended;
        clearTimeout(late);
        return ending;
    }

    /** A token as the program makes it. */
    async token({ user = "alice", rooms = ["lobby"], publish = [], admin = false } = {}) {
        const options = ["token", "--jwt-secret", this.secret, "--user", user, ...rooms.flatMap((room) => ["--room", room]),
            ...publish.flatMap((target) => ["--publish", target]), ...(admin ? ["--admin"] : [])];
        const { stdout } = await promisify(execFile)(program, options);
        return stdout.trim();
    }

    /** A token with any claims, made here. */
    sign(claims, { algorithm = "HS256", secret = this.secret } = {}) {
        const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
        const signed = `${part({ alg: algorithm, typ: "JWT" })}.${part(claims)}`;
        return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
    }

    /** A row of publishers: await publish({to, type, data}) gives the whole answer. */
    async publisher() {
        const token = await this.token({ user: "publisher", publish: ["*"] });
        return async (event) => {
            const answer = await this.post(token, event);
            if (answer.status !== 200)
                throw new Error(`published with ${answer.status}: ${JSON.stringify(answer.body)}`);
            return answer.body;
        };
    }

    /** The admin API: what GET, POST and DELETE answer, parsed. */
    async admin(method, path, body) {
        this.adminToken ??= await this.token({ user: "admin", admin: true });
        const response = await fetch(this.url + path,
            { method, headers: { Authorization: `Bearer ${this.adminToken}` }, body: body && JSON.stringify(body) });
        const text = await response.text();
        if (!response.ok)
            throw new Error(`${method} ${path}: ${response.status} ${text}`);
        return text ? JSON.parse(text) : null;
    }

    findings() { return this.admin("GET", "/api/findings"); }
    async fault(rule) { return (await this.admin("POST", "/api/faults", rule)).id; }
    async connected(count = 1) {
        await until(async () => (await this.admin("GET", "/api/clients")).filter(({ state }) => state !== "away").length >= count,
            `${count} connected`);
    }

    async post(token, body, headers = {}) {
        const response = await fetch(`${this.url}/api/publish`, {
            method: "POST",
            headers: { "Content-Type": "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}), ...headers },
            body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
        });
        const text = await response.text();
        const isJson = /json/.test(response.headers.get("content-type") ?? "");
        return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    }

    async get(path, token, headers = {}) {
        const response = await fetch(this.url + path, { headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...headers } });
        const text = await response.text();
        const isJson = /json/.test(response.headers.get("content-type") ?? "");
        return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    }
}

/** Until `condition` gives something true; a test's own limit, never a measure. */
export async function until(condition, what, withinMs = 30000) {
    const end = Date.now() + withinMs;
    for (;;) {
        const value = await condition();
        if (value)
            return value;
        if (Date.now() > end)
            throw new Error(`waited in vain until ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 15));
    }
}
