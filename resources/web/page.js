// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's test page: what pushscope-client.js does, to look at.

import { connect, publish } from "/pushscope-client.js";

const SHOWN = 1000; // rows of the log
const NAMES = { sse: "EventSource", websocket: "WebSocket", poll: "Long polling", auto: "Automatic" };
const SHAPES = { sse: "●", websocket: "■", poll: "▲" };
const FIGURES = { received: "received", duplicates: "twice", gaps: "gaps", reconnects: "reconnects" };

const $ = (id) => document.getElementById(id);
const connections = new Map(); // by button: sse, websocket, poll, auto
const waiting = []; // rows not yet in the table
let arrived = 0, flushing = false;

// In a tab each button stays one client over reloads.
const tab = sessionStorage.pushscopeTab ??= `page-${Math.random().toString(36).slice(2, 8)}`;

function fillIn() {
    // In a fragment the token does not reach the server's log; the query is for links made by hand.
    const fragment = new URLSearchParams(location.hash.slice(1)), query = new URLSearchParams(location.search);
    const given = (name) => fragment.get(name) ?? query.get(name);
    $("token").value = given("token") ?? sessionStorage.pushscopeToken ?? "";
    $("rooms").value = given("rooms") ?? given("room") ?? "";
    if (given("token")) {
        sessionStorage.pushscopeToken = given("token");
        history.replaceState(null, "", location.pathname); // and out of sight
    }
    if (!$("rooms").value)
        $("rooms").value = plainRooms(claims()).join(", ");
    $("hub-address").textContent = location.host;
    describeToken();
}

function claims() {
    try {
        const part = $("token").value.split(".")[1].replace(/-/g, "+").replace(/_/g, "/");
        return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (c) => c.charCodeAt(0))));
    } catch {
        return null;
    }
}

function plainRooms(claim) {
    return Array.isArray(claim?.rooms) ? claim.rooms.filter((room) => typeof room === "string" && !room.includes("*")) : [];
}

function describeToken() {
    const claim = claims(), hint = $("token-hint");
    if (!$("token").value) {
        hint.textContent = "Make one: pushscope-hub token --user alice --room lobby --publish '*'";
    } else if (!claim) {
        hint.textContent = "This is no JSON Web Token.";
    } else {
        const until = claim.exp ? `, until ${new Date(claim.exp * 1000).toLocaleTimeString()}` : "";
        const rooms = claim.rooms?.length ? `; rooms ${claim.rooms.join(", ")}` : "";
        const may = claim.publish?.length ? `; may publish to ${claim.publish.join(", ")}` : "";
        hint.textContent = `${claim.sub ?? "nobody"}${until}${rooms}${may}`;
    }
}

const list = (id) => $(id).value.split(",").map((word) => word.trim()).filter(Boolean);

function toggle(button) {
    const running = connections.get(button);
    if (running) {
        running.close();
        return;
    }
    sessionStorage.pushscopeToken = $("token").value.trim();
    const needsTypes = button === "sse" || button === "auto";
    const connection = connect({
        url: location.origin,
        token: () => $("token").value.trim(),
        rooms: list("rooms"),
        types: needsTypes ? list("types") : [],
        clientId: `${tab}-${button}`,
        transport: button,
        onEvent: (event) => add({ ...event, button }),
        onGap: (gap) => add({ transport: connection.transport, button, type: "hub.gap", id: null, data: gap, lost: true }),
        onStatus: (status, detail) => queueMicrotask(() => show(button, status, detail)),
    });
    connections.set(button, connection);
    show(button, connection.status, "");
}

function show(button, status, detail) {
    const connection = connections.get(button), card = document.querySelector(`[data-transport="${button}"].transport`);
    if (!connection)
        return;
    const over = status === "closed" || status === "failed";
    const by = button === "auto" && !over ? ` by ${NAMES[connection.transport]}` : "";
    const words = { connecting: "connecting", open: "connected", waiting: "waiting", closed: "not connected", failed: "gave up" };
    $(`status-${button}`).textContent = `${words[status]}${by}${detail ? `: ${detail}` : ""}`;
    card.dataset.status = status;
    count(button);
    if (over)
        connections.delete(button);
    $(`connect-${button}`).textContent = over ? "Connect" : "Disconnect";
    nameButton(button);
}

function nameButton(button) {
    $(`connect-${button}`).setAttribute("aria-label", `${$(`connect-${button}`).textContent} ${NAMES[button]}`);
}

