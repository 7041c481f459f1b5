// A standing to keep: as a page of text, or as data that `amends check` reads again.

import type { Agenda, Sheet, Standing } from '../../engine/engine';
import type { Guide } from '../../engine/guide';
import type { Lane } from '../../engine/pack';
import { count, dayInWords, say } from '../../words/words';
import { callFirst } from './help-first';

/** Help lines of one kind, a line of text each. */
export interface KeptHelp {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Everything a kept standing is made of. The day is handed in, for nothing here has a clock. */
export interface Kept {
  readonly guide: Guide;
  readonly sheet: Sheet;
  readonly texts: Readonly<Record<string, string>>;
  readonly standing: Standing;
  readonly agenda: Agenda;
  /** The help lines that the lanes call for, in the country that is chosen. */
  readonly help: readonly KeptHelp[];
  readonly day: Date;
}

/** What more questions could do. After a stop they can lift nothing, and that is said. */
export const leftInWords = ({ left, stop }: Agenda): string =>
  stop ? count('standing.more.stopped', left) : count('standing.more.could', left);

const WIDTH = 72;

const wrapped = (text: string): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
};

const section = (heading: string, paragraphs: readonly string[]): string =>
  paragraphs.length === 0
    ? ''
    : `\n${heading}\n${'-'.repeat(heading.length)}\n\n${paragraphs.map(wrapped).join('\n\n')}\n`;

const texts = ({ texts: written }: Kept): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(written).filter(([, text]) => text.trim() !== ''));

const answersOf = (kept: Kept): readonly string[] => {
  const { guide, sheet } = kept;
  const written = texts(kept);
  return Object.entries(sheet.answers).flatMap(([item, answer]) => {
    const said = `${guide.item(item)?.question ?? item} ${guide.answer(item, answer)?.label ?? answer}`;
    const own = written[item];
    return own === undefined ? [said] : [said, `${say('standing.reasons.written')}: ${own}`];
  });
};

const laneText = ({ title, says }: Lane): readonly string[] => [title, says];

/** The call first where there is somebody to call, with the numbers; then the other lanes. */
const besideYou = ({ guide, standing, help }: Kept): string => {
  const lanes = standing.lanes.map(guide.lane).filter((lane) => lane !== undefined);
  const call = callFirst(lanes);
  const others = lanes.filter((lane) => lane !== call);
  return [
    section(say('standing.step.call'), call ? laneText(call) : []),
    ...help.map(({ title, lines }) => section(title, lines)),
    section(say('standing.lanes.heading'), others.flatMap(laneText)),
  ].join('');
};

export const standingAsText = (kept: Kept): string => {
  const { guide, standing, agenda, day } = kept;
  const level = guide.level(standing.permitted);
  const step = guide.step(standing.next_steps[0] ?? '');
  const quoted = (item: string, answer: string): string =>
    `${guide.item(item)?.question ?? item} ${guide.answer(item, answer)?.label ?? answer}`;

  return [
    `${say('standing.page.over_dated', { date: dayInWords(day) })}\n\n`,
    `${[level?.title ?? '', level?.says ?? ''].map(wrapped).join('\n\n')}\n`,
    besideYou(kept),
    section(
      say('standing.reasons.heading'),
      standing.reasons.flatMap(({ item, answer, why }) => [quoted(item, answer), why]),
    ),
    section(
      say('standing.change.heading'),
      standing.would_change.map(({ how }) => how),
    ),
    section(say('standing.more.heading'), agenda.left > 0 ? [leftInWords(agenda)] : []),
    section(say('standing.step.heading'), step ? [step.title, step.do, step.why, step.done] : []),
    section(say('standing.open.heading'), [level?.open ?? '', level?.closed_says ?? '']),
    section(say('standing.file.answers'), answersOf(kept)),
    `\n${wrapped(say('standing.limits.says'))}\n`,
  ].join('');
};

/** The sheet and nothing beside it: `amends check` makes the standing out of it again. */
export const standingAsJson = (kept: Kept): string => {
  const written = texts(kept);
  const data = { ...kept.sheet, texts: Object.keys(written).length > 0 ? written : undefined };
  return `${JSON.stringify(data, null, 2)}\n`;
};

/** A neutral name with the day, such as notes-2026-11-23.txt. */
export const fileName = (day: Date, ending: 'txt' | 'json'): string => {
  const pad = (n: number): string => String(n).padStart(2, '0');
  const date = `${String(day.getFullYear())}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
  return `${say('standing.keep.file')}-${date}.${ending}`;
};
