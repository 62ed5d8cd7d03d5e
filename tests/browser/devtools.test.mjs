// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An exported HAR in the DevTools of a real Chromium: its Network panel loads it, and shows the WebSocket's messages and the text
// of the event stream.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { chromium } from "playwright-core";
import { executable, openPage, skip } from "../support/browser.mjs";
import { startHub, until } from "../support/hub.mjs";
import { exportAs, recordStory } from "../support/story.mjs";

/** The front end of DevTools as a page of its own, its Network panel shown. */
async function openNetworkPanel(t) {
    const { page } = await openPage(t, "devtools://devtools/bundled/devtools_app.html", { viewport: { width: 1400, height: 900 } });
    await page.getByRole("tab", { name: "Network" }).click();
    return page;
}

/** By the panel's own function, which its "Import HAR file" calls with the file that was chosen. */
async function load(page, file) {
    await page.evaluate(async (text) => {
        const { NetworkPanel } = await import("devtools://devtools/bundled/panels/network/network.js");
        await NetworkPanel.NetworkPanel.instance().networkLogView.onLoadFromFile(new File([text], "exported.har"));
    }, readFileSync(file, "utf8"));
}

const row = (page, name) => page.locator("tr", { has: page.locator("td.name-column", { hasText: name }) }).first();

async function openTab(page, name, tab) {
    await page.locator("td.name-column", { hasText: name }).first().click();
    await page.getByRole("tab", { name: tab, exact: true }).click();
}

test("DevTools show an exported HAR", { skip }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "pushscope-devtools-"));
    t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
    const story = await recordStory(t, folder);
    const file = await exportAs(story.file, "har", join(folder, "story.har"));
    const entries = JSON.parse(readFileSync(file, "utf8")).log.entries;
    const page = await openNetworkPanel(t);
    await load(page, file);
    await until(async () => await page.locator("td.name-column").count() >= entries.length, "all entries are in the table");
    assert.equal(await row(page, "ws?").locator("td.type-column").textContent(), "websocket");
    assert.equal(await row(page, "events?").locator("td.type-column").textContent(), "eventsource");

    await openTab(page, "ws?", "Messages");
    const messages = entries.find(({ _resourceType }) => _resourceType === "websocket")._webSocketMessages;
    assert.ok(messages.length >= story.got.socket.length);
    const shown = page.locator("td.data-column");
    await until(async () => await shown.count() >= messages.length, "all messages are in the table");
    const texts = await shown.allTextContents();
    for (const { data } of messages)
        assert.ok(texts.some((text) => text.startsWith(data.slice(0, 40))), `${data} is shown`);

    await openTab(page, "events?", "Response");
    const text = entries.find(({ _resourceType }) => _resourceType === "eventsource").response.content.text;
    const line = text.split("\n").find((one) => one.startsWith("data:") && one.includes("private"));
    await until(async () => (await page.locator(".cm-content").allTextContents()).some((content) => content.includes(line)), "the stream's text");
});

/** A folder that dying processes may still write into; what they write after some seconds stays where it is. */
async function removed(folder) {
    for (let tries = 0; tries < 100 && existsSync(folder); ++tries) {
        try {
            rmSync(folder, { recursive: true, force: true });
        } catch {
            await setTimeout(100);
        }
    }
}

