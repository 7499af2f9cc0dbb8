/**
 * Configuration of the sync server, from the environment (SAMENSPEL_…) or a JSON file (SAMENSPEL_CONFIG), validated. The
 * environment wins. Nothing here is secret: the setup code is made by the server itself.
 */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { err, ok, type Result } from '../shared/result.ts';

const number = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

export const ServerConfig = z.strictObject({
  /** Folder of the database. */
  dataFolder: z.string().min(1).default('./sync-data'),
  host: z.string().min(1).default('127.0.0.1'),
  port: number(4455, 0, 65_535),
  /** PEM files; both or neither. Without TLS the server listens on loopback only, behind a reverse proxy. */
  tlsCertificate: z.string().optional(),
  tlsKey: z.string().optional(),
  /** Largest number of sockets at once, in all and per device. */
  maxConnections: number(400, 1, 100_000),
  maxConnectionsPerDevice: number(4, 1, 1_000),
  maxUnauthenticated: number(20, 1, 10_000),
  /** Milliseconds to authenticate in. */
  helloTimeoutMs: number(10_000, 100, 120_000),
  /** Frames a second per socket, with a burst of five times as many. */
  framesPerSecond: number(400, 1, 100_000),
  /** Bytes of envelopes per room and in all. */
  roomQuotaBytes: number(50 * 1024 * 1024, 1024, Number.MAX_SAFE_INTEGER),
  totalQuotaBytes: number(5 * 1024 ** 3, 1024, Number.MAX_SAFE_INTEGER),
  /** Milliseconds between keep-alives; stock clients reconnect after 30 s without a message. */
  keepAliveMs: number(20_000, 50, 29_000),
  /** Port of /healthz, /readyz and /metrics, loopback only; 0 = off. */
  metricsPort: number(0, 0, 65_535),
});
export type ServerConfig = z.infer<typeof ServerConfig>;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** Reads and checks the configuration; the error is a sentence for the administrator. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Result<ServerConfig, string> {
  let fromFile: unknown = {};
  const file = environment['SAMENSPEL_CONFIG'];
  if (file) {
    try {
      fromFile = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      return err('SAMENSPEL_CONFIG names a file that cannot be read as JSON.');
    }
  }
  if (typeof fromFile !== 'object' || fromFile === null) return err('SAMENSPEL_CONFIG must hold a JSON object.');
  const fromEnvironment: Record<string, string> = {};
  for (const key of Object.keys(ServerConfig.shape)) {
    const value = environment[`SAMENSPEL_${key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`];
    if (value !== undefined) fromEnvironment[key] = value;
  }
  const parsed = ServerConfig.safeParse({ ...fromFile, ...fromEnvironment });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return err(`Configuration: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  }
  const config = parsed.data;
  if ((config.tlsCertificate === undefined) !== (config.tlsKey === undefined))
    return err('Configuration: tlsCertificate and tlsKey belong together.');
  if (!config.tlsCertificate && !isLoopback(config.host)) {
    return err(
      'Configuration: without TLS the server listens on loopback only. Set tlsCertificate and tlsKey, or use a reverse proxy.',
    );
  }
  return ok(config);
}
