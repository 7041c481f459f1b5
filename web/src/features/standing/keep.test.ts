import { expect, test } from 'vitest';
import { builtEngine, builtPack } from '../../engine/built';
import { guideOf } from '../../engine/guide';
import { isSheet } from '../../engine/engine';
import type { Sheet } from '../../engine/engine';
import { say } from '../../words/words';
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
    help: [{ title: 'Crisis lines', lines: ['Somebody, 116 123'] }],
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

test('the text has every lane, the call first, and the lines to call', async () => {
  const kept = await keptFor({ answers: { 'x-danger-now': 'yes' } });
  const text = standingAsText(kept).replace(/\s+/g, ' ');
  for (const id of kept.standing.lanes) {
    const lane = kept.guide.lane(id);
    expect(text).toContain(lane?.title);
    expect(text).toContain(lane?.says);
  }
  expect(kept.standing.lanes).toContain('emergency');
  expect(text).toContain('Somebody, 116 123');
  const [call, reasons] = ['standing.step.call', 'standing.reasons.heading'] as const;
  expect(text.indexOf(say(call))).toBeLessThan(text.indexOf(say(reasons)));
});

test('the data is the sheet and nothing else, so that the check reads it again', async () => {
  const kept = await keptFor({ ...refused, passed: ['x-danger-now'] });
  const read: unknown = JSON.parse(standingAsJson(kept));
  expect(read).toEqual(kept.sheet);
  if (!isSheet(read)) throw new Error('no sheet');
  expect(await builtEngine().check(read)).toEqual({ ok: true, value: kept.standing });
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
