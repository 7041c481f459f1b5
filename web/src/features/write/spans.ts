// Stretches of a draft, as they are found, carried along while one types, and drawn. No DOM here.

import { isDanger } from '../../engine/reading';
import type { Mark, Span, Strength } from '../../engine/reading';

/** Where the caret is, or what is chosen. */
export type Caret = Span;

const length = ({ begin, end }: Span): number => end - begin;

/** The mark that the caret stands in or touches; of several the shortest, which says the most. */
export const markAt = (marks: readonly Mark[], caret: Caret): Mark | null =>
  marks
    .filter(({ begin, end }) => begin <= caret.begin && caret.end <= end)
    .reduce<Mark | null>(
      (best, mark) => (best === null || length(mark) < length(best) ? mark : best),
      null,
    );

/** The next mark behind the caret or the one before it, and around at the end of the draft. */
export const markBeside = (
  marks: readonly Mark[],
  caret: Caret,
  way: 'next' | 'previous',
): Mark | null => {
  const isHere = (mark: Mark): boolean => mark.begin === caret.begin && mark.end === caret.end;
  const here = marks.findIndex(isHere);
  if (way === 'next') {
    const behind = here >= 0 ? marks[here + 1] : marks.find(({ begin }) => begin >= caret.begin);
    return behind ?? marks[0] ?? null;
  }
  const ahead = here >= 0 ? marks[here - 1] : marks.findLast(({ begin }) => begin < caret.begin);
  return ahead ?? marks.at(-1) ?? null;
};

/**
 * Moves what was found in one text to where it stands in the next, until the reader has looked. One
 * keystroke changes one stretch: what lies before stays, what lies behind moves, what it touches goes.
 */
export const carried = <T extends Span>(
  found: readonly T[],
  before: string,
  after: string,
): readonly T[] => {
  if (found.length === 0) return found;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const cut = before.length - tail;
  const shift = after.length - before.length;
  return found.flatMap((span) => {
    if (span.end <= head) return [span];
    return span.begin >= cut ? [{ ...span, begin: span.begin + shift, end: span.end + shift }] : [];
  });
};

/** How a stretch is underlined. Threat and crisis are danger, whatever their tier. */
export type Tone = 'plain' | 'danger' | 'certain' | 'likely' | 'ask' | 'strength';

export interface Piece extends Span {
  readonly text: string;
  readonly tone: Tone;
  /** A clause mark in the margin begins here. */
  readonly asks: boolean;
}

export const toneOf = (mark: Mark): Tone => (isDanger(mark) ? 'danger' : mark.tier);

const heaviest: readonly Tone[] = ['danger', 'certain', 'likely', 'ask', 'strength', 'plain'];

/** The whole text in stretches that are drawn alike, in order and without a gap. */
export const piecesOf = (
  text: string,
  marks: readonly Mark[],
  strengths: readonly Strength[],
): readonly Piece[] => {
  const toned = [
    ...marks.map((mark) => ({ begin: mark.begin, end: mark.end, tone: toneOf(mark) })),
    ...strengths.map(({ begin, end }) => ({ begin, end, tone: 'strength' as const })),
  ];
  const borders = new Set([0, text.length]);
  for (const { begin, end } of toned) borders.add(begin).add(end);
  const places = [...borders].filter((at) => at <= text.length).sort((a, b) => a - b);
  return places.slice(1).map((end, i) => {
    const begin = places[i] ?? 0;
    const over = toned.filter((span) => span.begin <= begin && end <= span.end);
    const tone = heaviest.find((each) => over.some((span) => span.tone === each)) ?? 'plain';
    const asks = over.some((span) => span.tone === 'ask' && span.begin === begin);
    return { begin, end, text: text.slice(begin, end), tone, asks };
  });
};
