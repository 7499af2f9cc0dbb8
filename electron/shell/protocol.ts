/**
 * The page comes from `app://samenspel/`: files that the build listed, each checked against the SHA-256 that the build
 * wrote down (loadStaticFiles), answered from memory. No path of a request ever meets the disk; what is not in the list
 * does not exist. Every answer carries the same headers as on the loopback host, the page a fresh nonce per load.
 */
import { protocol, type Session } from 'electron';
import type { Random } from '../../shared/deps.ts';
import { commonHeaders, contentSecurityPolicy, NONCE_PLACEHOLDER } from '../host/secureHeaders.ts';
import type { StaticFile } from '../host/staticFiles.ts';
import { APP_PAGE, APP_SCHEME, isAppAddress } from './appAddress.ts';

/** Before the app is ready: an origin of its own, safe like https, and nothing beyond that. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        bypassCSP: false,
        allowServiceWorkers: false,
        corsEnabled: false,
        stream: false,
        codeCache: false,
      },
    },
  ]);
}

/** Serves the built screen in this session. */
export function serveApp(session: Session, files: ReadonlyMap<string, StaticFile>, random: Random): void {
  session.protocol.handle(APP_SCHEME, (request) => answer(request, files, random));
}

function answer(request: Request, files: ReadonlyMap<string, StaticFile>, random: Random): Response {
  if (request.method !== 'GET') return refuse(405);
  if (!isAppAddress(request.url)) return refuse(404);
  // Letter by letter, as the build named it: nothing is decoded or normalised, and a query finds nothing.
  const path = request.url.slice(APP_PAGE.length - 1).replace(/#.*$/s, '');
  const file = files.get(path);
  if (file === undefined) return refuse(404);
  const headers: Record<string, string> = { ...commonHeaders(), 'Content-Type': file.type };
  if (path !== '/') return new Response(Uint8Array.from(file.bytes), { headers });
  const nonce = Buffer.from(random.bytes(16)).toString('base64url');
  headers['Content-Security-Policy'] = contentSecurityPolicy(nonce, null);
  return new Response(file.bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce), { headers });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: commonHeaders() });
}
