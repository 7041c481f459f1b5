import { expect, test } from 'vitest';
import { builtEngine, builtPack } from '../../engine/built';
import type { Sheet } from '../../engine/engine';
import { levels } from '../../engine/pack';
import { doorOf, sharedDoorOf } from './door';

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

const sharedAt = async (answers: Readonly<Record<string, string>>) => {
  const sheet = { answers };
  const [standing, agenda] = await Promise.all([engine.check(sheet), engine.agenda(sheet)]);
  if (!standing.ok || !agenda.ok) throw new Error('refused');
  return sharedDoorOf(standing.value, agenda.value);
};

// x-shared-duties: never blocked, but where an order or someone's safety goes first.
test.each([
  ['before anything is known', {}, 'first'],
  ['no order', { 'x-no-contact-order': 'no' }, 'open'],
  ['an order', { 'x-no-contact-order': 'yes' }, 'order'],
  ['perhaps an order', { 'x-no-contact-order': 'unsure' }, 'order'],
  ['a no', { 'x-no-contact-order': 'no', 'hs-clear-refusal': 'said-no' }, 'open'],
  ['a block', { 'x-no-contact-order': 'no', 'sp-block': 'blocked' }, 'open'],
  ['a no, and an order', { 'x-no-contact-order': 'yes', 'hs-clear-refusal': 'said-no' }, 'order'],
  ['they were afraid', { 'x-no-contact-order': 'no', 'hs-abuse-by-me': 'any' }, 'safety'],
  ['danger now', { 'x-no-contact-order': 'no', 'x-danger-now': 'yes' }, 'safety'],
])('what is shared, %s', async (_, answers, door) => {
  expect(await sharedAt(answers)).toBe(door);
});
