import { describe, expect, test } from 'vitest';
import type { Mark, Tier } from '../../engine/reading';
import { carried, markAt, markBeside, piecesOf } from './spans';

const mark = (begin: number, end: number, tier: Tier = 'certain'): Mark => ({
  fault: 'pressure',
  rule: `pressure.${String(begin)}`,
  tier,
  begin,
  end,
  quote: '',
  why: '',
  try: [],
});
const at = (begin: number, end = begin) => ({ begin, end });

describe('the mark under the caret', () => {
  const outer = mark(4, 20);
  const inner = mark(6, 10);

  test.each([
    ['before all of them', at(3), null],
    ['at the first edge', at(4), outer],
    ['in two of them, the shorter', at(7), inner],
    ['at the last edge', at(20), outer],
    ['behind all of them', at(21), null],
    ['what is chosen within one', at(11, 15), outer],
    ['what is chosen beyond one', at(15, 25), null],
  ])('%s', (_, caret, expected) => {
    expect(markAt([outer, inner], caret)).toBe(expected);
  });
});

describe('the mark beside the caret', () => {
  const marks = [mark(0, 3), mark(10, 14), mark(20, 22)];

  test.each([
    ['next', at(0), 0],
    ['next', at(1), 1],
    ['next', at(0, 3), 1],
    ['next', at(20, 22), 0],
    ['next', at(23), 0],
    ['previous', at(20, 22), 1],
    ['previous', at(12), 1],
    ['previous', at(0, 3), 2],
    ['previous', at(0), 2],
  ] as const)('%s from %o', (way, caret, expected) => {
    expect(markBeside(marks, caret, way)).toBe(marks[expected]);
  });

  test('there is none', () => {
    expect(markBeside([], at(0), 'next')).toBeNull();
    expect(markBeside([], at(0), 'previous')).toBeNull();
  });
});

describe('while the reader has not looked yet', () => {
  const text = 'one two three';
  const two = mark(4, 7);

  test.each([
    ['what lies behind moves', 'so one two three', [at(7, 10)]],
    ['what lies before stays', 'one two three four', [at(4, 7)]],
    ['what is written into goes', 'one twXo three', []],
    ['an emoji counts as two', '🙂one two three', [at(6, 9)]],
    ['nothing is left', '', []],
    ['nothing changed', text, [at(4, 7)]],
  ])('%s', (_, after, expected) => {
    expect(carried([two], text, after).map(({ begin, end }) => ({ begin, end }))).toEqual(expected);
  });

  test('a letter doubled at the very edge does not widen it', () => {
    expect(carried([mark(0, 2)], 'aa', 'aaa')).toMatchObject([{ begin: 0, end: 2 }]);
  });
});

describe('what is drawn', () => {
  const text = '🙂 a bc def';

  test('the pieces are the text, whole and in order, with any marks at all', () => {
    for (let begin = 0; begin < text.length; begin++) {
      for (let end = begin + 1; end <= text.length; end++) {
        const pieces = piecesOf(text, [mark(begin, end), mark(2, 5, 'ask')], []);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.begin < piece.end)).toBe(true);
      }
    }
  });

  test('of several tones the heaviest, and one clause mark where it begins', () => {
    const strength = { kind: 'ownership' as const, begin: 0, end: 4, quote: '' };
    const pieces = piecesOf(text, [mark(5, 7, 'likely'), mark(3, 10, 'ask')], [strength]);
    expect(pieces.map(({ tone }) => tone)).toEqual([
      'strength',
      'ask',
      'ask',
      'likely',
      'ask',
      'plain',
    ]);
    expect(pieces.filter(({ asks }) => asks)).toHaveLength(1);
  });

  test('a threat is danger, however sure', () => {
    const threat: Mark = { ...mark(0, 2, 'ask'), fault: 'threat' };
    expect(piecesOf(text, [threat], [])[0]?.tone).toBe('danger');
  });

  test('nothing is nothing', () => {
    expect(piecesOf('', [], [])).toEqual([]);
  });
});
