// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A process of its own, so that a test can stop it as a laptop's lid does: a WebSocket that acknowledges each event and comes back
// with its cursor. node sleeper.mjs URL; says "open" and then each id.

import WsWebSocket from "ws";

const [, , url] = process.argv;
let cursor;
function open() {
    const socket = new WsWebSocket(url + (cursor ? `&lastEventId=${cursor}` : ""));
    socket.on("message", (data) => {
        const { id, type, data: payload } = JSON.parse(data);
        cursor = id ?? (cursor ? cursor : payload.cursor);
        if (type === "hub.welcome")
            console.log("open");
        if (!id)
            return;
        socket.send(JSON.stringify({ type: "ack", payload: { cursor: id } }));
        console.log(id);
    });
    socket.on("error", () => {});
    socket.on("close", () => setTimeout(open, 1000 * Math.random()));
}
open();
