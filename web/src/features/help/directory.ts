// The help lines of one country, by kind, in the order a person needs them.

import type { Country, HelpDirectory, HelpKind, HelpLine } from '../../engine/pack';

export interface HelpGroup {
  readonly kind: HelpKind;
  readonly lines: readonly HelpLine[];
  /** Fewer ways to reach somebody than the least; said, so that nobody stops looking here. */
  readonly tooFew: boolean;
}

// Lines are busy, or closed, or not for everyone, so two ways are the least. An emergency number is
// one number, but where the list has none that has to be said.
const leastWays: Readonly<Record<string, number>> = { emergency: 1, crisis: 2, dv: 2 };

/** A field that says something; the pack writes an unknown one as nothing at all. */
export const told = (field: string | undefined): field is string =>
  field !== undefined && field !== '';

const ways = ({ number, text_chat }: HelpLine): number =>
  (told(number) ? 1 : 0) + (told(text_chat) ? 1 : 0);

export const countryNamed = (directory: HelpDirectory, code: string): Country | undefined =>
  directory.countries.find((country) => country.code === code);

/** The groups of these kinds, in the given order; all kinds in the directory's order without one. */
export const helpIn = (
  directory: HelpDirectory,
  country: Country,
  kinds: readonly string[] = directory.kinds.map(({ id }) => id),
): readonly HelpGroup[] =>
  kinds.flatMap((id) => {
    const kind = directory.kinds.find((each) => each.id === id);
    if (kind === undefined) return [];
    const lines = country.lines.filter((line) => line.kind === id);
    const found = lines.reduce((sum, line) => sum + ways(line), 0);
    const tooFew = found < (leastWays[id] ?? 0);
    return lines.length > 0 || tooFew ? [{ kind, lines, tooFew }] : [];
  });

/** A country from a language tag such as en-GB, if the directory has it. A tag without one says nothing. */
export const guessCountry = (
  directory: HelpDirectory,
  languages: readonly string[],
): string | null => {
  for (const language of languages) {
    const region = /^[a-z]{2,3}(?:-[A-Za-z]{4})?-([A-Z]{2})\b/.exec(language)?.[1];
    if (region !== undefined && countryNamed(directory, region)) return region;
  }
  return null;
};

/** A line as one line of text, for a page that is saved. */
export const lineInWords = ({ name, number, text_chat, hours, site }: HelpLine): string =>
  [name, number, text_chat, hours, site].filter(told).join(', ');

export interface Dial {
  readonly shown: string;
  readonly href: string | null;
}

/** A field may name two numbers ("0800 1 / 0800 2", "112 or 101"). Each is dialled on its own, as far
 *  as it is digits: "079 option 1" dials 079. */
export const dials = (number: string): readonly Dial[] =>
  number.split(/\s+(?:\/|or)\s+/).map((shown) => {
    const digits = /^[+\d][\d\s().-]*/.exec(shown)?.[0].replace(/[^+\d]/g, '');
    return { shown, href: digits === undefined ? null : `tel:${digits}` };
  });

/** Past the day it was due to be looked over again, the list says so. */
export const isOverdue = (directory: HelpDirectory, nowMs: number): boolean =>
  directory.recheck_by < new Date(nowMs).toISOString().slice(0, 10);
