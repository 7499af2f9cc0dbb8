/** An expected outcome of something that may fail. Bugs throw; expected failures are values. */
export type Result<T, E> = Ok<T> | Err<E>;
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Err<E> {
  readonly ok: false;
  readonly error: E;
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const err = <E>(error: E): Err<E> => ({ ok: false, error });

/** Compile-time proof that a switch handled every case; at run time a bug, so it throws. */
export function assertNever(value: never): never {
  throw new Error(`unreachable case: ${typeof value}`);
}
