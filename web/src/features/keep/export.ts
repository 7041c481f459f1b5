// Everything as it is, unsealed: to read, or as data for another program.

import type { Guide } from '../../engine/guide';
import { dayInWords, say } from '../../words/words';
import type { WordKey } from '../../words/words';

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null;

const membersOf = (event: string): Members | null => {
  try {
    const read: unknown = JSON.parse(event);
    return isMembers(read) ? read : null;
  } catch {
    return null;
  }
};

const textOf = (members: Members, name: string): string => {
  const value = members[name];
  return typeof value === 'string' ? value : '';
};

const numberOf = (members: Members, name: string): number => {
  const value = members[name];
  return typeof value === 'number' ? value : 0;
};

/** Older first, as the journal orders them. */
const inOrder = (events: readonly string[]): readonly Members[] =>
  events
    .map(membersOf)
    .filter((members) => members !== null)
    .sort(
      (a, b) => numberOf(a, 'at') - numberOf(b, 'at') || numberOf(a, 'tick') - numberOf(b, 'tick'),
    );

const names: Readonly<Record<string, WordKey>> = {
  answer: 'keep.said.answer',
  contact: 'keep.said.contact',
  boundary: 'keep.said.boundary',
  draft: 'keep.said.draft',
  draft_outcome: 'keep.said.draft_outcome',
  reread: 'keep.said.reread',
  commitment: 'keep.said.commitment',
  kept: 'keep.said.kept',
  missed: 'keep.said.missed',
  step: 'keep.said.step',
  sign: 'keep.said.sign',
  evidence: 'keep.said.evidence',
  check_in: 'keep.said.check_in',
  their_words: 'keep.said.their_words',
  record: 'keep.said.record',
  note: 'keep.said.note',
};

const answerIn = (members: Members, guide: Guide): readonly string[] => {
  const item = textOf(members, 'item');
  const answer = textOf(members, 'answer');
  const label = guide.answer(item, answer)?.label ?? answer;
  const question = guide.item(item)?.question ?? item;
  return [`${question} ${label === '' ? say('keep.said.taken_back') : label}`];
};

const stepIn = (members: Members, guide: Guide): readonly string[] => {
  const step = textOf(members, 'step');
  return step === '' ? [] : [guide.step(step)?.title ?? step];
};

/** The guide's words for what it names, then the person's own. */
const linesOf = (members: Members, guide: Guide): readonly string[] => {
  const type = textOf(members, 'type');
  const when = numberOf(members, 'when_ms');
  const said = type === 'answer' ? answerIn(members, guide) : stepIn(members, guide);
  const named = ['from', 'kind', 'outcome', 'purpose'].map((name) => textOf(members, name));
  const own = ['when', 'then', 'notice', 'text'].map((name) => textOf(members, name));
  return [
    `${dayInWords(new Date(numberOf(members, 'at')))}: ${say(names[type] ?? 'keep.said.other')}`,
    ...(when > 0 ? [dayInWords(new Date(when))] : []),
    ...said,
    named.filter((each) => each !== '').join(', '),
    ...own,
  ].filter((line) => line !== '');
};

export const asText = (events: readonly string[], guide: Guide, day: Date): string => {
  const parts = inOrder(events).map((members) => linesOf(members, guide).join('\n'));
  const heading = say('keep.said.heading', { date: dayInWords(day) });
  return `${[heading, ...(parts.length > 0 ? parts : [say('keep.said.none')])].join('\n\n')}\n`;
};

/** The events as they are, for other programs. */
export const asData = (events: readonly string[]): string =>
  `${JSON.stringify({ events: inOrder(events) }, null, 2)}\n`;

/** A neutral name with the day, such as notes-2026-11-23.txt. */
export const fileNamed = (day: Date, ending: string): string => {
  const pad = (n: number): string => String(n).padStart(2, '0');
  const date = `${String(day.getFullYear())}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
  return `${say('keep.backup.file')}-${date}.${ending}`;
};
