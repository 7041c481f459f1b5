// Errors are values here, as they are in the core.

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failed<E> {
  readonly ok: false;
  readonly error: E;
}

export type Result<T, E> = Ok<T> | Failed<E>;

export const done = <T>(value: T): Ok<T> => ({ ok: true, value });
export const fail = <E>(error: E): Failed<E> => ({ ok: false, error });
