// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A recording in other people's tools: its HAR is valid for har-validator and says what the clients got, its pcapng is dissected by
// tshark without complaints.

import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { promisify } from "node:util";
import validator from "har-validator";
import { startHub, until } from "../support/hub.mjs";
import { openSocket, openStream } from "../support/pushclients.mjs";

const program = process.env.PUSHSCOPE_HUB ?? "build/dev/bin/pushscope-hub";
const run = promisify(execFile);
const big = { maxBuffer: 64 * 1024 * 1024 };

/** Records a run with all three protocols, a fault and a mark of each kind: {folder, file, token, epoch}. */
async function record(t) {
    const folder = mkdtempSync(join(tmpdir(), "pushscope-session-"));
    t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
    const file = join(folder, "run.pushscope");
    const hub = await startHub(t, "--record", file, "--record-secrets");
    const publish = await hub.publisher(), token = await hub.token({ user: "alice", publish: ["*"] });
    const stream = await openStream(t, hub, { token, clientId: "stream" });
    const socket = await openSocket(t, hub, { token, clientId: "socket" });
    await until(() => socket.isOpen(), "the socket's welcome");
    for (let n = 0; n < 20; ++n)
        await publish({ to: "room:lobby", type: "news", data: { n, text: "häß\n€" } });
    socket.send("chat:send", { participants: ["alice"], text: "hello" });
    socket.socket.send("no JSON");
    await until(() => stream.count() === 21 && socket.count() === 21, "all events");
    const polled = await fetch(`${hub.url}/api/poll?room=lobby&cursor=earliest&timeout=1&token=${token}`);
    assert.equal((await polled.json()).events.length, 21);
    await hub.admin("POST", "/api/faults", { whom: { client: "socket" }, what: { kind: "close-code", code: 4008, reason: "x" }, for: "1s" }).catch(() => {});
    stream.close();
    socket.socket.close(1000, "bye");
    await socket.closed;
    await publish({ to: "room:nobody", data: 1 });
    await hub.stop();
    return { file, folder, token, epoch: hub.ready.epoch };
}

test("HAR", async (t) => {
    const { file, token, epoch } = await record(t);
    const har = JSON.parse((await run(program, ["export", file, "--to", "har"], big)).stdout);
    await validator.har(har);
    assert.ok(!JSON.stringify(har).includes(token));
    const entries = har.log.entries;
    for (const entry of entries) {
        assert.equal(entry.pageref, har.log.pages[0].id);
        for (const key of ["send", "wait", "receive"])
            assert.equal(typeof entry.timings[key], "number");
        assert.ok(Math.abs(entry.time - entry.timings.wait - entry.timings.receive) < 0.01);
    }

    const socket = entries.find((entry) => entry._resourceType === "websocket");
    assert.match(socket.request.url, /^ws:\/\/127\.0\.0\.1:\d+\/ws\?/);
    assert.equal(socket.response.status, 101);
    const messages = socket._webSocketMessages;
    assert.deepEqual([...new Set(messages.map(({ opcode }) => opcode))], [1]);
    assert.equal(JSON.parse(messages[0].data).type, "hub.welcome");
    const received = messages.filter(({ type }) => type === "receive").map(({ data }) => JSON.parse(data));
    assert.deepEqual(received.filter(({ type }) => type === "news").map(({ data }) => data.n), [...Array(20).keys()]);
    assert.equal(received.filter(({ type }) => type === "news")[0].id, `${epoch}-1`);
    assert.ok(received.some(({ type }) => type === "hub.ack") && received.some(({ type }) => type === "hub.error"));
    const sent = messages.filter(({ type }) => type === "send").map(({ data }) => data);
    assert.deepEqual(sent.map((data) => data.slice(0, 7)), ['{"type"', "no JSON"]);
    assert.ok(messages.every(({ time }, i) => Math.abs(time - Date.now() / 1000) < 300 && (i === 0 || time >= messages[i - 1].time)));

    const stream = entries.find((entry) => entry._resourceType === "eventsource");
    assert.equal(stream.response.content.mimeType, "text/event-stream; charset=utf-8");
    assert.match(stream.response.content.text, /^retry: \d+\n\n?id: /);
    assert.ok(stream.response.content.text.includes('event: news\ndata: {"n":19,"text":"häß\\n€"}\n\n'));
    assert.equal(stream._eventSourceMessages.filter(({ eventName }) => eventName === "news").length, 20);
    assert.equal(stream._eventSourceMessages[0].eventName, "hub.welcome");
    assert.equal(stream.response.content.size, Buffer.byteLength(stream.response.content.text));

    const poll = entries.find((entry) => entry.request.url.includes("/api/poll"));
    assert.equal(poll._resourceType, "xhr");
    assert.equal(JSON.parse(poll.response.content.text).events.length, 21);
    const posts = entries.filter((entry) => entry.request.method === "POST" && entry.request.url.endsWith("/api/publish"));
    assert.equal(posts.length, 21);
    assert.equal(new Set(posts.map((entry) => entry._connectionId)).size >= 1, true);
    assert.ok(posts[0].request.postData.text.includes("häß"));
});

