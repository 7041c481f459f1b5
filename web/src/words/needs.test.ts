import { expect, test } from 'vitest';
import { needsInWords, ruleInWords } from './needs';
import { say } from './words';

const now = new Date(2026, 10, 25, 12).getTime();
const tomorrow = new Date(2026, 10, 26, 9).getTime();

test('time is named by its day, and every other need is a word of its own', () => {
  const needs = ['time', 'what-changed', 'of-a-later-core'];
  expect(needsInWords({ needs, from_ms: tomorrow }, now)).toEqual([
    say('book.needs.time', { day: 'tomorrow' }),
    say('book.needs.what-changed'),
  ]);
});

test('time without a day says nothing', () => {
  expect(needsInWords({ needs: ['time'], from_ms: null }, now)).toEqual([]);
});

test('a rule is said, and one of a later core is left out', () => {
  expect(ruleInWords('hours')).toBe(say('book.rule.hours'));
  expect(ruleInWords('of-a-later-core')).toBe('');
});
