import { describe, expect, test } from 'vitest';
import type { HelpDirectory } from '../../engine/pack';
import { countryNamed, dials, guessCountry, helpIn, isOverdue } from './directory';

const kinds = ['emergency', 'crisis', 'dv', 'support'].map((id) => ({ id, title: id, says: id }));

const directory: HelpDirectory = {
  checked: '2026-11-23',
  recheck_by: '2027-05-23',
  kinds,
  notes: { busy: '', none_here: '', checked: '', pick: '' },
  countries: [
    {
      code: 'AA',
      name: 'Two ways',
      lines: [
        { kind: 'crisis', name: 'by phone and text', number: '1', text_chat: 'text 1' },
        { kind: 'dv', name: 'for women', number: '2' },
        { kind: 'dv', name: 'for men', number: '3' },
        { kind: 'emergency', name: 'emergency', number: '112' },
      ],
    },
    { code: 'BB', name: 'One way', lines: [{ kind: 'crisis', name: 'phone', number: '4' }] },
  ],
};

const shown = (code: string, asked?: readonly string[]): readonly string[] => {
  const country = countryNamed(directory, code);
  if (!country) throw new Error(code);
  return helpIn(directory, country, asked).map(
    ({ kind, lines, tooFew }) => `${kind.id} ${String(lines.length)}${tooFew ? ' too few' : ''}`,
  );
};

describe('help in a country', () => {
  test('all kinds, in the directory order', () => {
    expect(shown('AA')).toEqual(['emergency 1', 'crisis 1', 'dv 2']);
  });

  test('a lane asks for its own kinds, in its own order', () => {
    expect(shown('AA', ['dv', 'emergency'])).toEqual(['dv 2', 'emergency 1']);
  });

  test('too few ways are said, also where there is none at all', () => {
    expect(shown('BB')).toEqual(['emergency 0 too few', 'crisis 1 too few', 'dv 0 too few']);
  });

  test('a kind nobody knows is passed over', () => {
    expect(shown('AA', ['nonsense'])).toEqual([]);
  });
});

describe('the guessed country', () => {
  test.each([
    ['from a region', ['en-BB'], 'BB'],
    ['behind a script', ['zh-Hant-AA'], 'AA'],
    ['the first one that is listed', ['en', 'en-XX', 'en-AA'], 'AA'],
    ['none from a language alone', ['en'], null],
    ['none that is not listed', ['en-XX'], null],
  ])('%s', (_, languages, code) => {
    expect(guessCountry(directory, languages)).toBe(code);
  });
});

test.each([
  ['116 123', ['tel:116123']],
  ['1-800-799-7233', ['tel:18007997233']],
  ['0800 1110111 / 0800 1110222', ['tel:08001110111', 'tel:08001110222']],
  ['112 or 101', ['tel:112', 'tel:101']],
  ['079 option 1', ['tel:079']],
  ['by letter', [null]],
])('%s is dialled as %j', (number, links) => {
  expect(dials(number).map(({ href }) => href)).toEqual(links);
});

test('the list is overdue from the day after the one it names', () => {
  expect(isOverdue(directory, Date.UTC(2027, 4, 23))).toBe(false);
  expect(isOverdue(directory, Date.UTC(2027, 4, 24))).toBe(true);
});
