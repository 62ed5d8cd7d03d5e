// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A client of a Pushscope hub for browsers, without dependencies.
//
//   import { connect, publish } from "./pushscope-client.js";
//   const connection = connect({
//       url: "http://127.0.0.1:8090", token: "…", rooms: ["lobby"], types: ["message", "chat:message"],
//       transport: "auto",                              // or "websocket", "sse", "poll"
//       onEvent: ({ id, type, data }) => console.log(id, type, data),
//   });
//   …
//   connection.close();
//
// Whatever the transport: each event is delivered once and in order, the cursor is kept over every loss of the connection,
// and a hub that has forgotten what was missed says so through onGap.

const REMEMBERED_IDS = 2000; // enough to recognise what a hub sends again after a reconnect
const WELCOME_WITHIN_MS = 5000; // a proxy may swallow an upgrade without a word
const PING_EVERY_MS = 25000, PONG_WITHIN_MS = 10000; // a dead network does not close a WebSocket
const NEVER_COME_BACK = [204, 401, 403]; // HTTP
const NEVER_COME_BACK_CODES = [4001, 4003]; // WebSocket: unauthorized, forbidden
const FALLBACK = ["websocket", "sse", "poll"];

/** Why a connection ended. `fatal`: trying again is no use. `retryMs`: the hub's word on how long to wait at least. */
class Ended extends Error {
    constructor(message, { fatal = false, retryMs = 0 } = {}) {
        super(message);
        this.fatal = fatal;
        this.retryMs = retryMs;
    }
}

/**
 * Connects, and comes back until close() is called or the hub forbids it.
 *
 * options:
 *   url         the hub's address; default: where the page came from
 *   token       a string, or a function that gives one (or a promise of one) for each new connection
 *   rooms       names of rooms; types: event types to receive, all without it. A native EventSource hears only types that it
 *               was told: name them, or it hears "message" alone
 *   clientId    1–64 of A–Z a–z 0–9 . _ -: by it the hub knows this client again
 *   cursor      where to go on from (the `cursor` of an earlier connection), or "earliest"; default: from now
 *   transport   "auto" (WebSocket, then EventSource, then long polling), "websocket", "sse", "poll"
 *   pollTimeout seconds that one poll waits, default 25
 *   backoff     {baseMs, capMs}; each wait is a random part of min(cap, base·2ⁿ)
 *   onEvent({id, type, data, transport}), onStatus(status, detail), onGap({requested, oldest, newest, reason})
 */
export function connect(options = {}) {
    const connection = new Connection(options);
    connection.run();
    return connection;
}

/** Publishes {to, type, data, key?, ephemeral?}; gives the hub's answer, or throws an Error with its `status` and `problem`. */
export async function publish({ url = location.origin, token }, event) {
    const response = await fetch(new URL("/api/publish", url), {
        method: "POST",
        headers: { "Content-Type": "application/json", "Authorization": `Bearer ${await tokenFrom(token)}` },
        body: JSON.stringify(event),
    });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) {
        const error = new Error(answer.detail ?? answer.title ?? `the hub answered ${response.status}`);
        throw Object.assign(error, { status: response.status, problem: answer });
    }
    return answer;
}

export class Connection {
    /** "connecting", "open", "waiting" (for the next try), "closed", "failed" (for good). */
    status = "connecting";
    /** The transport in use. */
    transport;
    /** Opaque; give it to a later connect() to go on from here. */
    cursor;
    /** `duplicates` were recognised by their id and kept from onEvent. */
    figures = { received: 0, duplicates: 0, gaps: 0, reconnects: 0 };

    #options;
    #seen = new Set();
    #closed = new AbortController();
    #endWait = () => {}; // what close() has to call: one wait at a time
    #opened = 0;
    #reached = false; // in the present try
    #socket;

    constructor(options) {
        this.#options = { url: globalThis.location?.origin, rooms: [], types: [], transport: "auto", pollTimeout: 25, ...options };
        this.cursor = options.cursor;
    }

    /** Leaves for good. */
    close() {
        this.#closed.abort();
        this.#endWait();
    }

