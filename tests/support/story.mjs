// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A recording that has something of everything, for what is made of recordings.

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { readEvents } from "./eventstream.mjs";
import { startHub, until } from "./hub.mjs";
import { openSocket } from "./pushclients.mjs";

const program = process.env.PUSHSCOPE_HUB ?? "build/dev/bin/pushscope-hub";

/** An export of a session file: the path of what was written. */
export async function exportAs(file, form, target, ...options) {
    await promisify(execFile)(program, ["export", file, "--to", form, "-o", target, ...options]);
    return target;
}

/**
 * Records two users' event stream, WebSocket and polls: the stream is cut and comes back with its cursor, the socket speaks, a rule
 * is set and removed. {file, token, published, got: {stream, socket, poller}}, the events as the clients got them.
 */
export async function recordStory(t, folder) {
    const file = join(folder, "story.pushscope");
    const hub = await startHub(t, "--record", file);
    const publish = await hub.publisher();
    const token = await hub.token({ user: "alice", publish: ["*"] }), other = await hub.token({ user: "bob o'neil" });
    let published = 0;
    const say = async (data, event = {}) => {
        ++published;
        await publish({ to: "room:lobby", type: "news", data, ...event });
    };
    const listen = (headers) => readEvents(t, `${hub.url}/api/events?clientId=stream&room=lobby`, { token, headers });
    const poll = async (cursor, timeout = 0) => {
        const answer = await fetch(`${hub.url}/api/poll?clientId=poller&room=lobby&timeout=${timeout}&cursor=${cursor}&token=${other}`);
        return answer.json();
    };
    const first = await listen();
    await until(() => first.events().length > 0, "the stream's welcome");
    const socket = await openSocket(t, hub, { token: other, clientId: "socket" });
    await until(() => socket.isOpen(), "the socket's welcome");
    for (const data of [{ n: 1, text: "häß\n€ '\"\\ </script><!-- $(echo no) `no`" }, 12345678901234, "@x", null])
        await say(data);
    await say({ private: true }, { to: ["user:alice", "user:bob o'neil"], type: "note" });
    await say({ x: 1 }, { ephemeral: true, type: "cursor" });
    socket.send("chat:send", { participants: ["alice", "bob o'neil"], text: "hello" });
    ++published;
    const polled = await poll("earliest");
    await until(() => first.events().filter(({ id }) => id).length >= 7, "seven events after the welcome");
    first.close();
    await until(async () => (await hub.admin("GET", "/api/clients")).find(({ client }) => client === "stream").state === "away", "the cut is seen");
    const rule = await hub.fault({ whom: { user: "nobody" }, what: { kind: "latency", ms: 1 } });
    for (let n = 10; n < 13; ++n)
        await say({ n });
    await hub.admin("DELETE", `/api/faults/${rule}`);
    const second = await listen({ "Last-Event-ID": first.events().filter(({ id }) => id).at(-1).id });
    await until(() => second.events().length >= 3, "what was missed");
    await say({ n: 20 }, { to: "*" });
    const rest = await poll(polled.cursor);
    await until(() => second.events().length >= 4 && socket.messages.filter(({ id }) => id).length >= 10, "the last event");
    second.close();
    socket.socket.close(1000, "bye");
    await socket.closed;
    await hub.stop();
    return { file, token, published,
        got: { stream: [...first.events(), ...second.events()], socket: socket.messages, poller: [...polled.events, ...rest.events] } };
}
