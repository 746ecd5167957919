// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

// What npm's ws and undici see through the gateway: node clients.js PLAIN_ADDRESS TLS_ADDRESS
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { Client } = require('undici');
const WebSocket = require('ws');

const [plain, tls] = process.argv.slice(2);

async function talksWebSocket(url) {
    const socket = new WebSocket(url, { rejectUnauthorized: false }); // the gateway's own certificate
    const [greeting] = await once(socket, 'message');
    assert.equal(String(greeting), 'welcome');
    for (const size of [0, 1, 125, 126, 65535, 65536, 3000000]) {
        const message = Buffer.alloc(size, 'x');
        socket.send(message);
        const [answer, isBinary] = await once(socket, 'message');
        assert.ok(isBinary && message.equals(answer), `${size} octets over ${url}`);
    }
    socket.ping();
    await once(socket, 'pong');
    socket.close(4000, 'done');
    const [code] = await once(socket, 'close');
    assert.equal(code, 4000);
}

async function pipelines() {
    const client = new Client(`http://${plain}`, { pipelining: 10 });
    let connections = 0;
    client.on('connect', () => ++connections);
    const bodies = await Promise.all(Array.from({ length: 200 }, async (_, i) => {
        const { statusCode, body } = await client.request({ path: `/number/${i}`, method: 'GET' });
        assert.equal(statusCode, 200);
        return body.text();
    }));
    bodies.forEach((body, i) => assert.equal(body, `/number/${i}`));
    assert.equal(connections, 1);
    await client.close();
}

async function streamsABodyWithoutLength() {
    const client = new Client(`http://${plain}`);
    async function* parts() {
        for (let i = 0; i < 300; ++i) {
            yield Buffer.alloc(10000, 'p');
        }
    }
    const { body } = await client.request({ path: '/echo', method: 'POST', body: parts() });
    assert.equal((await body.arrayBuffer()).byteLength, 3000000);
    await client.close();
}

async function getsEventsAsTheyAreSent() {
    const client = new Client(`http://${plain}`, { pipelining: 0 });
    const { headers, body } = await client.request({ path: '/events', method: 'GET' });
    assert.equal(headers['x-accel-buffering'], undefined);
    const parts = body[Symbol.asyncIterator]();
    assert.equal(String((await parts.next()).value), 'data: first\n\n');
    const other = new Client(`http://${plain}`);
    await (await other.request({ path: '/go-on', method: 'GET' })).body.text();
    assert.equal(String((await parts.next()).value), 'data: second\n\n');
    await Promise.all([client.close(), other.close()]);
}

async function main() {
    await talksWebSocket(`ws://${plain}/socket`);
    await talksWebSocket(`wss://${tls}/socket`);
    await pipelines();
    await streamsABodyWithoutLength();
    await getsEventsAsTheyAreSent();
    console.log('ok');
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
