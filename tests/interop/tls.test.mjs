// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// TLS with other people's clients: Node's https and http2, undici, ws, curl and openssl's s_client.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readFileSync, statSync } from "node:fs";
import http2 from "node:http2";
import https from "node:https";
import net from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import tls from "node:tls";
import { promisify } from "node:util";
import WebSocket from "ws";

import { startHub, until } from "../support/hub.mjs";

const run = promisify(execFile);
const authorityOf = (hub) => join(hub.home, "pushscope", "tls", "pushscope-authority.pem");

async function startTlsHub(t, ...options) {
    const hub = await startHub(t, "--tls-self-signed", ...options);
    hub.ca = readFileSync(authorityOf(hub));
    return hub;
}

/** A request whose answer is read whole, or as it comes. */
function request(hub, path, { headers = {}, method = "GET", body, ...options } = {}) {
    return new Promise((resolve, reject) => {
        const asked = https.request(hub.url + path, { ca: hub.ca, headers, method, agent: false, ...options }, resolve);
        asked.on("error", reject).end(body);
    });
}

async function publish(hub, event) {
    const token = await hub.token({ user: "publisher", publish: ["*"] });
    const answer = await request(hub, "/api/publish", { method: "POST", body: JSON.stringify(event),
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" } });
    assert.equal(answer.statusCode, 200);
    answer.resume();
}

test("the ready line says https, the key is its owner's alone, and the log says how to trust it", async (t) => {
    const hub = await startTlsHub(t);
    assert.match(hub.url, /^https:\/\/127\.0\.0\.1:\d+$/);
    assert.equal(statSync(join(hub.home, "pushscope", "tls", "localhost-key.pem")).mode & 0o777, 0o600);
    const answer = await request(hub, "/healthz");
    assert.equal(answer.statusCode, 200);
    answer.resume();
});

test("clear and TLS listeners stand side by side, and each client's row says which", async (t) => {
    const hub = await startHub(t, "--listen", "https://127.0.0.1:0", "--tls-self-signed");
    assert.equal(hub.ready.listen.length, 2);
    assert.match(hub.ready.listen[0], /^http:/);
    assert.match(hub.ready.listen[1], /^https:/);
    const ca = readFileSync(authorityOf(hub));
    const token = await hub.token();
    const stream = await new Promise((resolve) => https.get(`${hub.ready.listen[1]}/api/events?clientId=safe&token=${token}`,
        { ca, agent: false }, resolve));
    const clear = await fetch(`${hub.ready.listen[0]}/api/events?clientId=clear&token=${token}`);
    await hub.connected(2);
    const rows = Object.fromEntries((await hub.admin("GET", "/api/clients")).map((row) => [row.client, row]));
    assert.equal(rows.safe.tls, true);
    assert.equal(rows.safe.tlsVersion, "TLSv1.3");
    assert.match(rows.safe.tlsCipher, /^TLS_(AES|CHACHA20)_/);
    assert.equal(rows.clear.tls, false);
    assert.equal(rows.clear.tlsVersion, null);
    stream.destroy();
    await clear.body.cancel();
});

test("an event stream, a WebSocket and a poll over TLS 1.2 and 1.3", async (t) => {
    const hub = await startTlsHub(t);
    const token = await hub.token();
    for (const version of ["TLSv1.2", "TLSv1.3"]) {
        const options = { ca: hub.ca, minVersion: version, maxVersion: version, agent: false };
        const stream = await new Promise((resolve) => https.get(`${hub.url}/api/events?token=${token}`, options, resolve));
        let text = "";
        stream.setEncoding("utf8").on("data", (piece) => { text += piece; });
        const socket = new WebSocket(`${hub.url.replace("https", "wss")}/ws?token=${token}`, options);
        const messages = [];
        socket.on("message", (data) => messages.push(JSON.parse(data)));
        await once(socket, "open");
        const poll = request(hub, `/api/poll?timeout=2&token=${token}`, options);
        await until(() => messages.length > 0 && text.includes("hub.welcome"), "both are greeted");
        const big = "x".repeat(100_000);
        await publish(hub, { to: "user:alice", type: version, data: big });
        await until(() => text.includes(`event: ${version}`) && text.includes(big) && text.endsWith("\n\n"), "the stream has it");
        await until(() => messages.some(({ type, data }) => type === version && data === big), "the WebSocket has it");
        let body = "";
        for await (const piece of (await poll).setEncoding("utf8"))
            body += piece;
        assert.ok(JSON.parse(body).cursor);
        stream.destroy();
        socket.close();
    }
});

test("ALPN chooses HTTP/2, and it carries many event streams", async (t) => {
    const hub = await startTlsHub(t);
    const token = await hub.token();
    const session = http2.connect(hub.url, { ca: hub.ca });
    await once(session, "connect");
    assert.equal(session.alpnProtocol, "h2");
    const texts = await Promise.all(Array.from({ length: 20 }, async () => {
        const stream = session.request({ ":path": `/api/events?token=${token}` });
        const [headers] = await once(stream, "response");
        assert.equal(headers[":status"], 200);
        const got = { text: "" };
        stream.setEncoding("utf8").on("data", (piece) => { got.text += piece; });
        return got;
    }));
    await until(() => texts.every(({ text }) => text.includes("hub.welcome")), "all are greeted");
    await publish(hub, { to: "user:alice", type: "price", data: 1 });
    await until(() => texts.every(({ text }) => text.includes("event: price")), "all have it");
    session.destroy();
});

test("curl and s_client are content", async (t) => {
    const hub = await startTlsHub(t);
    for (const version of ["--http1.1", "--http2"]) {
        const { stdout } = await run("curl", ["-sS", version, "--cacert", authorityOf(hub), "-o", "/dev/null", "-w",
            "%{http_code} %{http_version} %{ssl_verify_result}", `${hub.url}/healthz`]);
        assert.equal(stdout, version === "--http2" ? "200 2 0" : "200 1.1 0");
    }
    const client = spawn("openssl", ["s_client", "-connect", `127.0.0.1:${hub.port}`, "-servername", "localhost", "-CAfile",
        authorityOf(hub), "-verify_return_error", "-ign_eof", "-quiet"], { stdio: ["pipe", "pipe", "ignore"] });
    client.stdin.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    let answer = "";
    client.stdout.on("data", (text) => { answer += text; });
    await once(client, "close");
    assert.match(answer, /^HTTP\/1.1 200 /);
});

test("HTTP in clear gets one answer in clear", async (t) => {
    const hub = await startTlsHub(t);
    const socket = net.connect(hub.port, "127.0.0.1");
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    let text = "";
    for await (const piece of socket.setEncoding("utf8"))
        text += piece;
    assert.match(text, /^HTTP\/1.1 400 /);
    const [, length] = /content-length: (\d+)/i.exec(text);
    assert.equal(text.split("\r\n\r\n")[1].length, Number(length));
    assert.match(text, /use https/);
});

test("a renewed certificate is served at once after SIGHUP, and nobody is dropped", async (t) => {
    const first = await startTlsHub(t), second = await startTlsHub(t); // two pairs of files
    const folder = (hub) => join(hub.home, "pushscope", "tls");
    const files = ["localhost.pem", "localhost-key.pem"].map((name) => join(folder(first), name));
    const hub = await startHub(t, "--tls-cert", files[0], "--tls-key", files[1]);
    const fingerprint = () => new Promise((resolve, reject) => {
        const socket = tls.connect(hub.port, "127.0.0.1", { rejectUnauthorized: false }, () => {
            resolve(socket.getPeerCertificate().fingerprint256);
            socket.destroy();
        }).on("error", reject);
    });
    const before = await fingerprint();
    const token = await hub.token();
    const stream = await new Promise((resolve) => https.get(`${hub.url}/api/events?token=${token}`,
        { ca: first.ca, agent: false }, resolve));
    let text = "";
    stream.setEncoding("utf8").on("data", (piece) => { text += piece; });
    files.forEach((file) => copyFileSync(file.replace(folder(first), folder(second)), file));
    hub.child.kill("SIGHUP");
    await until(async () => await fingerprint() !== before, "the new certificate is served");
    hub.ca = second.ca;
    await publish(hub, { to: "user:alice", type: "price", data: 1 });
    await until(() => text.includes("event: price"), "the stream of before goes on");
    stream.destroy();
});

test("what cannot work is said at the start", async (t) => {
    const good = await startTlsHub(t);
    const file = (name) => join(good.home, "pushscope", "tls", name);
    const refused = async (expected, ...options) => assert.rejects(startHub(t, ...options), expected);
    await refused(/--tls-cert needs its --tls-key/, "--tls-cert", file("localhost.pem"));
    await refused(/cannot read .*absent/, "--tls-cert", file("absent"), "--tls-key", file("localhost-key.pem"));
    await refused(/is not that of the certificate/, "--tls-cert", file("pushscope-authority.pem"), "--tls-key", file("localhost-key.pem"));
    await refused(/needs --tls-cert and --tls-key, or --tls-self-signed/, "--listen", "https://127.0.0.1:0");
});