test("a part of it", async (t) => {
    const { file } = await record(t);
    const har = JSON.parse((await run(program, ["export", file, "--to", "har", "--filter", "client == socket"], big)).stdout);
    assert.deepEqual(har.log.entries.map((entry) => entry._resourceType), ["websocket"]);
    await validator.har(har);
});

test("pcapng", { skip: spawnSync("tshark", ["--version"]).error ? "tshark is not installed" : false }, async (t) => {
    const { file, folder, token } = await record(t);
    const capture = join(folder, "run.pcapng");
    await run(program, ["export", file, "--to", "pcapng", "-o", capture]);
    assert.ok(!readFileSync(capture).includes(token));
    // The hub's port is no known one: it is said what is spoken there.
    const port = (await run("tshark", ["-r", capture, "-c", "1", "-T", "fields", "-e", "tcp.dstport"])).stdout.trim();
    const tshark = async (filter, ...fields) => {
        const { stdout } = await run("tshark", ["-r", capture, "-d", `tcp.port==${port},http`, "-o", "tcp.check_checksum:TRUE",
            "-o", "ip.check_checksum:TRUE", "-Y", filter, "-T", "fields", ...fields.flatMap((field) => ["-e", field])], big);
        return stdout.split("\n").filter(Boolean).map((line) => line.split("\t"));
    };
    assert.deepEqual(await tshark("_ws.malformed || tcp.analysis.flags || _ws.expert.severity >= 6291456", "frame.number", "_ws.expert.message"), []);
    const { stdout: expert } = await run("tshark", ["-r", capture, "-d", `tcp.port==${port},http`, "-q", "-z", "expert,warn"], big);
    assert.equal(expert.trim(), "");
    assert.deepEqual(await tshark("tcp.checksum.status == 0 || ip.checksum.status == 0", "frame.number"), []);
    const texts = (await tshark("websocket.opcode == 1", "websocket.mask", "websocket.payload.text", "text"));
    assert.ok(texts.length >= 23, `${texts.length} text frames`);
    assert.equal((await tshark("websocket.opcode == 8", "frame.number")).length, 2);
    const requests = await tshark("http.request", "http.request.method", "http.request.uri");
    assert.ok(requests.some(([method, uri]) => method === "GET" && uri.startsWith("/api/events")));
    assert.equal(requests.filter(([method]) => method === "POST").length >= 21, true);
    // The body of a stream that its client left has no end: its pieces are shown as they are.
    const { stdout: heads } = await run("tshark", ["-r", capture, "-d", `tcp.port==${port},http`, "-o", "http.desegment_body:FALSE",
        "-Y", 'http.content_type contains "event-stream"', "-T", "fields", "-e", "http.response.code"], big);
    assert.equal(heads.trim(), "200");
    const [[stream]] = await tshark('http.request.uri contains "/api/events"', "tcp.stream");
    const { stdout: octets } = await run("tshark", ["-r", capture, "-q", "-z", `follow,tcp,ascii,${stream}`], big);
    assert.ok(octets.includes("event: news"));
    assert.ok((await tshark("frame.comment", "frame.comment")).some(([comment]) => comment.includes("ended by")));
    assert.equal((await tshark("tcp.flags.syn == 1 && tcp.flags.ack == 0", "tcp.stream")).length,
        (await tshark("tcp.flags.syn == 1 && tcp.flags.ack == 1", "tcp.stream")).length);
});

