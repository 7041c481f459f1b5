// The app's own words, by key. Nothing a person reads is written anywhere else.

import words from '../../generated/words.json';

export type WordKey = keyof typeof words;

type Values = Readonly<Record<string, string | number>>;

/** The text of a key, with its {places} filled. */
export const say = (key: WordKey, values: Values = {}): string =>
  words[key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** Keys that come in two forms, `<base>.one` and `<base>.many`. */
export type Counted = WordKey extends infer K
  ? K extends `${infer Base}.many`
    ? Base
    : never
  : never;

const plural = new Intl.PluralRules(words['frame.page.language']);

/** The form of a text that goes with a number, as {n}, with its other places filled. */
export const count = (base: Counted, n: number, values: Values = {}): string => {
  const one: WordKey = `${base}.one`;
  const many: WordKey = `${base}.many`;
  return say(plural.select(n) === 'one' ? one : many, { ...values, n });
};

/** A day as a person writes it, such as 23 November 2026. */
export const dayInWords = (day: Date): string =>
  new Intl.DateTimeFormat(words['frame.page.dates'], { dateStyle: 'long' }).format(day);
