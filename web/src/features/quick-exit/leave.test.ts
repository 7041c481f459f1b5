import { expect, test } from 'vitest';
import { leave, neutralPage } from './leave';

const recorder = () => {
  const deeds: string[] = [];
  return {
    deeds,
    place: {
      blank: () => deeds.push('blank'),
      replaceWith: (address: string) => deeds.push(address),
    },
  };
};

test('memory is wiped first, then the page is blank, then the address changes', () => {
  const { deeds, place } = recorder();
  leave(() => deeds.push('wipe'), place);
  expect(deeds).toEqual(['wipe', 'blank', neutralPage]);
});

test('a wipe that breaks keeps nobody on the page', () => {
  const { deeds, place } = recorder();
  const broken = () => {
    throw new Error('broken');
  };
  expect(() => {
    leave(broken, place);
  }).toThrow('broken');
  expect(deeds).toEqual(['blank', neutralPage]);
});