test("pcapng has comments at faults, marks and comments", { skip: spawnSync("tshark", ["--version"]).error ? "tshark is not installed" : false }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "pushscope-session-"));
    t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
    const file = join(folder, "run.pushscope"), log = join(folder, "run.jsonl"), capture = join(folder, "run.pcapng");
    const hub = await startHub(t, "--record", file);
    const publish = await hub.publisher(), token = await hub.token();
    const socket = await openSocket(t, hub, { token, clientId: "socket" });
    await until(() => socket.isOpen(), "the socket's welcome");
    await publish({ to: "room:lobby", data: 1 });
    const rule = await hub.fault({ whom: { user: "alice" }, what: { kind: "duplicate" } });
    await publish({ to: "room:lobby", data: 2, type: "twice" });
    await until(() => socket.count() === 3, "one event twice");
    await hub.admin("DELETE", `/api/faults/${rule}`);
    await hub.admin("POST", "/api/faults", { whom: { user: "alice" }, what: { kind: "close-code", code: 4000, reason: "enough" } });
    await socket.closed;
    await hub.stop();
    await run(program, ["export", file, "--to", "jsonl", "-o", log]);
    // A mark as the window sets it, and a comment of later, at the time of the second event.
    const lines = readFileSync(log, "utf8").trimEnd().split("\n");
    const at = lines.findIndex((line) => line.includes('"kind":"event"') && line.includes('"type":"twice"'));
    const { t_ns, wall } = JSON.parse(lines[at]);
    const mark = (members) => JSON.stringify({ t_ns, wall, kind: "mark", ...members });
    lines.splice(at + 1, 0, mark({ data: "look here" }), mark({ op: "comment", client: "socket", data: "why twice?" }));
    writeFileSync(log, lines.join("\n") + "\n");
    await run(program, ["export", log, "--to", "pcapng", "-o", capture]);
    const port = new URL(hub.url).port, http = ["-d", `tcp.port==${port},http`];
    const { stdout } = await run("tshark", ["-r", capture, ...http, "-Y", "frame.comment", "-T", "fields", "-e", "frame.comment"], big);
    for (const comment of [/fault added fault \d+ .*duplicate/, /fault hit fault \d+ duplicate/, /fault removed/, /mark look here/, /mark comment why twice\?/,
        /ended by /])
        assert.match(stdout, comment);
    // At the packets of that time: the comment's frame is the second event's or one close to it.
    const { stdout: times } = await run("tshark", ["-r", capture, ...http, "-Y", 'frame.comment contains "why twice"', "-T", "fields", "-e", "frame.time_epoch"], big);
    assert.ok(Math.abs(Number(times.trim()) * 1000 - Date.parse(wall)) < 1000, `${times.trim()} is near ${wall}`);
    // No warning and no error of any dissector.
    const { stdout: expert } = await run("tshark", ["-r", capture, ...http, "-q", "-z", "expert,warn"], big);
    assert.equal(expert.trim(), "");
});

const samples = join(dirname(fileURLToPath(import.meta.url)), "..", "fuzz", "corpus", "har");

test("HAR of other programs comes in and goes out again", async (t) => {
    const again = async (name) => {
        const har = JSON.parse((await run(program, ["export", join(samples, name), "--to", "har", "--keep-secrets"], big)).stdout);
        await validator.har(har);
        return { before: JSON.parse(readFileSync(join(samples, name), "utf8")).log.entries, after: har.log.entries };
    };
    for (const name of ["chromium", "mitmproxy"]) {
        const { before, after } = await again(name);
        assert.equal(after.length, before.length);
        for (const entry of before.filter(({ _webSocketMessages }) => _webSocketMessages)) {
            const messages = after.find(({ _resourceType }) => _resourceType === "websocket")._webSocketMessages;
            assert.deepEqual(messages.map(({ type, opcode, data }) => ({ type, opcode, data })),
                entry._webSocketMessages.map(({ type, opcode, data }) => ({ type, opcode, data })));
            assert.ok(messages.every(({ time }, i) => Math.abs(time - entry._webSocketMessages[i].time) < 0.05));
        }
    }
    const { before, after } = await again("chromium");
    const stream = ({ _resourceType }) => _resourceType === "eventsource";
    assert.equal(after.find(stream).response.content.text, before.find(stream).response.content.text);
    const { stdout } = await run(program, ["export", join(samples, "chromium"), "--to", "jsonl"], big);
    const rows = stdout.trim().split("\n").slice(1).map((line) => JSON.parse(line));
    assert.equal(rows.filter(({ kind }) => kind === "event").length, 3);
    assert.ok(!stdout.includes("token=t"));
    await assert.rejects(run(program, ["export", fileURLToPath(import.meta.url), "--to", "jsonl"]));
});

test("JSON lines give the same octets again", async (t) => {
    const { file, folder } = await record(t);
    const first = join(folder, "first.jsonl"), second = join(folder, "second.jsonl");
    await run(program, ["export", file, "--to", "jsonl", "-o", first]);
    await run(program, ["export", first, "--to", "jsonl", "-o", second]);
    assert.ok(readFileSync(first).equals(readFileSync(second)));
    assert.ok(readFileSync(first).length > 10000);
});
