// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The faults that a poll can feel, over TLS and as a stream of one HTTP/2 connection: their effect, and their end.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import http2 from "node:http2";
import https from "node:https";
import { join } from "node:path";
import { bystander, faultTest } from "../support/faults.mjs";
import { until } from "../support/hub.mjs";

/** Each gives ask(path, headers): what came of the request, in time: {status, headers, text, over, error}. */
const paths = {
    "a poll over TLS": async (t, url, ca) => (path, headers) => {
        const answer = { status: null, headers: {}, text: "", over: false, error: null };
        const failed = (error) => { answer.error = error.code; answer.over = true; };
        const request = https.get(url + path, { ca, agent: false, headers }, (response) => {
            answer.status = response.statusCode;
            answer.headers = response.headers;
            response.setEncoding("utf8").on("data", (piece) => { answer.text += piece; });
            response.on("end", () => { answer.over = true; }).on("error", failed);
        });
        request.on("error", failed);
        t.after(() => request.destroy());
        return answer;
    },
    "a poll over HTTP/2 and TLS": async (t, url, ca) => {
        const session = http2.connect(url, { ca });
        session.on("error", () => {});
        t.after(() => session.destroy());
        await once(session, "remoteSettings");
        return (path, headers) => {
            const answer = { status: null, headers: {}, text: "", over: false, error: null };
            const stream = session.request({ ":path": path, ...headers });
            stream.on("response", (head) => { answer.status = head[":status"]; answer.headers = head; });
            stream.setEncoding("utf8").on("data", (piece) => { answer.text += piece; });
            stream.on("error", () => {});
            stream.on("close", () => {
                answer.over = true;
                answer.error = answer.status === null ? `reset ${stream.rstCode}` : null;
            });
            return answer;
        };
    },
};

const isOver = (answer) => until(() => answer.over, "the poll is over");
const dataOf = (answer) => JSON.parse(answer.text).events.map(({ data }) => data);

/** The answer is held back until the rule goes. */
const holds = (what) => async ({ wait, only, faults, passes }) => {
    const answer = await wait();
    const rule = await faults.add(what, only);
    await passes("held");
    await until(async () => await faults.hits(rule) === 1, "the rule acts");
    assert.ok(!answer.over);
    await faults.remove(rule);
    await isOver(answer);
    assert.deepEqual(dataOf(answer), ["held"]);
};

/** The poll ends without an answer. */
const ends = (kind) => async ({ wait, only, faults }) => {
    const answer = await wait();
    await faults.add({ kind }, only);
    await isOver(answer);
    assert.notEqual(answer.error, null);
};

const answers = (what, check) => async ({ ask, only, faults }) => {
    const rule = await faults.add(what, only);
    const answer = ask({ timeout: 0 });
    await isOver(answer);
    check(answer);
    await faults.remove(rule);
};

const kinds = {
    "latency": holds({ kind: "latency", ms: 600000 }),
    "blackhole": holds({ kind: "blackhole" }),
    "bandwidth": holds({ kind: "bandwidth", bytesPerSecond: 1 }),
    "fin": ends("fin"),
    "rst": ends("rst"),
    "status": answers({ kind: "status", code: 503 }, ({ status }) => assert.equal(status, 503)),
    "drop-header": answers({ kind: "drop-header", name: "Authorization" }, ({ status }) => assert.equal(status, 401)),
    "content-type": answers({ kind: "content-type", value: "text/html" },
        ({ headers }) => assert.equal(headers["content-type"], "text/html")),
    "expire-token": async ({ wait, ask, only, faults }) => {
        const answer = await wait();
        const rule = await faults.add({ kind: "expire-token" }, { ...only, for: "600s" });
        await isOver(answer);
        assert.equal(answer.status, 401);
        const next = ask({ timeout: 0 });
        await isOver(next);
        assert.equal(next.status, 401);
        await faults.remove(rule);
    },
    "lose": async ({ wait, only, faults, passes }) => {
        const answer = await wait();
        const rule = await faults.add({ kind: "lose" }, only);
        await passes("lost");
        assert.equal(await faults.hits(rule), 1);
        await faults.remove(rule);
        await passes("kept");
        await isOver(answer);
        assert.deepEqual(dataOf(answer), ["kept"]);
    },
    "duplicate": async ({ wait, only, faults, passes }) => {
        const answer = await wait();
        const rule = await faults.add({ kind: "duplicate" }, only);
        await passes("twice");
        await isOver(answer);
        assert.deepEqual(dataOf(answer), ["twice", "twice"]);
        await faults.remove(rule);
    },
    "malformed-frame": async ({ wait, only, faults }) => {
        const answer = await wait();
        await faults.add({ kind: "malformed-frame" }, only);
        await isOver(answer);
        assert.throws(() => dataOf(answer), SyntaxError);
    },
};

for (const [pathName, begin] of Object.entries(paths)) {
    faultTest(pathName, async (t, { hub, publish, token, faults }) => {
        const ca = readFileSync(join(hub.home, "pushscope", "tls", "pushscope-authority.pem"));
        const request = await begin(t, hub.ready.listen[1], ca);
        const passes = await bystander(t, hub, publish);
        for (const [kind, story] of Object.entries(kinds)) {
            await t.test(kind, async () => {
                const { id: cursor } = await publish({ to: "user:nobody", data: 0 }); // the head
                const ask = (query) => request(`/api/poll?${new URLSearchParams({ room: "lobby", clientId: kind, cursor, ...query })}`,
                    { authorization: `Bearer ${token}`, "accept-encoding": "identity" });
                const wait = async () => {
                    const answer = ask({ timeout: 60 });
                    await until(async () => (await faults.client(kind))?.state === "waiting", "it polls");
                    return answer;
                };
                await story({ ask, wait, only: { whom: { client: kind } }, faults, passes });
                assert.deepEqual(await faults.list(), []);
                const { id } = await publish({ to: "user:alice", data: "afterwards" });
                const answer = ask({ timeout: 5 });
                await isOver(answer);
                assert.equal(JSON.parse(answer.text).events.at(-1).id, id);
            });
        }
    }, "--listen", "https://127.0.0.1:0", "--tls-self-signed");
}
