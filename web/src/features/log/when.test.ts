import { describe, expect, test } from 'vitest';
import { createWhenForm } from './when-form.svelte';
import {
  dateOf,
  dayAsHeading,
  dayInSentence,
  daysInSentence,
  momentInSentence,
  momentOf,
} from './when';

const at = (date: string, time = '12:00'): number => {
  const ms = momentOf(date, time);
  if (ms === null) throw new Error(`no moment: ${date} ${time}`);
  return ms;
};

const now = at('2026-11-25', '15:30');

describe('a day within a sentence', () => {
  const cases = [
    ['2026-11-25', 'today'],
    ['2026-11-24', 'yesterday'],
    ['2026-11-19', 'on Thursday'],
    ['2026-11-18', 'on 18 November'],
    ['2025-11-25', 'on 25 November 2025'],
  ] as const;
  test.each(cases)('%s is %s', (date, words) => {
    expect(dayInSentence(at(date), now)).toBe(words);
  });

  test('just after midnight, the evening before is yesterday', () => {
    expect(dayInSentence(at('2026-11-24', '23:59'), at('2026-11-25', '00:01'))).toBe('yesterday');
  });

  test('with its time', () => {
    expect(momentInSentence(at('2026-11-24', '09:10'), now)).toBe('yesterday at 9:10');
    expect(momentInSentence(now - 20_000, now)).toBe('just now');
  });
});

describe('several days within a sentence', () => {
  const cases = [
    [['2026-11-25', '2026-11-25'], 'today'],
    [['2026-11-10', '2026-11-24', '2026-11-25'], 'on 10 November, yesterday and today'],
    [['2026-11-24', '2026-11-25'], 'yesterday and today'],
    [['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'], 'from 1 November to 4 November'],
    [[], ''],
  ] as const;
  test.each(cases)('%j is "%s"', (dates, words) => {
    expect(
      daysInSentence(
        dates.map((date) => at(date)),
        now,
      ),
    ).toBe(words);
  });
});

test('as a heading', () => {
  expect(dayAsHeading(now, now)).toBe('Today');
  expect(dayAsHeading(at('2026-11-17'), now)).toBe('Tuesday 17 November');
});

describe('a moment being entered', () => {
  test('is now, unless it is said otherwise', () => {
    expect(createWhenForm(() => now).moment()).toBe(now);
  });

  test('yesterday, at a time', () => {
    const form = createWhenForm(() => now);
    form.choose('yesterday');
    form.setTime('21:15');
    expect(form.moment()).toBe(at('2026-11-24', '21:15'));
  });

  test('what lies ahead, or has no time, is none', () => {
    const form = createWhenForm(() => now);
    form.choose('today');
    form.setTime('23:00');
    expect(form.moment()).toBeNull();
    form.choose('day');
    form.setTime('');
    expect(form.moment()).toBeNull();
  });

  test('what is left as it was keeps its seconds', () => {
    const first = at('2026-11-20', '08:07') + 12_345;
    const form = createWhenForm(() => now, first);
    expect(form.choice).toBe('day');
    expect(form.date).toBe(dateOf(first));
    expect(form.moment()).toBe(first);
  });
});
