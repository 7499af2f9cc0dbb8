/**
 * What the outside world gives to pure code. Nothing in shared/, the vault or the sync server reads the
 * clock or makes random bytes by itself, so that tests are deterministic.
 */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. May be wrong: laptops have wrong clocks. Never used for ordering. */
  nowMs(): number;
}

export interface Random {
  /** `length` bytes from a cryptographically secure source. */
  bytes(length: number): Uint8Array;
}

/** Structured log without content: ids of commands and counts only. Never text, names, keys or room ids. */
export interface Logger {
  event(name: string, facts?: Readonly<Record<string, number | boolean | string>>): void;
}
