#!/usr/bin/env node
@ABOUT@
//
// Run it with Node 18 or later:
//     PUSHSCOPE_URL         the hub [@URL@]
//     PUSHSCOPE_JWT_SECRET  the hub's secret: each client is the user that it was. Or:
//     PUSHSCOPE_TOKEN       a token that may publish (and is an admin's, for faults): all clients are its user
//     PUSHSCOPE_SPEED       2: twice as fast; 0: without waiting [1]
// What the clients get goes to standard output, a JSON object a line. Ends with 1 where a client got less than was recorded.
@RECORDING@
@PLAYER@
const { PUSHSCOPE_URL: url = recording.url, PUSHSCOPE_JWT_SECRET: secret, PUSHSCOPE_TOKEN: token, PUSHSCOPE_SPEED: speed = "1" } = process.env;

/** Node has it from version 22 on; before, the package "ws" does. */
async function webSocketClass() {
    if (globalThis.WebSocket || !recording.steps.some(({ protocol }) => protocol === "ws"))
        return globalThis.WebSocket;
    const { createRequire } = await import("node:module");
    try {
        return createRequire(import.meta.url)("ws");
    } catch {
        throw new Error("a WebSocket needs Node 22, or the package ws beside this file: npm install ws");
    }
}

async function main() {
    if (!token && !secret)
        throw new Error("set PUSHSCOPE_JWT_SECRET to the hub's secret, or PUSHSCOPE_TOKEN to a token that may publish");
    if (!(Number(speed) >= 0))
        throw new Error(`PUSHSCOPE_SPEED is a factor, not "${speed}"`);
    const crypto = globalThis.crypto ?? (await import("node:crypto")).webcrypto;
    const hub = { url: url.replace(/\/$/, ""), speed: Number(speed), WebSocket: await webSocketClass(),
        tokenOf: async (user) => token || signToken(secret, user, crypto) };
    let problems = 0;
    const player = new Player(recording, hub, {
        event: (client, event) => console.log(JSON.stringify({ client, ...event })),
        problem: (text) => { ++problems; console.error(text); },
    });
    process.once("SIGINT", () => player.stop());
    const verdicts = await player.run();
    for (const { name, recorded, got } of verdicts)
        console.error(got === recorded ? `${name}: ${got} events, as recorded` : `${name}: ${got} events; ${recorded} were recorded`);
    process.exitCode = problems > 0 || verdicts.some(({ recorded, got }) => got < recorded) ? 1 : 0;
}

main().catch((error) => {
    console.error(error.message);
    process.exitCode = 2;
});
