import { describe, expect, test } from 'vitest';
import type { Finding } from '../../engine/book';
import { builtPack } from '../../engine/built';
import { sentenceOf, shownOf, untilOf } from './findings';
import { momentOf } from './when';

const day = (date: string): number => momentOf(date, '12:00') ?? 0;
const now = day('2026-11-25');

const finding = (over: Partial<Finding>): Finding => ({
  rule: 'waiting',
  item: 'sp-no-response',
  answer: 'waiting',
  effect: 'in-force',
  n: 1,
  since_ms: day('2026-11-10'),
  until_ms: null,
  dates_ms: [day('2026-11-10')],
  ...over,
});

describe('what the log shows, in words', () => {
  test('names events and days', () => {
    const dates_ms = [day('2026-11-10'), day('2026-11-24')];
    expect(sentenceOf(finding({ rule: 'none', n: 2, dates_ms }), now)).toBe(
      'You got in touch 2 times, on 10 November and yesterday, and no answer is noted. Two are enough to stop.',
    );
  });

  test('a reply after a long silence leaves nothing to count, and is said', () => {
    const says = sentenceOf(finding({ rule: 'none', n: 0, dates_ms: [] }), now);
    expect(says).toContain('a reply to you came');
    expect(says).not.toMatch(/[{}]/);
  });

  test('every rule of the guide has its sentence, with every place filled', async () => {
    const pack: unknown = await builtPack();
    const text = JSON.stringify(pack);
    const rules = [...text.matchAll(/"finds":"[^"]+"/g)].length;
    const known = [
      'waiting',
      'none',
      'barely',
      'hot-cold',
      'flood',
      'calls',
      'kinds',
      'after-no',
      'night',
      'one-sided',
    ];
    expect(rules).toBe(known.length);
    for (const rule of known) {
      for (const n of [1, 4]) {
        const says = sentenceOf(finding({ rule, n }), now);
        expect(says).not.toMatch(/[{}]/);
        expect(says).not.toContain('The log shows this');
      }
    }
  });

  test('a rule of a newer guide is still said', () => {
    expect(sentenceOf(finding({ rule: 'new' }), now)).toBe(
      'The log shows this once: on 10 November.',
    );
  });
});

describe('what comes to the same', () => {
  const spam = { item: 'nd-pressure-spam', answer: 'ongoing' };
  const flood = finding({ ...spam, rule: 'flood', until_ms: 100 });
  const night = finding({ ...spam, rule: 'night', until_ms: 300 });
  const afterNo = finding({ ...spam, rule: 'after-no' });

  test('is said together', () => {
    const shown = shownOf([finding({}), flood, night]);
    expect(shown.map(({ findings }) => findings.length)).toEqual([1, 2]);
    expect(shown.map(untilOf)).toEqual([null, 300]);
  });

  test('and no time ends it where one of them has no end', () => {
    expect(shownOf([flood, afterNo]).map(untilOf)).toEqual([null]);
  });
});
