import { expect, test } from 'vitest';
import { builtEngine, builtPack } from '../../engine/built';
import { guideOf } from '../../engine/guide';
import type { Sheet } from '../../engine/engine';
import { fileName, standingAsJson, standingAsText } from './keep';
import type { Kept } from './keep';

const day = new Date(2026, 10, 23);

const keptFor = async (
  sheet: Sheet,
  texts: Readonly<Record<string, string>> = {},
): Promise<Kept> => {
  const engine = builtEngine();
  const [pack, standing, agenda] = [
    await builtPack(),
    await engine.check(sheet),
    await engine.agenda(sheet),
  ];
  if (!standing.ok || !agenda.ok) throw new Error('the core refused the sheet');
  return {
    guide: guideOf(pack),
    sheet,
    texts,
    standing: standing.value,
    agenda: agenda.value,
    day,
  };
};

const refused: Sheet = {
  answers: { 'hs-clear-refusal': 'said-no' },
  latched: [['hs-clear-refusal', 'said-no']],
};

test('the text has the level, the own answer, its reason and who could change it', async () => {
  const kept = await keptFor(refused);
  const text = standingAsText(kept).replace(/\s+/g, ' ');
  const answer = kept.guide.answer('hs-clear-refusal', 'said-no');
  for (const part of [
    '23 November 2026',
    kept.guide.level('let-go')?.title,
    answer?.label,
    answer?.reason,
    answer?.change,
  ]) {
    expect(text).toContain(part);
  }
});

test('no line of the text is wider than a sheet', async () => {
  const lines = standingAsText(await keptFor(refused)).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
});

test('the data is the sheet that the command line reads, with the standing beside it', async () => {
  const kept = await keptFor(refused);
  expect(JSON.parse(standingAsJson(kept))).toEqual({
    answers: refused.answers,
    latched: refused.latched,
    standing: kept.standing,
  });
});

test('own words are in both, and blanks are not', async () => {
  const kept = await keptFor(refused, { 'hs-clear-refusal': 'She meant it.', 'q-own-share': '  ' });
  expect(JSON.parse(standingAsJson(kept))).toMatchObject({
    texts: { 'hs-clear-refusal': 'She meant it.' },
  });
  expect(standingAsJson(kept)).not.toContain('q-own-share');
  expect(standingAsText(kept)).toContain('She meant it.');
});

test('the file has a neutral name and the day', () => {
  expect(fileName(day, 'txt')).toBe('notes-2026-11-23.txt');
  expect(fileName(day, 'json')).toBe('notes-2026-11-23.json');
});
