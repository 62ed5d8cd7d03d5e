// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fault rules through the admin API, and clients of other people to feel them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { EventSource } from "eventsource";
import WebSocket from "ws";
import { startHub, until } from "./hub.mjs";

/** One test for each transport: body(t, {hub, publish, faults, token}). */
export function faultTest(name, body, ...options) {
    for (const transport of ["linux", "qt"]) {
        test(`${name} (${transport})`, async (t) => {
            const hub = await startHub(t, "--transport", transport, ...options);
            const [publish, token, admin] = await Promise.all([hub.publisher(), hub.token(), hub.token({ user: "root", admin: true })]);
            await body(t, { hub, publish, token, faults: new Faults(hub, admin) });
        });
    }
}

class Faults {
    constructor(hub, token) {
        Object.assign(this, { hub, token });
    }

    /** Each over a connection of its own: a rule may have reset those that are kept. */
    async call(method, path, body) {
        const response = await fetch(this.hub.url + path, { method, body: body && JSON.stringify(body),
            headers: { Authorization: `Bearer ${this.token}`, Connection: "close" } });
        const text = await response.text();
        return { status: response.status, body: text && JSON.parse(text) };
    }

    /** Gives the rule's id. */
    async add(what, rest = {}) {
        const { status, body } = await this.call("POST", "/api/faults", { what, ...rest });
        assert.equal(status, 201, JSON.stringify(body));
        return body.id;
    }

    async remove(id) {
        assert.equal((await this.call("DELETE", `/api/faults/${id}`)).status, 204);
    }

    async list() {
        return (await this.call("GET", "/api/faults")).body;
    }

    async hits(id) {
        return (await this.list()).find((rule) => rule.id === id)?.hits;
    }

    /** What the journal has about the rule: "added", "on", "hit", … */
    async ops(id) {
        const { body } = await this.call("GET", "/api/journal?limit=10000");
        return body.filter(({ kind, cause }) => kind === "fault" && (cause === `fault ${id}` || cause?.startsWith(`fault ${id} `))).map(({ op }) => op);
    }

    async client(name) {
        return (await this.call("GET", "/api/clients")).body.find(({ client }) => client === name);
    }

    async reconnects(name) {
        return (await this.call("GET", `/api/reconnects?client=${name}`)).body;
    }

    async drop(name, how) {
        await this.call("DELETE", `/api/clients/${name}?how=${how}`);
    }
}

/** The `ws` client: {socket, messages, closed, data()}. */
export async function openSocket(t, hub, token, query = "", { awaitWelcome = true } = {}) {
    const socket = new WebSocket(`${hub.url.replace("http", "ws")}/ws?room=lobby&token=${token}&${query}`,
        { perMessageDeflate: false }); // rules count octets, and those of a test would be few
    const messages = [], errors = [];
    socket.on("error", (error) => errors.push(error));
    socket.on("message", (data) => messages.push(JSON.parse(data)));
    const closed = new Promise((resolve) => socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() })));
    t.after(() => socket.terminate());
    const client = { socket, messages, errors, closed, data: () => messages.filter(({ type }) => type === "message").map(({ data }) => data) };
    if (awaitWelcome)
        await until(() => messages.some(({ type }) => type === "hub.welcome"), "the welcome");
    return client;
}

/** The client of npm's `eventsource`: {source, events, errors, data()}. It comes back by itself after about 3 s. */
export async function openSource(t, hub, token, query = "", { awaitWelcome = true } = {}) {
    const source = new EventSource(`${hub.url}/api/events?room=lobby&token=${token}&${query}`);
    const events = [], errors = [];
    const note = ({ type, lastEventId, data }) => events.push({ type, id: lastEventId, data: JSON.parse(data) });
    for (const type of ["message", "hub.welcome", "hub.gap"])
        source.addEventListener(type, note);
    source.addEventListener("error", (error) => errors.push(error));
    t.after(() => source.close());
    const client = { source, events, errors, data: () => events.filter(({ type }) => type === "message").map(({ data }) => data) };
    if (awaitWelcome)
        await until(() => events.some(({ type }) => type === "hub.welcome"), "the welcome");
    return client;
}

/** Somebody whom no rule concerns: `await passes(data)` publishes to all, and returns once it is there. */
export async function bystander(t, hub, publish) {
    const client = await openSocket(t, hub, await hub.token({ user: "bystander" }), "clientId=bystander");
    return async (data) => {
        const { id } = await publish({ to: "room:lobby", data });
        await until(() => client.messages.some((message) => message.id === id), "a bystander has it");
        return id;
    };
}
