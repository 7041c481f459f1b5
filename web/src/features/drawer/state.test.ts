import { expect, test } from 'vitest';
import type { Lying } from './lying';
import { timeInWords } from './moment';
import { firstWordsOf, stateOf } from './state';

const at = (day: number, hour: number, minute = 0): number =>
  new Date(2026, 10, day, hour, minute).getTime();
const now = at(23, 21); // A Monday.

test.each([
  [at(23, 9, 10), 'today at 9:10'],
  [at(24, 9, 10), 'tomorrow at 9:10'],
  [at(22, 23, 59), 'yesterday at 23:59'],
  [at(26, 7), 'on Thursday at 7:00'],
  [at(30, 7), 'on 30 November 2026 at 7:00'],
])('a moment, %d', (moment, words) => {
  expect(timeInWords(moment, now).replace(/\b0(\d:)/, '$1')).toBe(words);
});

const lying: Lying = {
  id: 'd',
  text: 'Hello',
  kind: 'message',
  purpose: 'open',
  wants: null,
  written_ms: now,
  outcome: null,
  outcome_ms: now,
  rest: null,
  sent: false,
};

test('where a draft is', () => {
  const rest = {
    draft: 'd',
    rests_until_ms: at(24, 21, 5),
    at_night: false,
    rested: false,
    reread: false,
    ready: false,
    needs: ['rest'],
  };
  expect(stateOf({ ...lying, rest }, 'rest', now)).toBe('rests until tomorrow at 21:05');
  expect(stateOf({ ...lying, outcome: 'copied' }, 'ready', now)).toBe('copied today at 21:00');
  expect(stateOf({ ...lying, outcome: 'copied', sent: true }, 'past', now)).toContain('sent');
  expect(stateOf({ ...lying, kind: 'practical' }, 'ready', now)).toBe('nothing holds it');
});

test('the first words are whole words, on one line', () => {
  expect(firstWordsOf(' Hello\n\nAnna ')).toBe('Hello Anna');
  const long = firstWordsOf('word '.repeat(40));
  expect(long.length).toBeLessThanOrEqual(82);
  expect(long).toMatch(/word …$/);
  expect(firstWordsOf('x'.repeat(200)).length).toBeLessThanOrEqual(82);
});
