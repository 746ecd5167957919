// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

// The service behind the gateway: echoes, streams events, waits, and speaks WebSocket (npm's ws).
const http = require('node:http');
const { WebSocketServer } = require('ws');

const paths = {
    '/echo'(request, response) {
        const parts = [];
        request.on('data', (part) => parts.push(part));
        request.on('end', () => response.end(Buffer.concat(parts)));
    },
    // The second event is sent when the client has told, by another request, that it has the first.
    '/events'(request, response) {
        response.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
        response.write('data: first\n\n');
        waiting.push(() => response.end('data: second\n\n'));
    },
    '/poll'(request, response) {
        waiting.push(() => response.end('news'));
    },
    '/go-on'(request, response) {
        for (const go of waiting.splice(0)) {
            go();
        }
        response.end('gone on');
    },
    '/early'(request, response) {
        response.writeHead(403, { 'Content-Length': 2 });
        response.end('no');
    },
};
const waiting = [];

const server = http.createServer((request, response) => {
    const answer = paths[request.url.split('?')[0]];
    if (answer) {
        answer(request, response);
    } else {
        response.end(request.url);
    }
});

const sockets = new WebSocketServer({ server });
sockets.on('connection', (socket) => {
    socket.send('welcome'); // often in the same packet as the 101
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
});

server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
