// The path and the guide as it is built: every sign and every evidence leads somewhere or is a word.

import { beforeAll, describe, expect, test } from 'vitest';
import { builtPack } from '../../engine/built';
import { guideOf } from '../../engine/guide';
import type { Guide } from '../../engine/guide';
import type { Pack } from '../../engine/pack';
import { promptsOf } from './notes';
import { becauseOf } from './plans';
import { answersOf, measuresOf, plannedIn } from './view';
import { wayOf } from './ways';

let pack: Pack;
let guide: Guide;
beforeAll(async () => {
  pack = await builtPack();
  guide = guideOf(pack);
});

describe('what is counted', () => {
  test('each sign of the log has a place where it is done', () => {
    const signs = pack.steps.flatMap(({ signs: all }) => all).filter(({ by }) => by === 'log');
    expect(signs.length).toBeGreaterThan(20);
    for (const sign of signs) {
      const ways = measuresOf(sign).map((measure) => wayOf(guide, measure));
      expect(ways, sign.says).toHaveLength(1);
      expect(ways[0], sign.says).not.toBeNull();
    }
  });

  test('each evidence is counted, answered, or said by the person', () => {
    const byWord = pack.evidence.filter(
      (each) => measuresOf(each).length === 0 && answersOf(each).length === 0,
    );
    expect(byWord.map(({ id }) => id)).toContain('yes-to-meeting');
    expect(byWord.map(({ id }) => id)).not.toContain('they-replied');
    for (const evidence of pack.evidence) {
      for (const measure of measuresOf(evidence)) {
        expect(wayOf(guide, measure), evidence.says).not.toBeNull();
      }
    }
  });
});

describe('cards', () => {
  test('each note of a card has one place on it', () => {
    for (const card of pack.cards) {
      const prompts = promptsOf(guide, card.notes);
      const under = new Set(prompts.flatMap((prompt) => prompt.under.map(({ id }) => id)));
      const all = [...prompts.map(({ kind }) => kind.id), ...under];
      expect(all.toSorted(), card.id).toEqual([...card.notes].toSorted());
    }
  });

  test('a habit stands under its act', () => {
    const [prompt] = promptsOf(guide, ['act', 'habit']);
    expect(prompt?.kind.id).toBe('act');
    expect(prompt?.under.map(({ id }) => id)).toEqual(['habit']);
  });
});

describe('the window', () => {
  test('says why it is longer or shorter than usual, and nothing where it is as usual', () => {
    const because = (answer: string) =>
      becauseOf(guide, { weeks: 4, because: ['why-cause-kind', answer] });
    expect(because('drift')).toBe(guide.windowRule('tl-cordial-faster'));
    expect(because('betrayal-by-them')).toBe(guide.windowRule('tl-betrayal-slow'));
    expect(becauseOf(guide, { weeks: 8, because: null })).toBeUndefined();
  });
});

describe('the view', () => {
  test('of no core, or of one that does not know the plan, is empty', () => {
    expect(plannedIn(null)).toEqual({
      steps: [],
      commitments: [],
      window: null,
      phrases: [],
      obstacles: [],
    });
  });
});