    /** Sends a client message ({type, payload, ref?}) over a WebSocket; false where there is none. */
    send(message) {
        if (this.#socket?.readyState !== WebSocket.OPEN)
            return false;
        this.#socket.send(JSON.stringify(message));
        return true;
    }

    /** Resolves once it is closed or has failed. Called by connect(). */
    async run() {
        const sessions = { websocket: this.#webSocket, sse: this.#eventSource, poll: this.#longPoll };
        const candidates = this.#options.transport === "auto" ? FALLBACK : [this.#options.transport];
        const worked = new Set();
        let at = 0, failures = 0, attempt = 0;
        while (!this.#closed.signal.aborted) {
            this.transport = candidates[at];
            this.#reached = false;
            this.#setStatus("connecting");
            const ending = await sessions[this.transport].call(this).catch((error) => error);
            if (this.#closed.signal.aborted)
                break;
            if (ending.fatal)
                return this.#setStatus("failed", ending.message);
            if (this.#reached) {
                worked.add(this.transport);
                failures = attempt = 0;
            } else if (++failures >= 3 || !worked.has(this.transport)) {
                at = (at + 1) % candidates.length;
                failures = 0;
                if (at !== 0)
                    continue; // the next transport, at once
            }
            await this.#wait(attempt++, ending);
        }
        this.#setStatus("closed");
    }

    // Exponential backoff with full jitter: clients that were cut together do not come back together.
    async #wait(attempt, ending) {
        const { baseMs = 500, capMs = 30000 } = this.#options.backoff ?? {};
        const ms = (ending.retryMs ?? 0) + Math.random() * Math.min(capMs, baseMs * 2 ** attempt);
        this.#setStatus("waiting", `${ending.message ?? "the connection ended"}; next try in ${(ms / 1000).toFixed(1)} s`);
        await this.#untilClosed((resolve) => setTimeout(resolve, ms));
    }

    // Each of the three resolves or rejects (with Ended) when its connection is over.

    async #webSocket() {
        const query = await this.#query();
        if (this.cursor)
            query.set("lastEventId", this.cursor);
        const url = this.#url("/ws", query);
        url.protocol = url.protocol.replace("http", "ws");
        const socket = this.#socket = new WebSocket(url);
        let watch;
        try {
            await this.#untilClosed((resolve, reject) => {
                const expect = (ms, why) => {
                    clearTimeout(watch);
                    watch = setTimeout(() => reject(new Ended(why)), ms);
                };
                const listen = () => {
                    clearTimeout(watch);
                    watch = setTimeout(() => {
                        this.send({ type: "ping", payload: {} });
                        expect(PONG_WITHIN_MS, "the hub does not answer");
                    }, PING_EVERY_MS);
                };
                expect(WELCOME_WITHIN_MS, "no welcome");
                socket.onmessage = ({ data }) => {
                    listen();
                    const event = JSON.parse(data);
                    if (event.type === "hub.welcome")
                        this.#open();
                    this.#take(event);
                };
                socket.onclose = ({ code, reason }) => reject(
                    new Ended(reason || `closed with ${code}`, { fatal: NEVER_COME_BACK_CODES.includes(code) }));
            });
        } finally {
            clearTimeout(watch);
            socket.onmessage = socket.onclose = null;
            socket.close(1000);
        }
    }

    // A native EventSource comes back by itself, with the Last-Event-ID it has and in the time the hub names. It gives up on
    // every status but 200, without saying which: then a poll that does not wait asks.
    async #eventSource() {
        const query = await this.#query();
        if (this.cursor)
            query.set("lastEventId", this.cursor);
        const source = new EventSource(this.#url("/api/events", query));
        try {
            await this.#untilClosed((resolve, reject) => {
                // An event without an id of its own comes with that of the one before; the same event once more is a duplicate.
                let introduced = {};
                const take = ({ lastEventId: id, type, data }) => {
                    const isNew = id !== introduced.id, isSame = type === introduced.type && data === introduced.data;
                    if (isNew)
                        introduced = { id, type, data };
                    this.#take({ id: isNew || isSame ? id : "", type, data: JSON.parse(data) });
                };
                for (const type of new Set(["message", ...this.#options.types, "hub.welcome", "hub.cursor", "hub.gap"]))
                    source.addEventListener(type, take);
                source.onopen = () => this.#open();
                source.onerror = () => {
                    if (source.readyState === EventSource.CLOSED)
                        reject(new Ended("the event stream was refused"));
                    else
                        this.#setStatus("waiting", "the event stream ended");
                };
            });
        } catch (ended) {
            query.set("timeout", "0");
            const { status } = await fetch(this.#url("/api/poll", query)).catch(() => ({ status: 0 }));
            ended.fatal = NEVER_COME_BACK.includes(status);
            throw ended;
        } finally {
            source.close();
        }
    }

    async #longPoll() {
        while (!this.#closed.signal.aborted) {
            const query = await this.#query();
            query.delete("token"); // it has a header of its own
            query.set("timeout", this.#reached ? this.#options.pollTimeout : 0); // the first only sees whether it works
            if (this.cursor)
                query.set("cursor", this.cursor);
            const response = await fetch(this.#url("/api/poll", query), {
                headers: { "Authorization": `Bearer ${await tokenFrom(this.#options.token)}` },
                signal: this.#closed.signal,
                cache: "no-store",
            }).catch((error) => { throw new Ended(error.message); });
            if (response.status !== 200) {
                const seconds = Number(response.headers.get("Retry-After")) || 0;
                throw new Ended(`the hub answered ${response.status}`,
                    { fatal: NEVER_COME_BACK.includes(response.status), retryMs: seconds * 1000 });
            }
            const { events, cursor, gap } = await response.json().catch((error) => { throw new Ended(error.message); });
            this.#open();
            if (gap)
                this.#gap(gap);
            for (const event of events)
                this.#take(event);
            this.cursor = cursor;
        }
    }

    #open() {
        if (this.status === "open")
            return;
        this.#reached = true;
        if (this.#opened++ > 0)
            ++this.figures.reconnects;
        this.#setStatus("open");
    }

    #take({ id, type, data }) {
        if (this.#closed.signal.aborted)
            return;
        if (type.startsWith("hub.")) {
            const cursor = id || data?.cursor;
            // With a cursor of our own the missed events are still to come after the welcome.
            if (cursor && (type === "hub.cursor" || type === "hub.gap" || (type === "hub.welcome" && !this.cursor)))
                this.cursor = cursor;
            if (type === "hub.gap")
                this.#gap(data);
            return;
        }
        if (id && this.#isKnown(id)) {
            ++this.figures.duplicates;
            return;
        }
        if (id)
            this.cursor = id;
        ++this.figures.received;
        this.#options.onEvent?.({ id: id || null, type, data, transport: this.transport });
    }

    #isKnown(id) {
        if (this.#seen.has(id))
            return true;
        this.#seen.add(id);
        if (this.#seen.size > REMEMBERED_IDS)
            this.#seen.delete(this.#seen.values().next().value); // the oldest
        return false;
    }

    #gap(gap) {
        ++this.figures.gaps;
        this.#options.onGap?.(gap);
    }

    #setStatus(status, detail = "") {
        this.status = status;
        this.#options.onStatus?.(status, detail);
    }

    // A promise that close() resolves too.
    #untilClosed(executor) {
        return new Promise((resolve, reject) => {
            this.#endWait = resolve;
            if (this.#closed.signal.aborted)
                resolve();
            executor(resolve, reject);
        });
    }

    async #query() {
        const { rooms, types, clientId, token } = this.#options;
        const query = new URLSearchParams();
        const bearer = await tokenFrom(token);
        if (bearer)
            query.set("token", bearer);
        if (clientId)
            query.set("clientId", clientId);
        rooms.forEach((room) => query.append("room", room));
        types.forEach((type) => query.append("type", type));
        return query;
    }

    #url(path, query) {
        const url = new URL(path, this.#options.url);
        url.search = query;
        return url;
    }
}

async function tokenFrom(token) {
    return (typeof token === "function" ? await token() : token) ?? "";
}
