// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is exported as a program is run against another hub, and its clients get the same events.

import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { promisify } from "node:util";
import { eventsIn } from "../support/eventstream.mjs";
import { startHub } from "../support/hub.mjs";
import { exportAs, recordStory } from "../support/story.mjs";

const run = promisify(execFile);
const modules = join(dirname(fileURLToPath(import.meta.url)), "..", "node_modules");

function folderFor(t) {
    const folder = mkdtempSync(join(tmpdir(), "pushscope-reproducer-"));
    t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
    return folder;
}

/** Runs a program until it ends, whatever its status: {status, stdout, stderr}. */
async function runTo(file, args, hub, more = {}) {
    const env = { ...process.env, PUSHSCOPE_URL: hub.url, PUSHSCOPE_JWT_SECRET: hub.secret, PUSHSCOPE_SPEED: "0", NODE_PATH: modules, ...more };
    const done = await run(file, args, { env, maxBuffer: 64 * 1024 * 1024 }).catch((error) => error);
    return { status: done.code ?? 0, stdout: done.stdout, stderr: done.stderr };
}

const plain = (events) => events.filter(({ type }) => !type.startsWith("hub.")).map(({ type, data }) => ({ type, data }));

test("the Node script", async (t) => {
    const folder = folderFor(t), story = await recordStory(t, folder);
    const script = await exportAs(story.file, "node", join(folder, "again.mjs"));
    assert.ok(!readFileSync(script, "utf8").includes(story.token));
    const again = join(folder, "again.pushscope"), hub = await startHub(t, "--record", again);
    const { status, stdout, stderr } = await runTo(process.execPath, [script], hub);
    assert.equal(status, 0, stderr);
    const got = stdout.trim().split("\n").map((line) => JSON.parse(line));
    for (const [client, events] of Object.entries(story.got))
        assert.deepEqual(plain(got.filter((event) => event.client === client)), plain(events), client);
    for (const client of Object.keys(story.got))
        assert.match(stderr, new RegExp(`^${client}: \\d+ events, as recorded$`, "m"));
    await hub.stop();

    // What was published stands in both recordings, octet for octet.
    const published = async (file) => {
        const lines = readFileSync(await exportAs(file, "jsonl", join(folder, "rows.jsonl")), "utf8").split("\n");
        return lines.filter((line) => line.includes('"kind":"event"')).map((line) => [
            /"to":\[.*?\],"type":".*?"/.exec(line)[0], /"data":(.*?)(?:,"cause"|,"receivers"|,"ref")/.exec(line)[1]]);
    };
    const events = await published(story.file);
    assert.equal(events.length, story.published);
    assert.deepEqual(await published(again), events);
});

test("the script says what differs", async (t) => {
    const folder = folderFor(t), story = await recordStory(t, folder);
    const script = await exportAs(story.file, "node", join(folder, "again.mjs"));
    const hub = await startHub(t);
    await hub.fault({ whom: { client: "stream" }, what: { kind: "lose" } });
    const { status, stderr } = await runTo(process.execPath, [script], hub);
    assert.equal(status, 1, stderr);
    assert.match(stderr, /^stream: \d+ events; \d+ were recorded$/m);
    const none = await runTo(process.execPath, [script], hub, { PUSHSCOPE_JWT_SECRET: "" });
    assert.equal(none.status, 2);
    assert.match(none.stderr, /PUSHSCOPE_JWT_SECRET/);
    const wrong = await runTo(process.execPath, [script], hub, { PUSHSCOPE_JWT_SECRET: "0123456789abcdef0123456789abcdef" });
    assert.equal(wrong.status, 1);
    assert.match(wrong.stderr, /401/);
});

test("the script of one client has what that client got", async (t) => {
    const folder = folderFor(t), story = await recordStory(t, folder);
    const script = await exportAs(story.file, "node", join(folder, "one.mjs"), "--filter", "client == poller");
    const hub = await startHub(t);
    const { status, stdout, stderr } = await runTo(process.execPath, [script], hub);
    assert.equal(status, 0, stderr);
    const got = stdout.trim().split("\n").map((line) => JSON.parse(line));
    assert.deepEqual([...new Set(got.map(({ client }) => client))], ["poller"]);
    assert.deepEqual(plain(got), plain(story.got.poller));
});

test("the curl lines", { skip: spawnSync("openssl", ["version"]).error ? "SKIPPED: there is no openssl" : false }, async (t) => {
    const folder = folderFor(t), story = await recordStory(t, folder);
    const script = await exportAs(story.file, "curl", join(folder, "again.sh"));
    assert.ok(statSync(script).mode & 0o100, "it may be run");
    assert.ok(!readFileSync(script, "utf8").includes(story.token));
    const out = mkdtempSync(join(folder, "out-")), hub = await startHub(t);
    const { status, stderr } = await runTo(script, [], hub, { PUSHSCOPE_OUT: out });
    assert.equal(status, 0, stderr);
    for (const [client, events] of Object.entries(story.got)) {
        const got = eventsIn(readFileSync(join(out, `${client}.sse`), "utf8")).filter(({ id }) => id);
        assert.deepEqual(plain(got), plain(events.filter(({ id }) => id)), client);
    }
});
