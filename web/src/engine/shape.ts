// Guards for data that comes from outside: the pack and the core's replies. Each says yes or no, and
// costs one look at every value; what it lets through has its type, without a cast.

export type Guard<T> = (value: unknown) => value is T;

export const text: Guard<string> = (value) => typeof value === 'string';
export const number: Guard<number> = (value) => typeof value === 'number';
export const flag: Guard<boolean> = (value) => typeof value === 'boolean';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members beyond the named ones are let be, so that a new core opens with an older app. */
export const objectOf =
  <T extends object>(shape: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> =>
  (value): value is T => {
    if (!isRecord(value)) return false;
    for (const name in shape) {
      if (!shape[name](value[name])) return false;
    }
    return true;
  };

export const arrayOf =
  <T>(each: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(each);

export const mapOf =
  <T>(each: Guard<T>): Guard<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isRecord(value) && Object.values(value).every(each);

export const pairOf =
  <A, B>(first: Guard<A>, second: Guard<B>): Guard<readonly [A, B]> =>
  (value): value is readonly [A, B] =>
    Array.isArray(value) && value.length === 2 && first(value[0]) && second(value[1]);

export const optional =
  <T>(each: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || each(value);

export const orNull =
  <T>(each: Guard<T>): Guard<T | null> =>
  (value): value is T | null =>
    value === null || each(value);

export const either =
  <const T extends string>(...words: readonly T[]): Guard<T> =>
  (value): value is T =>
    words.some((word) => word === value);
