import { describe, expect, test } from 'vitest';
import { dayFromNow, momentInWords } from './days';

// A Wednesday, at noon.
const now = new Date(2026, 10, 25, 12).getTime();
const at = (day: number, hour = 12): number => new Date(2026, 10, day, hour).getTime();

describe('a day, seen from now', () => {
  test.each([
    ['the same day', at(25, 23), 'today'],
    ['the next one, although it is less than a day away', at(26, 1), 'tomorrow'],
    ['the one before', at(24), 'yesterday'],
    ['within a week', at(28), 'on Saturday'],
    ['a week from now', at(32), 'on 2 December 2026'],
    ['long ago', at(2), 'on 2 November 2026'],
  ])('%s', (_, ms, says) => {
    expect(dayFromNow(ms, now)).toBe(says);
  });
});

describe('a moment, seen from now', () => {
  test.each([
    [at(25, 9), 'This morning'],
    [at(25, 3), 'In the night to today'],
    [at(24, 20), 'Yesterday evening'],
    [at(21, 14), 'On Saturday afternoon'],
    [at(22, 2), 'In the night to Sunday'],
    [at(3, 21), 'On 3 November 2026, in the evening'],
  ])('%d', (ms, says) => {
    expect(momentInWords(ms, now)).toBe(says);
  });
});
