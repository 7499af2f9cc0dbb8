// The stock server of @y/websocket-server behind TLS: its own main file only speaks plain HTTP.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { WebSocketServer } from 'ws';
import { setupWSConnection } from './node_modules/@y/websocket-server/src/utils.js';

const { HOST, PORT, TLS_CERTIFICATE, TLS_KEY } = process.env;
const server = createServer({ cert: readFileSync(TLS_CERTIFICATE), key: readFileSync(TLS_KEY) });
const sockets = new WebSocketServer({ noServer: true });
sockets.on('connection', setupWSConnection);
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
});
server.listen(Number(PORT), HOST, () => console.log(`running at '${HOST}' on port ${PORT}`));
