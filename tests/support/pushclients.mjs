// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that a test can make behave as badly as it likes: an event stream and a poll by fetch, a WebSocket by `ws`, and a bare
// socket. Each leaves its connection when the test `t` ends.

import { connect } from "node:net";
import WsWebSocket from "ws";
import { until } from "./hub.mjs";

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function query(parameters) {
    return new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== undefined)).toString();
}

/** Opens /api/events: {status, cursor() (the newest id), count(), close(), ended}. */
export async function openStream(t, hub, { token, room = "lobby", clientId, cursor, url = hub.url, userAgent = "fetching", dispatcher } = {}) {
    const stop = new AbortController();
    t.after(() => stop.abort());
    const headers = { Authorization: `Bearer ${token}`, "User-Agent": userAgent };
    if (cursor !== undefined)
        headers["Last-Event-ID"] = cursor;
    let text = "";
    let response;
    try {
        response = await fetch(`${url}/api/events?${query({ room, clientId })}`, { headers, signal: stop.signal, dispatcher });
    } catch {
        return { status: 0, close() {} };
    }
    const read = async () => {
        const decoder = new TextDecoder();
        for await (const chunk of response.body)
            text += decoder.decode(chunk, { stream: true });
    };
    const ids = () => [...text.matchAll(/^id: ?(.*)$/gm)].map(([, id]) => id);
    return {
        status: response.status,
        ended: read().catch(() => {}),
        cursor: () => ids().at(-1),
        count: () => [...text.matchAll(/^event: (?!hub\.)/gm)].length,
        close: () => stop.abort(),
    };
}

/** Opens /ws: {socket, messages, cursor(), send(type, payload), closed}. */
export async function openSocket(t, hub, { token, room = "lobby", clientId, cursor, url = hub.url, options = {}, onEvent } = {}) {
    const socket = new WsWebSocket(`${url.replace("http", "ws")}/ws?${query({ token, room, clientId, lastEventId: cursor })}`, options);
    t.after(() => socket.terminate());
    const messages = [];
    socket.on("error", () => {});
    const closed = new Promise((resolve) => socket.on("close", (code) => resolve(code)));
    const connection = {
        socket, messages, closed,
        cursor: () => messages.map(({ id, type, data }) => id ?? (type === "hub.welcome" ? data.cursor : undefined)).filter(Boolean).at(-1),
        count: () => messages.filter(({ type }) => !type.startsWith("hub.")).length,
        send: (type, payload) => socket.send(JSON.stringify({ type, payload })),
        isOpen: () => messages.length > 0 && socket.readyState === WsWebSocket.OPEN,
    };
    socket.on("message", (data) => {
        const message = JSON.parse(data);
        messages.push(message);
        if (onEvent && message.id)
            onEvent(message, connection);
    });
    await Promise.race([closed, until(() => messages.length > 0, "the welcome").catch(() => {})]);
    return connection;
}

/** One poll: {status, events, cursor}. */
export async function poll(hub, { token, room = "lobby", clientId, cursor, timeout, signal, url = hub.url } = {}) {
    const response = await fetch(`${url}/api/poll?${query({ room, clientId, cursor, timeout })}`,
        { headers: { Authorization: `Bearer ${token}`, "User-Agent": "polling" }, signal });
    const body = await response.json();
    return { status: response.status, ...body };
}

/** A bare TCP connection that sends one request; `paused`: reads nothing. */
export function bareRequest(t, port, path, { token, headers = {}, paused = false, onData } = {}) {
    const socket = connect(port, "127.0.0.1");
    t.after(() => socket.destroy());
    socket.on("error", () => {});
    const closed = new Promise((resolve) => socket.on("close", resolve));
    const fields = { Host: `127.0.0.1:${port}`, "User-Agent": "bare", ...(token ? { Authorization: `Bearer ${token}` } : {}), ...headers };
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`).join("");
    let text = "";
    if (paused)
        socket.pause();
    else
        socket.on("data", (data) => { text += data.toString("latin1"); onData?.(data, socket); });
    socket.on("connect", () => socket.write(`GET ${path} HTTP/1.1\r\n${lines}\r\n`));
    return { socket, closed, text: () => text };
}

export const upgradeFields = { Upgrade: "websocket", Connection: "Upgrade", "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==" };
