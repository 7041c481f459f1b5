import { expect, test } from 'vitest';
import { guideOf } from '../../engine/guide';
import { builtPack } from '../../engine/built';
import { count, say } from '../../words/words';
import { adviceOn } from './advice';
import { backupAge, daysBetween } from './age';
import { asData, asText, fileNamed } from './export';
import { watchIdle } from './idle';
import { isWord, placesToAsk } from './paper';
import { sizeInWords } from './size';

test('advice on a passphrase, one line at a time', () => {
  const cases = [
    ['', 'keep.choose.how'],
    ['12.04.1985', 'keep.choose.digits'],
    ['anna', 'keep.choose.short'],
    ['abababababababab', 'keep.choose.repeats'],
    ['an old tree by the river', 'keep.choose.personal'],
  ] as const;
  for (const [passphrase, advice] of cases) expect(adviceOn(passphrase), passphrase).toBe(advice);
});

test('the age of a backup, in days of the calendar', () => {
  const at = (day: number, hour: number): number => new Date(2026, 10, day, hour).getTime();
  expect(backupAge(null, at(25, 9))).toBe(say('keep.backup.never'));
  expect(backupAge(at(25, 1), at(25, 23))).toBe(say('keep.backup.today'));
  expect(backupAge(at(24, 23), at(25, 1))).toBe(count('keep.backup.days', 1));
  expect(backupAge(at(3, 12), at(25, 1))).toContain('22');
  // A clock that was set back says today, and nothing below it.
  expect(daysBetween(at(25, 1), at(20, 1))).toBe(0);
});

/** A clock and a timer of the test's own. */
const hands = () => {
  let now_ms = 0;
  let look = (): void => undefined;
  return {
    now: () => now_ms,
    every: (_: number, next: () => void) => {
      look = next;
      return () => {
        look = () => undefined;
      };
    },
    pass: (minutes: number): void => {
      now_ms += minutes * 60_000;
    },
    tick: (): void => {
      look();
    },
  };
};

test('it locks after so many minutes without a touch, and not before', () => {
  const clock = hands();
  let locks = 0;
  const idle = watchIdle(
    clock,
    () => 10,
    () => locks++,
  );
  clock.pass(9);
  clock.tick();
  idle.touch();
  clock.pass(9);
  clock.tick();
  expect(locks).toBe(0);
  clock.pass(1);
  clock.tick();
  expect(locks).toBe(1);
  idle.stop();
});

test('a key pressed after hours of sleep locks first', () => {
  const clock = hands();
  let locks = 0;
  const idle = watchIdle(
    clock,
    () => 10,
    () => locks++,
  );
  clock.pass(300);
  idle.touch();
  expect(locks).toBe(1);
});

test('never is never', () => {
  const clock = hands();
  let locks = 0;
  const idle = watchIdle(
    clock,
    () => 0,
    () => locks++,
  );
  clock.pass(100_000);
  clock.tick();
  idle.touch();
  expect(locks).toBe(0);
});

test('two places to ask, one in each half', () => {
  for (let turn = 0; turn < 100; turn++) {
    const [one, two] = placesToAsk();
    expect(one >= 0 && one < 6 && two >= 6 && two < 12, `${String(one)} ${String(two)}`).toBe(true);
  }
});

test('a word from the paper counts as the vault counts it', () => {
  expect(isWord(' Saddle ', 'saddle')).toBe(true);
  expect(isWord('sadd', 'saddle')).toBe(true);
  expect(isWord('sad', 'saddle')).toBe(false);
  expect(isWord('', 'saddle')).toBe(false);
  expect(isWord('fire', 'firm')).toBe(false);
});

test('sizes as storage is sold', () => {
  expect(sizeInWords(0)).toBe('0 kB');
  expect(sizeInWords(74_000)).toBe('74 kB');
  expect(sizeInWords(11_400_000_000)).toBe('11 GB');
});

const events = [
  { v: 1, at: 1764000000002, tick: 0, type: 'of-a-newer-version', text: 'kept' },
  { v: 1, at: 1764000000000, tick: 1, type: 'draft', id: 'd1', text: 'Es tut mir leid.' },
  { v: 1, at: 1764000000000, tick: 0, type: 'answer', item: 'hs-clear-refusal', answer: 'said-no' },
].map((event) => JSON.stringify(event));

test('everything as text: the guide speaks for its names, the person for theirs', async () => {
  const guide = guideOf(await builtPack());
  const text = asText([...events, 'no json'], guide, new Date(2026, 10, 23));
  const places = [
    say('keep.said.heading', { date: '23 November 2026' }),
    guide.item('hs-clear-refusal')?.question ?? '-',
    guide.answer('hs-clear-refusal', 'said-no')?.label ?? '-',
    'Es tut mir leid.',
    say('keep.said.other'),
    'kept',
  ].map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  expect(asText([], guide, new Date(2026, 10, 23))).toContain(say('keep.said.none'));
});

test('everything as data: the events themselves, in their order', () => {
  const read: unknown = JSON.parse(asData(events));
  expect(read).toEqual({ events: [...events].reverse().map((each): unknown => JSON.parse(each)) });
});

test('a file name that says nothing but the day', () => {
  expect(fileNamed(new Date(2026, 0, 3), 'amends')).toBe('notes-2026-01-03.amends');
});
