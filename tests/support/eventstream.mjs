// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An event stream by fetch, octet for octet.

/** Reads on in the background until the test ends or close(): {response, text(), events(), ended, close()}. */
export async function readEvents(t, url, { token, headers = {} } = {}) {
    const stop = new AbortController();
    t.after(() => stop.abort());
    const response = await fetch(url, {
        headers: { Accept: "text/event-stream", ...(token ? { Authorization: `Bearer ${token}` } : {}), ...headers },
        signal: stop.signal,
    });
    let text = "";
    const read = async () => {
        const decoder = new TextDecoder("utf-8", { fatal: true });
        for await (const chunk of response.body)
            text += decoder.decode(chunk, { stream: true });
    };
    const ended = read().then(() => "end", (error) => error.name);
    return { response, ended, text: () => text, events: () => eventsIn(text), close: () => stop.abort() };
}

export function eventsIn(text) {
    const events = [];
    for (const block of text.split("\n\n").slice(0, -1)) {
        const event = { id: undefined, type: "message" }, data = [];
        for (const line of block.split("\n")) {
            const [, field, value] = /^(\w*)(?:: ?(.*))?$/s.exec(line) ?? [];
            if (field === "id")
                event.id = value;
            else if (field === "event")
                event.type = value;
            else if (field === "data")
                data.push(value);
        }
        if (data.length > 0)
            events.push({ ...event, data: JSON.parse(data.join("\n")) });
    }
    return events;
}
