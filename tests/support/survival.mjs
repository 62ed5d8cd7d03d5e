// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The promise of the hub, for any client: events published before, during and after cuts of the network arrive once each
// and in order.

import assert from "node:assert/strict";
import { startHub, until } from "./hub.mjs";
import { startProxy } from "./proxy.mjs";

const ROUNDS = 3, LIVE = 4, MISSED = 5;

/**
 * `connect({url, token, onEvent({id, type, data}), isReady()})` starts a client; it returns {close(), isOpen()}.
 * Gives what is left to look at: {hub, seen, client}.
 */
export async function survivesCuts(t, connect) {
    const hub = await startHub(t);
    const proxy = await startProxy(t, hub.port);
    const publish = await hub.publisher();
    const seen = [];
    const client = connect({ url: proxy.url, token: await hub.token(), onEvent: (event) => seen.push(event) });
    t.after(() => client.close());
    await until(() => client.isOpen(), "the client is connected");
    const expected = [];
    const publishOne = async () => {
        // All three kinds of channels, with data that framing could break.
        const to = [["room:lobby"], ["user:alice"], ["*"], ["user:alice", "room:lobby"]][expected.length % 4];
        const data = { n: expected.length + 1, text: "zwei\r\nZeilen\rdrei\n\u2028 – ☃ \"quoted\"" };
        const { id } = await publish({ to, type: "message", data });
        expected.push({ id, type: "message", data });
    };
    for (let round = 0; round < ROUNDS; ++round) {
        for (let i = 0; i < LIVE; ++i)
            await publishOne();
        proxy.down(); // some of those may still be on their way
        for (let i = 0; i < MISSED; ++i)
            await publishOne();
        proxy.up();
        await until(() => seen.length >= expected.length, `all ${expected.length} events arrived (${seen.length} did)`);
    }
    assert.deepEqual(seen, expected);
    assert.deepEqual(await hub.findings(), [], "a client that behaves well is found to have nothing wrong");
    return { hub, client, seen };
}