function count(button) {
    const figures = connections.get(button)?.figures;
    for (const figure of Object.keys(FIGURES)) {
        if (figures)
            $(`${figure}-${button}`).textContent = figures[figure].toLocaleString();
    }
}

// The log is filled a few times a second, however many events arrive.
function add(event) {
    waiting.push({ ...event, at: new Date() });
    ++arrived;
    if (!flushing) {
        flushing = true;
        setTimeout(flush, 60);
    }
}

function flush() {
    flushing = false;
    const log = $("log"), scroll = $("scroll"), follows = isAtEnd();
    log.append(...waiting.splice(0).slice(-SHOWN).map(row));
    while (log.rows.length > SHOWN)
        log.rows[0].remove();
    const hidden = arrived - log.rows.length;
    $("shown").textContent = `${arrived.toLocaleString()} arrived${hidden ? `, ${hidden.toLocaleString()} older not shown` : ""}`;
    $("empty").hidden = arrived > 0;
    if (follows)
        scroll.scrollTop = scroll.scrollHeight;
    $("follow").hidden = follows;
    connections.forEach((_, button) => count(button));
}

function isAtEnd() {
    const { scrollTop, scrollHeight, clientHeight } = $("scroll");
    return scrollTop + clientHeight >= scrollHeight - 4;
}

function row({ at, transport, button, id, type, data, lost }) {
    const tr = document.createElement("tr");
    Object.assign(tr.dataset, { transport, button, id: id ?? "", type });
    tr.classList.toggle("lost", Boolean(lost));
    const text = JSON.stringify(data);
    const time = `${at.toLocaleTimeString([], { hour12: false })}.${String(at.getMilliseconds()).padStart(3, "0")}`;
    const cells = [time, "", id ?? "–", lost ? `✖ ${type}` : type, text];
    for (const cell of cells)
        tr.insertCell().textContent = cell;
    const shape = document.createElement("span");
    shape.className = "shape";
    shape.textContent = SHAPES[transport];
    shape.title = NAMES[transport];
    shape.setAttribute("role", "img");
    shape.setAttribute("aria-label", NAMES[transport]);
    tr.cells[1].append(shape);
    tr.cells[4].title = text.length > 80 ? text.slice(0, 2000) : "";
    return tr;
}

async function send(event) {
    event.preventDefault();
    const output = $("published"), data = $("data");
    output.className = "";
    let value;
    try {
        value = data.value.trim() ? JSON.parse(data.value) : null;
    } catch (error) {
        data.setAttribute("aria-invalid", "true");
        return fail(`Not JSON: ${error.message}`);
    }
    data.removeAttribute("aria-invalid");
    const to = list("to");
    try {
        const { id, receivers } = await publish({ url: location.origin, token: $("token").value.trim() },
            { to: to.length === 1 ? to[0] : to, type: $("type").value.trim(), data: value });
        output.textContent = `${id}: ● ${receivers.sse}  ■ ${receivers.ws}  ▲ ${receivers.poll}`;
        output.title = `${receivers.sse} by SSE, ${receivers.ws} by WebSocket, ${receivers.poll} by long polling`;
    } catch (error) {
        fail(error.status ? `${error.status}: ${error.message}` : error.message);
    }
}

function fail(words) {
    $("published").className = "error";
    $("published").textContent = words;
}

for (const button of Object.keys(NAMES)) {
    const figures = document.querySelector(`[data-transport="${button}"].transport dl`);
    for (const [figure, name] of Object.entries(FIGURES)) {
        const dt = document.createElement("dt"), dd = document.createElement("dd");
        dt.textContent = name;
        dd.textContent = "0";
        dd.id = `${figure}-${button}`;
        const group = document.createElement("div");
        group.append(dt, dd);
        figures.append(group);
    }
    $(`connect-${button}`).addEventListener("click", () => toggle(button));
    nameButton(button);
}
$("identity").addEventListener("submit", (event) => event.preventDefault());
$("token").addEventListener("input", describeToken);
$("publish").addEventListener("submit", send);
$("clear").addEventListener("click", () => { $("log").replaceChildren(); arrived = 0; flush(); });
$("follow").addEventListener("click", () => { $("scroll").scrollTop = $("scroll").scrollHeight; });
$("scroll").addEventListener("scroll", () => { $("follow").hidden = isAtEnd(); });
fillIn();
