// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page that a selection is exported as, in a real browser, against a hub that knows nothing of the recording.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openPage, skip } from "../support/browser.mjs";
import { startHub, until } from "../support/hub.mjs";
import { exportAs, recordStory } from "../support/story.mjs";

/** Serves one file on loopback, as a developer would: the address. */
async function serve(t, file) {
    const server = createServer((request, response) => response.setHeader("Content-Type", "text/html").end(readFileSync(file)));
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    t.after(() => server.close());
    return `http://127.0.0.1:${server.address().port}/`;
}

test("the page gives its clients the same events", { skip }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "pushscope-page-"));
    t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
    const story = await recordStory(t, folder);
    const { page, problems } = await openPage(t, await serve(t, await exportAs(story.file, "html", join(folder, "again.html"))));
    t.after(() => assert.deepEqual(problems, []));
    const hub = await startHub(t);
    await page.getByLabel("Hub", { exact: true }).fill(hub.url);
    await page.getByLabel("Speed (0: no waiting)").fill("0");
    await page.getByRole("button", { name: "Start" }).click();
    assert.match(await page.locator("#problems").textContent(), /secret/, "without a secret nothing is begun");
    await page.getByLabel("Secret of the hub").fill(hub.secret);
    await page.getByRole("button", { name: "Start" }).click();
    const state = () => page.locator("#state").textContent();
    await until(async () => /recorded/.test(await state()), "the end", 60000);
    const problem = await page.locator("#problems").textContent();
    assert.equal(problem, "");
    for (const client of Object.keys(story.got))
        assert.match(await state(), new RegExp(`${client}: \\d+ events, as recorded\\.`));
    const rows = await page.$$eval("#events tr", (all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
    for (const [client, events] of Object.entries(story.got)) {
        const shown = rows.reverse().filter(([name, , type]) => name === client && !type.startsWith("hub."));
        rows.reverse();
        assert.deepEqual(shown.map(([, , type, data]) => ({ type, data: JSON.parse(data) })),
            events.filter(({ type }) => !type.startsWith("hub.")).map(({ type, data }) => ({ type, data })), client);
    }
});
