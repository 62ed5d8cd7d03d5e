// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A secret that was in a query, a header, a cookie or a body is in no export: not plain, escaped, percent-encoded, in base 64 or
// compressed.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { readEvents } from "../support/eventstream.mjs";
import { startHub, until } from "../support/hub.mjs";
import { openSocket } from "../support/pushclients.mjs";
import { exportAs } from "../support/story.mjs";

const forms = ["jsonl", "csv", "har", "pcapng", "curl", "html", "node"];

/** All that the octets may stand for: themselves, unescaped, decoded from base 64 at any place, inflated. */
function* readings(octets, depth = 0) {
    yield octets.toString("latin1");
    const text = octets.toString("latin1");
    if (/%[0-9a-f]{2}/i.test(text))
        yield text.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
    if (/\\u00/.test(text))
        yield text.replace(/\\u00([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
    if (depth > 2)
        return;
    for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)) {
        for (const from of [0, 1, 2, 3]) {
            const decoded = Buffer.from(run.slice(from).replaceAll("-", "+").replaceAll("_", "/"), "base64");
            yield decoded.toString("latin1");
            if (from > 0)
                continue;
            // A state of the hub has its length before it.
            for (const inflate of [inflateSync, inflateRawSync, gunzipSync]) {
                for (const skip of [0, 4]) {
                    try {
                        yield* readings(inflate(decoded.subarray(skip)), depth + 2);
                    } catch { /* it is none */ }
                }
            }
        }
    }
}

function finds(octets, secrets) {
    for (const reading of readings(octets)) {
        const found = secrets.find((secret) => reading.includes(secret));
        if (found)
            return `${found}: …${reading.slice(Math.max(0, reading.indexOf(found) - 60), reading.indexOf(found) + 30)}`;
    }
    return null;
}

/** A request with whatever head; its whole answer is read. */
function ask(hub, path, options = {}, body) {
    return new Promise((resolve, reject) => {
        const asked = request(hub.url + path, options, (answer) => answer.resume().on("end", resolve));
        asked.on("error", reject);
        asked.end(body);
    });
}

test("no export has a secret in it", async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "pushscope-secrets-"));
    t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
    const file = join(folder, "run.pushscope");
    const hub = await startHub(t, "--record", file, "--record-secrets");
    const publish = await hub.publisher(), token = await hub.token({ user: "alice", publish: ["*"] });
    const secret = `pl4nted${randomBytes(8).toString("hex")}`;
    const plain = `plain${randomBytes(8).toString("hex")}`; // no secret: it has to be there, or the search would prove nothing

    const stream = await readEvents(t, `${hub.url}/api/events?room=lobby&clientId=s&token=${token}&api_key=${secret}`,
        { headers: { Cookie: `a="${secret}"; token=${token}`, "X-Session-Token": secret, "Accept-Encoding": "gzip" } });
    await until(() => stream.events().length > 0, "the stream's welcome");
    const socket = await openSocket(t, hub, { token, clientId: "w", options: { headers: { Cookie: `sid=${secret}` } } });
    socket.send("chat:send", { participants: ["alice"], text: plain, password: secret,
        more: JSON.stringify({ token: secret, deeper: JSON.stringify({ "client secret": secret }, null, 1) }, null, 2) });
    socket.socket.send(`unknown secret="${secret}" Bearer ${secret} http://user:${secret}@host/`);
    socket.socket.send(Buffer.from(`\xff\x00${plain} {"password" : "${secret}"}`, "latin1"));
    for (const data of [
        { plain, password: secret }, { nested: { list: [{ apiKey: secret }] } }, `see http://h/?token=${secret}&x=1`,
        { h: `GET / HTTP/1.1\r\nAuthorization: Bearer ${secret}\r\nSet-Cookie: a=${secret}; Path=/\r\n\r\n` },
        { anywhere: token }, { url: `/x?next=${encodeURIComponent(`/y?token=${secret}`)}`, q: encodeURIComponent(JSON.stringify({ token: secret })) },
        { blob: Buffer.from(JSON.stringify({ token: secret })).toString("base64") },
    ])
        await publish({ to: "room:lobby", type: "news", data });
    await publish({ to: "*", data: { secretKey: secret, n: 1 }, ephemeral: true });
    await ask(hub, `/api/poll?room=lobby&cursor=earliest&timeout=0&clientId=p&token=${token}`, { headers: { "Accept-Encoding": "gzip" } });
    await ask(hub, `/api/publish?password=${secret}`, { method: "POST",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" } }, `{"to": "*", "data": {"pass_phrase" : "${secret}"}}`);
    await ask(hub, "/api/poll?token=nonsense", { headers: { Cookie: `jwt=${secret}` } });
    await fetch(`${hub.url}/api/publish`, { method: "POST", headers: { Authorization: `Basic ${btoa(`user:${secret}`)}` }, body: "x" });
    await until(() => stream.events().length >= 9 && socket.count() >= 9, "all events");
    stream.close();
    socket.socket.close(1000);
    await socket.closed;
    await hub.stop();

    const secrets = [secret, token.split(".")[2], btoa(`user:${secret}`).slice(8, 20)];
    for (const form of forms) {
        const clean = readFileSync(await exportAs(file, form, join(folder, `clean.${form}`)));
        assert.equal(finds(clean, secrets), null, form);
        assert.ok(finds(clean, [plain]), `${form} has what is no secret`);
        const whole = readFileSync(await exportAs(file, form, join(folder, `whole.${form}`), "--keep-secrets"));
        assert.ok(finds(whole, [secret]), `${form} has it where it is wanted`);
    }
    // What is redacted is still what it was: a log that can be read again, and exchanges of the right lengths.
    const again = readFileSync(await exportAs(join(folder, "clean.jsonl"), "jsonl", join(folder, "again.jsonl")));
    assert.ok(again.equals(readFileSync(join(folder, "clean.jsonl"))));
    const har = JSON.parse(readFileSync(join(folder, "clean.har"), "utf8"));
    assert.ok(har.log.entries.length >= 14);
});

test("a recording has no token in it", async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "pushscope-secrets-"));
    t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
    const file = join(folder, "run.pushscope");
    const hub = await startHub(t, "--record", file);
    const token = await hub.token({ user: "alice" });
    const stream = await readEvents(t, `${hub.url}/api/events?room=lobby&token=${token}`, { headers: { Cookie: `token=${token}` } });
    await until(() => stream.events().length > 0, "the stream's welcome");
    await hub.get("/api/poll?timeout=0", token);
    await hub.stop();
    const octets = readFileSync(file);
    assert.ok(octets.includes("/api/events"));
    assert.equal(finds(octets, [token.split(".")[2]]), null);
});
