const waitsAtMostMs = 10_000;
const pingRef = "reproducer";
const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms));

/** What comes of it, or an error once it is too late; leaves no timer behind. */
async function within(promise) {
    let timer;
    const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error("no answer")), waitsAtMostMs); });
    try {
        return await Promise.race([promise, late]);
    } finally {
        clearTimeout(timer);
    }
}

/** A token for the hub, signed with its secret: its bearer may hear every room, publish everything and set faults. */
async function signToken(secret, user, crypto) {
    const base64url = (octets) => btoa(String.fromCharCode(...octets)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    const bytes = (text) => new TextEncoder().encode(text);
    const claims = { sub: user, rooms: ["*"], publish: ["*"], admin: true, exp: Math.floor(Date.now() / 1000) + 3600 };
    const signed = [{ alg: "HS256", typ: "JWT" }, claims].map((part) => base64url(bytes(JSON.stringify(part)))).join(".");
    const key = await crypto.subtle.importKey("raw", bytes(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return `${signed}.${base64url(new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes(signed))))}`;
}

/** One block of an event stream: {id, type, data}, or null where it carries no event. */
function eventOf(block) {
    const event = { id: undefined, type: "message" }, data = [];
    for (const line of block.split("\n")) {
        const [, field, value] = /^(\w*)(?:: ?(.*))?$/s.exec(line) ?? [];
        if (field === "id")
            event.id = value;
        else if (field === "event")
            event.type = value;
        else if (field === "data")
            data.push(value ?? "");
    }
    return data.length > 0 ? { ...event, data: JSON.parse(data.join("\n")) } : null;
}

/**
 * Does to a hub what the steps of a recording say: clients come, go and come back with their cursors, events are published, faults set.
 * `hub`: {url, speed (0: without waiting), tokenOf(user), WebSocket}; `report`: {event(client, event), problem(text)}.
 */
class Player {
    constructor(recording, hub, report) {
        Object.assign(this, { recording, hub, report, stopped: false });
        this.ids = new Map(); // of the recording to those of this hub
        this.clients = new Map(recording.clients.map((client) => [client.name, { ...client, got: new Set(), last: undefined, isLate: false }]));
        this.connections = new Map(); // those open, by their number in the recording: {close(), send(text)}
        this.faults = new Map();
        this.polls = []; // under way: {until (when it was answered), over}
        this.ending = new AbortController(); // ends them
    }

    /** Gives [{name, recorded, got}], the stored events that each client got; resolves when all is over. */
    async run() {
        const start = performance.now();
        for (const step of this.recording.steps) {
            const ahead = this.hub.speed > 0 ? step.at / this.hub.speed - (performance.now() - start) : 0;
            if (ahead > 1)
                await sleep(ahead);
            if (this.stopped)
                break;
            await this.awaitPolls(step.at);
            try {
                await this[step.do](step);
            } catch (error) {
                this.report.problem(`${step.do}${step.client ? ` of ${step.client}` : ""}: ${error.message}`);
            }
        }
        await this.settle();
        for (const connection of this.connections.values())
            connection.close();
        this.ending.abort();
        for (const fault of this.faults.keys())
            await this.unfault({ fault }).catch(() => {});
        return this.verdicts();
    }

    stop() { this.stopped = true; }

    verdicts() {
        const published = new Set(this.ids.values());
        return [...this.clients.values()].map(({ name, events, got }) =>
            ({ name, recorded: events, got: [...got].filter((id) => published.has(id)).length }));
    }

    /** Until it is true, or too late. */
    async until(condition) {
        const end = performance.now() + waitsAtMostMs;
        while (!this.stopped && performance.now() < end && !condition())
            await sleep(10);
    }

    /** Until a client has as many of the events as it had; once only where it is late, and not where nothing can come. */
    async received(client, events) {
        const has = () => this.verdicts().find(({ name }) => name === client.name).got >= events;
        if (!client.isLate)
            await this.until(() => has() || this.connections.size + this.polls.length === 0);
        client.isLate ||= !has();
    }

    async settle() {
        for (const client of this.clients.values())
            await this.received(client, client.events);
    }

    /** Those that had their answer before what comes next. */
    async awaitPolls(at) {
        for (const { until, over } of this.polls) {
            if (until <= at)
                await within(over).catch(() => {});
        }
    }

    take(client, event) {
        if (event.id)
            client.last = event.id;
        else if (event.data?.cursor)
            client.last = event.data.cursor; // of a welcome
        if (event.id && !event.type.startsWith("hub."))
            client.got.add(event.id);
        this.report.event(client.name, event);
    }

    /** What the client presents here: ids of this hub have other names. One from before the selection becomes the last one it has. */
    cursorOf(step, client) {
        const { cursor } = step;
        if (cursor === undefined || !cursor.startsWith(`${this.recording.epoch}-`))
            return cursor;
        return this.ids.get(cursor) ?? client.last;
    }

    async ask(path, { token, method = "GET", body, headers = {}, signal } = {}) {
        const response = await fetch(this.hub.url + path, { method, body, signal,
            headers: { Authorization: `Bearer ${token ?? await this.hub.tokenOf("reproducer")}`, ...headers } });
        if (!response.ok)
            throw new Error(`the hub answered ${response.status} ${await response.text()}`);
        return response;
    }

    async publish({ id, body }) {
        const answer = await this.ask("/api/publish", { method: "POST", body, headers: { "Content-Type": "application/json" } });
        if (id)
            this.ids.set(id, (await answer.json()).id);
        else
            await answer.text();
    }

    async fault({ fault, body }) {
        const answer = await this.ask("/api/faults", { method: "POST", body, headers: { "Content-Type": "application/json" } });
        this.faults.set(fault, (await answer.json()).id);
    }

    async unfault({ fault }) {
        const id = this.faults.get(fault);
        this.faults.delete(fault);
        if (id !== undefined)
            await (await this.ask(`/api/faults/${id}`, { method: "DELETE" })).text();
    }

    async open(step) {
        const client = this.clients.get(step.client), query = new URLSearchParams(step.query);
        const token = await this.hub.tokenOf(client.user), cursor = this.cursorOf(step, client);
        const opening = step.protocol === "ws" ? this.openSocket(step, client, query, token, cursor)
            : this.openStream(step, client, query, token, cursor);
        await within(opening).catch((error) => {
            this.connections.delete(step.connection);
            throw error;
        });
    }

    /** Resolves with the first octets: from then on the hub sends all that is published. */
    async openStream(step, client, query, token, cursor) {
        const stop = new AbortController();
        this.connections.set(step.connection, { close: () => stop.abort() });
        const headers = { Accept: "text/event-stream", ...(cursor !== undefined && { "Last-Event-ID": cursor }) };
        const { body } = await this.ask(`/api/events?${query}`, { token, headers, signal: stop.signal });
        await new Promise((begun) => this.read(body, client, begun).catch(() => {}).then(() => { // an end is the recording's
            this.connections.delete(step.connection);
            begun();
        }));
    }

    async read(body, client, begun) {
        const decoder = new TextDecoder(), reader = body.getReader();
        let rest = "";
        for (;;) {
            const { done, value } = await reader.read();
            if (done)
                return;
            const blocks = (rest + decoder.decode(value, { stream: true })).split("\n\n");
            rest = blocks.pop();
            for (const event of blocks.map(eventOf).filter(Boolean))
                this.take(client, event);
            begun();
        }
    }

    openSocket(step, client, query, token, cursor) {
        query.set("token", token);
        if (cursor !== undefined)
            query.set("lastEventId", cursor);
        return new Promise((begun, failed) => {
            const socket = new this.hub.WebSocket(`${this.hub.url.replace(/^http/, "ws")}/ws?${query}`);
            const connection = { pongs: 0, close: () => socket.close(), send: (text) => socket.send(text) };
            this.connections.set(step.connection, connection);
            socket.onmessage = ({ data }) => {
                const event = JSON.parse(data);
                if (event.type === "hub.pong" && event.data.ref === pingRef)
                    ++connection.pongs;
                else
                    this.take(client, event);
                begun();
            };
            socket.onerror = () => {}; // what closed it says more
            socket.onclose = ({ code, reason }) => {
                connection.pongs = Infinity; // none is waited for
                this.connections.delete(step.connection);
                failed(new Error(`closed with ${code} ${reason}`));
            };
        });
    }

    /** Not before the client has what it had. */
    async close({ client, connection, events = 0 }) {
        const open = this.connections.get(connection);
        if (open)
            await this.received(this.clients.get(client), events);
        open?.close();
    }

    /** With a ping behind it, whose answer says that the hub has heard it. */
    async send({ connection, body }) {
        const socket = this.connections.get(connection);
        socket?.send(body);
        socket?.send(JSON.stringify({ type: "ping", ref: pingRef }));
        await this.until(() => !socket || socket.pongs > 0);
        if (socket)
            --socket.pongs; // Infinity stays
    }

    ack(step) {
        const cursor = this.cursorOf(step, this.clients.get(step.client));
        this.connections.get(step.connection)?.send(JSON.stringify({ type: "ack", payload: { cursor } }));
    }

    /** The poll waits at the hub while the steps go on. */
    async poll(step) {
        const client = this.clients.get(step.client), query = new URLSearchParams(step.query);
        const token = await this.hub.tokenOf(client.user);
        let cursor = this.cursorOf(step, client);
        if (cursor === undefined) { // so that nothing falls between this step and the hub's hearing of it
            const now = new URLSearchParams(step.query);
            now.set("timeout", "0");
            cursor = (await (await this.ask(`/api/poll?${now}`, { token })).json()).cursor;
        }
        query.set("cursor", cursor);
        const over = this.ask(`/api/poll?${query}`, { token, signal: this.ending.signal }).then(async (answer) => {
            const { events, cursor: next } = await answer.json();
            for (const event of events)
                this.take(client, event);
            client.last = next;
        }).catch((error) => this.ending.signal.aborted || this.report.problem(`poll of ${client.name}: ${error.message}`));
        const poll = { until: step.until, over };
        this.polls.push(poll);
        over.then(() => { this.polls = this.polls.filter((other) => other !== poll); });
    }
}
