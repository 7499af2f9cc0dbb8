/**
 * Who may ask anything at all. The loopback port is reachable from every web page in every browser of this machine
 * (also under a name that an attacker lets resolve to 127.0.0.1), so before a request is looked at:
 *
 *   - exactly one Host header, equal to `127.0.0.1:PORT` letter by letter: a rebound page carries its own name;
 *   - Origin, when there, equal to ours; on an upgrade it must be there, because a same-origin GET has none;
 *   - Sec-Fetch-Site, when there, says that no other site asked.
 *
 * Nothing is normalised: what is not the expected bytes is refused.
 */
import type { IncomingMessage } from 'node:http';

export type Refusal = 400 | 403 | 404 | 405;

/** Null when the request comes from our own page or was typed by a person. */
export function refusalOf(request: IncomingMessage, authority: string): Refusal | null {
  const hosts = valuesOf(request, 'host');
  if (hosts.length !== 1 || hosts[0] !== authority) return 403;
  if (request.httpVersion !== '1.1') return 400;
  const origins = valuesOf(request, 'origin');
  if (origins.some((origin) => origin !== `http://${authority}`) || origins.length > 1) return 403;
  const sites = valuesOf(request, 'sec-fetch-site');
  if (sites.some((site) => site !== 'same-origin' && site !== 'none')) return 403;
  return null;
}

/** As `refusalOf`, for an upgrade: only to the one path, as a WebSocket, from our own page. */
export function upgradeRefusalOf(request: IncomingMessage, authority: string, path: string): Refusal | null {
  const refusal = refusalOf(request, authority);
  if (refusal !== null) return refusal;
  if (valuesOf(request, 'origin').length !== 1) return 403;
  if (request.method !== 'GET') return 405;
  if (request.url !== path) return 404;
  if (valuesOf(request, 'upgrade').join().toLowerCase() !== 'websocket') return 400;
  if (valuesOf(request, 'sec-websocket-version').join() !== '13') return 400;
  if (!/^[+/0-9A-Za-z]{22}==$/.test(valuesOf(request, 'sec-websocket-key').join())) return 400;
  return valuesOf(request, 'sec-websocket-protocol').length === 0 ? null : 400;
}

/** All values under a name as sent: Node's `headers` joins or drops doubles. */
function valuesOf(request: IncomingMessage, name: string): readonly string[] {
  const values: string[] = [];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    if (request.rawHeaders[index]?.toLowerCase() === name) values.push(request.rawHeaders[index + 1] ?? '');
  }
  return values;
}
