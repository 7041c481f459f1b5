import { describe, expect, test } from 'vitest';
import { createExitKeys } from './keys';

interface Case {
  readonly name: string;
  /** A key and the second it is pressed at; a star marks the repeats of a key held down. */
  readonly presses: readonly (readonly [string, number])[];
  readonly leaves: boolean;
}

const cases: readonly Case[] = [
  {
    name: 'three times Escape',
    presses: [
      ['Escape', 0],
      ['Escape', 1],
      ['Escape', 2],
    ],
    leaves: true,
  },
  {
    name: 'three times Shift',
    presses: [
      ['Shift', 0],
      ['Shift', 2],
      ['Shift', 5],
    ],
    leaves: true,
  },
  {
    name: 'twice is not enough',
    presses: [
      ['Escape', 0],
      ['Escape', 1],
    ],
    leaves: false,
  },
  {
    name: 'too slow',
    presses: [
      ['Escape', 0],
      ['Escape', 3],
      ['Escape', 5.1],
    ],
    leaves: false,
  },
  {
    name: 'the last three of four are quick enough',
    presses: [
      ['Escape', 0],
      ['Escape', 4],
      ['Escape', 6],
      ['Escape', 7],
    ],
    leaves: true,
  },
  {
    name: 'two keys do not add up',
    presses: [
      ['Escape', 0],
      ['Shift', 1],
      ['Escape', 2],
    ],
    leaves: false,
  },
  {
    name: 'capitals typed with Shift',
    presses: [
      ['Shift', 0],
      ['H', 0.1],
      ['Shift', 1],
      ['A', 1.1],
      ['Shift', 2],
      ['B', 2.1],
    ],
    leaves: false,
  },
  {
    name: 'a key held down',
    presses: [
      ['Shift', 0],
      ['Shift*', 1],
      ['Shift*', 2],
    ],
    leaves: false,
  },
];

describe('the keys that leave', () => {
  test.each(cases)('$name', ({ presses, leaves }) => {
    let second = 0;
    const keys = createExitKeys(() => second * 1000);
    const answers = presses.map(([key, at]) => {
      second = at;
      return keys.press({ key: key.replace('*', ''), repeat: key.endsWith('*') });
    });
    expect(answers.at(-1)).toBe(leaves);
    expect(answers.slice(0, -1)).not.toContain(true);
  });
});
