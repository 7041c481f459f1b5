import { expect, test } from 'vitest';
import { builtEngine, builtPack } from '../../engine/built';
import type { Sheet } from '../../engine/engine';
import { levels } from '../../engine/pack';
import { doorOf } from './door';

const engine = builtEngine();

const doorAt = async (sheet: Sheet) => {
  const [standing, agenda] = await Promise.all([engine.check(sheet), engine.agenda(sheet)]);
  if (!standing.ok || !agenda.ok) throw new Error('refused');
  return doorOf(standing.value, agenda.value);
};

const best = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await builtPack()).items.map(({ id, answers }) => [id, answers[0]?.id ?? '']),
  );

test('before the check there is only the letter', async () => {
  expect(await doorAt({ answers: {} })).toBe('first');
  expect(await doorAt({ answers: { 'x-danger-now': 'no' } })).toBe('first');
});

test('with all the best answers it is open', async () => {
  expect(await doorAt({ answers: await best() })).toBe('open');
});

// Promise 1 of the design: from a stop state nothing opens the composer. Every item, every answer.
test('each single answer opens it as far as its level closes nothing', async () => {
  const pack = await builtPack();
  const answers = await best();
  for (const item of pack.items) {
    for (const answer of item.answers) {
      const sheet = { answers: { ...answers, [item.id]: answer.id } };
      const standing = await engine.check(sheet);
      if (!standing.ok) throw new Error(item.id);
      const { permitted, closed } = standing.value;
      const door = await doorAt(sheet);
      const isStop = levels.indexOf(permitted) <= levels.indexOf('let-go');
      expect(door === 'closed', `${item.id}=${answer.id}`).toBe(isStop);
      expect(door === 'open', `${item.id}=${answer.id}`).toBe(!closed.includes('send'));
    }
  }
});
