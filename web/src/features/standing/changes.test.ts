import { beforeAll, expect, test } from 'vitest';
import type { Recheck } from '../../engine/book';
import { builtEngine, builtPack } from '../../engine/built';
import { guideOf } from '../../engine/guide';
import type { Guide } from '../../engine/guide';
import { changesOf } from './changes';

let guide: Guide;
beforeAll(async () => {
  guide = guideOf(await builtPack());
});

const standingOf = async (answers: Readonly<Record<string, string>>) => {
  const standing = await builtEngine().check({ answers });
  if (!standing.ok) throw new Error('the core refused the sheet');
  return standing.value;
};

const urgent: Recheck = {
  item: 'tl-urgency',
  answer: 'restless',
  rule: 'hours',
  from_ms: 1,
  needs: [],
  ready: true,
};

test('each thing that would change it comes once, with its time to look again', async () => {
  const standing = await standingOf({ 'hs-clear-refusal': 'said-no' });
  const [item] = standing.would_change.map((change) => change.item);
  if (item === undefined) throw new Error('nothing would change it');
  const answer = standing.reasons[0]?.answer ?? '';
  const own: Recheck = { ...urgent, item, answer };
  const changes = changesOf(guide, standing, [own, urgent]);
  expect(changes.map((change) => change.item)).toEqual([item, 'tl-urgency']);
  expect(changes.map(({ recheck }) => recheck)).toEqual([own, urgent]);
  expect(changes.every(({ how }) => how !== '')).toBe(true);
});
