// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A client of tst_answers: node answers.mjs SCENE PORT TOKEN-OF-ALICE TOKEN-OF-BOB; says on stdout what it saw.
import WebSocket from 'ws';

const [scene, port, alice, bob] = process.argv.slice(2);
const say = (...words) => console.log(words.join(' '));

// A client that has been greeted, and its messages in order.
async function client(token, clientId, room = '') {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws?token=${token}&clientId=${clientId}${room}`);
    const messages = [], waiting = [];
    socket.on('message', (data) => {
        const text = data.toString();
        waiting.length > 0 ? waiting.shift()(text) : messages.push(text);
    });
    const closed = new Promise((resolve) => socket.on('close', (code, reason) => resolve([code, reason.toString()])));
    const next = () => (messages.length > 0 ? messages.shift() : new Promise((resolve) => waiting.push(resolve)));
    const send = (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    await next(); // hub.welcome
    return { send, next, closed, socket };
}

const scenes = {
    async reply() {
        const c = await client(alice, 'web-1');
        c.send({ type: 'hello', payload: { name: 'Bob "B" B.' } });
        say(await c.next());
        c.send({ type: 'hello', payload: { name: 'Eve' } });
        say(await c.next());
        c.send({ type: 'hello', payload: {} });
        say(JSON.parse(await c.next()).data.code);
        c.send('hello');
        say(JSON.parse(await c.next()).data.code);
    },
    async broadcast() {
        const reader = await client(bob, 'web-2', '&room=lobby');
        const c = await client(alice, 'web-1');
        c.send({ type: 'post', payload: { room: 'lobby', text: 'news' } });
        const event = JSON.parse(await reader.next());
        say('bob got', event.type, JSON.stringify(event.data));
        say(event.id ? 'with an id' : 'without an id');
    },
    async stays() {
        const c = await client(alice, 'web-1');
        c.send({ type: 'post', payload: { room: 'no channel' } });
        c.send({ type: 'ping' });
        let message;
        do
            message = JSON.parse(await c.next());
        while (message.type !== 'hub.pong');
        say('pong');
    },
    async close() {
        const c = await client(alice, 'web-1');
        c.send('LEAVE now');
        say('closed', ...(await c.closed));
    },
    async delay() {
        const c = await client(alice, 'web-1');
        c.send({ type: 'ping' });
        c.send({ type: 'subscribe', payload: { room: 'lobby' }, ref: 1 });
        say(JSON.parse(await c.next()).type);
        say(JSON.parse(await c.next()).type);
    },
    async greet() {
        const c = await client(alice, 'web-1');
        c.send({ type: 'hello' });
        say(await c.next());
    },
    // 70 messages of a million octets, and whatever comes of them at once.
    async flood() {
        const c = await client(alice, 'web-1');
        for (let i = 0; i < 70; ++i)
            c.send({ type: 'later', payload: 'x'.repeat(1_000_000) });
        c.send({ type: 'ping' });
        say(JSON.parse(await c.next()).type);
    },
    // The same, twice, each with all that comes of them later.
    async floods() {
        const c = await client(alice, 'web-1');
        for (let round = 0; round < 2; ++round) {
            for (let i = 0; i < 70; ++i)
                c.send({ type: 'later', payload: 'x'.repeat(1_000_000) });
            for (let done = 0; done < 70;)
                done += (await c.next()) === '"done"';
        }
        say('done');
    },
    async gone() {
        const c = await client(alice, 'web-1');
        c.send({ type: 'later' });
        const [code] = await c.closed;
        say('closed', code);
    },
};
await scenes[scene]();
process.exit(0);
