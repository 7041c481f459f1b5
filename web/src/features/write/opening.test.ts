import { expect, test } from 'vitest';
import { builtEngine, builtPack } from '../../engine/built';
import { guideOf } from '../../engine/guide';
import { isClosed, waitsOf } from './opening';
import type { Opening } from './opening';
import { purposeNamed, purposes } from './purposes';

const named = (id: string) => {
  const purpose = purposeNamed(id);
  if (!purpose) throw new Error(id);
  return purpose;
};

const view: Opening = {
  steps: [
    {
      step: 'st-apologize',
      state: 'waiting',
      level: 'open-channel',
      steps: ['st-give-space'],
      evidence: ['they-replied'],
      items: [],
      signs: [],
    },
  ],
  phrases: [
    { phrase: 'ph-coffee', open: false, needs: ['level', 'they-replied', 'st-accept-no'] },
    { phrase: 'ph-questions', open: true, needs: [] },
  ],
};

test('an apology and an invitation wait for a reply; the others do not', async () => {
  const guide = guideOf(await builtPack());
  const replied = guide.evidence('they-replied')?.says;
  expect(replied).toBeDefined();
  const waits = Object.fromEntries(purposes.map((each) => [each.id, waitsOf(guide, view, each)]));
  expect(waits).toEqual({
    open: [],
    apologise: [replied],
    answer: [],
    invite: [replied],
    close: [],
    practical: [],
  });
});

test('no level closes what two people still share', async () => {
  const standing = await builtEngine().check({ answers: { 'hs-clear-refusal': 'said-no' } });
  if (!standing.ok) throw new Error('refused');
  expect(isClosed(standing.value, named('open'))).toBe(true);
  expect(isClosed(standing.value, named('practical'))).toBe(false);
});
