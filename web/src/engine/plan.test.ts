import { expect, test } from 'vitest';
import { builtPack } from './built';
import { guideOf } from './guide';
import { isPack } from './pack';

test('every step has signs, each with its sentence, and a phase with words', async () => {
  const { steps, phases } = await builtPack();
  expect(steps.every(({ signs }) => signs.length > 0)).toBe(true);
  expect(steps.flatMap(({ signs }) => signs).every(({ says }) => says.endsWith('.'))).toBe(true);
  expect([...new Set(steps.map(({ phase }) => phase))].sort()).toEqual(
    phases.map(({ id }) => id).sort(),
  );
});

test('every prompt of a card or a section has a line that asks', async () => {
  const pack = await builtPack();
  const guide = guideOf(pack);
  const asked = [
    ...pack.cards.flatMap(({ notes, after }) => [...notes, ...after]),
    ...pack.letting_go.sections.flatMap(({ notes }) => notes),
  ];
  expect(asked.filter((kind) => guide.note(kind) === undefined)).toEqual([]);
  expect(guide.cardsOf('st-calm-talks').map(({ id }) => id)).toEqual(['hard-talk']);
});

test('letting go has its sections in order, and eight reasons', async () => {
  const { sections, urge } = guideOf(await builtPack()).lettingGo;
  expect(sections.map(({ id }) => id)).toEqual([
    'last-words',
    'loose-ends',
    'who-to-tell',
    'own-life',
    'urges',
    'help',
    'reasons',
    'ritual',
    'finishing',
  ]);
  expect(sections.find(({ holds }) => holds === 'reasons')?.items).toHaveLength(8);
  expect(urge.lines.length).toBeGreaterThan(3);
});

test('names of the view become words: steps, evidence, needs, the window', async () => {
  const guide = guideOf(await builtPack());
  expect(guide.need('st-empathy')).toBe(guide.step('st-empathy')?.title);
  expect(guide.need('they-replied')).toBe(guide.evidence('they-replied')?.says);
  expect(guide.need('window')).not.toBe('window');
  expect(guide.windowRule('tl-betrayal-slow')).toBeDefined();
  expect(guide.obstacles).toHaveLength(5);
});

test('a pack without them is refused', async () => {
  const pack = await builtPack();
  for (const name of ['notes', 'cards', 'letting_go', 'window', 'obstacles', 'needs']) {
    expect(isPack({ ...pack, [name]: undefined }), name).toBe(false);
  }
});
