// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real Chromium, headless.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** The browser's program; undefined: there is none. */
export const executable = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find((candidate) => candidate && existsSync(candidate));

/** For a test's options: why it cannot run here, or false. CTest knows the words. */
export const skip = executable ? false : "SKIPPED: there is no Chromium here";

/** A page of a browser of its own; `problems` collects uncaught errors and what the content security policy refused. */
export async function openPage(t, url, options = {}) {
    const browser = await chromium.launch({
        executablePath: executable,
        headless: true,
        args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
    });
    t.after(() => browser.close());
    const page = await browser.newPage(options);
    const problems = [];
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => {
        if (/Content Security Policy|Refused to/.test(message.text()))
            problems.push(message.text());
    });
    await page.goto(url);
    return { page, problems };
}
