import { expect, test } from 'vitest';
import { isAgenda, isSheet, isStanding } from './engine';
import { isReading } from './reading';
import { isPack } from './pack';
import { builtEngine, builtPack } from './built';

test.each([
  ['a sheet without answers', isSheet, {}],
  ['answers that are no words', isSheet, { answers: { a: 1 } }],
  ['a latch that is no pair', isSheet, { answers: {}, latched: [['a']] }],
  ['a standing of an unknown level', isStanding, { permitted: 'maybe' }],
  ['an agenda that is a list', isAgenda, []],
  ['a pack of another format', isPack, { format: 'amends-pack/2' }],
  ['a reading without marks', isReading, { help_first: false }],
  ['nothing', isPack, null],
])('%s is refused', (_, guard, value) => {
  expect(guard(value)).toBe(false);
});

test('members nobody named are let be', () => {
  expect(isSheet({ answers: {}, since_ms: { 'a=b': 1 }, later: [] })).toBe(true);
});

test('a mark may say more than the app has names for', async () => {
  const read = await builtEngine().read('You have until Friday to decide.');
  if (!read.ok) throw new Error(read.error.type);
  const [mark] = read.value.marks;
  expect(isReading({ ...read.value, marks: [{ ...mark, source: 'rule' }], later: 1 })).toBe(true);
  expect(isReading({ ...read.value, marks: [{ ...mark, tier: 'sure' }] })).toBe(false);
  expect(isReading({ ...read.value, marks: [{ ...mark, fault: 'nonsense' }] })).toBe(false);
});

test('a pack that lacks one label is refused', async () => {
  const pack = await builtPack();
  const [item, ...items] = pack.items;
  expect(isPack({ ...pack, items: [{ ...item, question: undefined }, ...items] })).toBe(false);
  expect(isPack(pack)).toBe(true);
});