/** What this Chromium's own DevTools save of a page that is loaded while they look at it: a HAR as text. */
async function harOf(t, url, isDone, isWhole) {
    const profile = mkdtempSync(join(tmpdir(), "pushscope-chromium-"));
    const child = spawn(executable, ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-quic",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        "--remote-debugging-port=0", "--remote-allow-origins=*", `--user-data-dir=${profile}`, "about:blank"],
        { stdio: "ignore", detached: true });
    const ended = new Promise((resolve) => child.on("close", resolve));
    t.after(async () => {
        if (child.exitCode === null)
            process.kill(-child.pid, "SIGKILL"); // its helpers too: they write into the profile after the browser's own end
        await ended;
        await removed(profile);
    });
    const portFile = join(profile, "DevToolsActivePort");
    await until(() => existsSync(portFile) && readFileSync(portFile, "utf8").includes("\n"), "Chromium can be debugged");
    const port = Number(readFileSync(portFile, "utf8").split("\n")[0]);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    t.after(() => browser.close());
    const [context] = browser.contexts();
    const page = context.pages()[0] ?? await context.newPage();
    const session = await context.newCDPSession(page);
    const { targetInfo } = await session.send("Target.getTargetInfo");
    const tools = await context.newPage();
    await tools.goto(`devtools://devtools/bundled/devtools_app.html?ws=127.0.0.1:${port}/devtools/page/${targetInfo.targetId}`);
    await tools.getByRole("tab", { name: "Network" }).click();
    const requests = () => tools.evaluate(async () => {
        const { NetworkLog } = await import("devtools://devtools/bundled/models/logs/logs.js");
        return NetworkLog.NetworkLog.instance().requests().length;
    });
    await until(async () => { await page.goto(url); return await requests() > 0; }, "DevTools see the page's requests");
    const saved = () => tools.evaluate(async () => {
        const { NetworkLog } = await import("devtools://devtools/bundled/models/logs/logs.js");
        const { Log } = await import("devtools://devtools/bundled/models/har/har.js");
        const log = await Log.Log.build(NetworkLog.NetworkLog.instance().requests(), { sanitize: false });
        return JSON.stringify({ log });
    });
    let text;
    // Where they began to look while it was loading, they have only a part of it.
    await until(async () => {
        await until(() => page.evaluate(isDone), "the page has done what it does");
        text = await saved();
        if (isWhole(JSON.parse(text).log))
            return true;
        await page.goto(url);
        return false;
    }, "DevTools see all that the page does");
    return text;
}

function webSocketOf(log) {
    return log.entries.findLast(({ _webSocketMessages }) => _webSocketMessages?.length > 0);
}

test("a HAR of DevTools comes in", { skip }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "pushscope-devtools-"));
    t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
    const hub = await startHub(t);
    const token = await hub.token({ publish: ["*"] });
    const server = createServer((request, response) => response.setHeader("Content-Type", "text/html; charset=utf-8").end(`<script>
        const got = { stream: 0, socket: 0 };
        const source = new EventSource("${hub.url}/api/events?room=lobby&clientId=s&token=${token}");
        const socket = new WebSocket("${hub.url.replace("http", "ws")}/ws?room=lobby&clientId=w&token=${token}");
        source.addEventListener("news", () => ++got.stream);
        socket.onmessage = ({ data }) => { if (JSON.parse(data).type === "news") ++got.socket; };
        const opened = Promise.all([new Promise((r) => source.addEventListener("hub.welcome", r)), new Promise((r) => socket.onopen = r)]);
        opened.then(async () => {
            socket.send("no JSON, h\\u00e4");
            for (const n of [1, 2])
                await fetch("${hub.url}/api/publish", { method: "POST", headers: { Authorization: "Bearer ${token}", "Content-Type": "application/json" },
                    body: JSON.stringify({ to: "room:lobby", type: "news", data: { n } }) });
        });
    </script>`));
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    t.after(() => server.close());
    const text = await harOf(t, `http://127.0.0.1:${server.address().port}/`, "got.stream >= 2 && got.socket >= 2 && (source.close(), socket.close(), true)", webSocketOf);
    const file = join(folder, "saved.har");
    writeFileSync(file, text);
    const socket = webSocketOf(JSON.parse(text).log);
    const log = readFileSync(await exportAs(file, "jsonl", join(folder, "in.jsonl")), "utf8").trim().split("\n").slice(1).map((line) => JSON.parse(line));
    const frames = log.filter(({ kind, op, proto }) => kind === "frame" && proto === "ws" && op === "ws-text");
    for (const { type, data } of socket._webSocketMessages)
        assert.ok(frames.some((frame) => frame.data === data && frame.dir === (type === "send" ? "in" : "out")), data);
    const clients = new Set(log.filter(({ kind, op }) => kind === "conn" && op === "open").map(({ proto }) => proto));
    assert.ok(clients.has("ws") && clients.has("sse"), [...clients].join());
    assert.ok(log.some(({ kind, type }) => kind === "req" && type === "POST /api/publish"));
    assert.ok(log.filter(({ kind, type }) => kind === "event" && type === "news").length >= 2);
    assert.ok(!JSON.stringify(log).includes(token.split(".")[2]));
});
