import { expect, test } from 'vitest';
import type { Fault, Mark } from '../../engine/reading';
import { newsOf } from './news';

const mark = (fault: Fault, quote = 'words', begin = 0): Mark => ({
  fault,
  rule: `${fault}.one`,
  tier: 'certain',
  begin,
  end: begin + 5,
  quote,
  why: '',
  try: [],
});

test.each([
  ['nothing, as before', [], [], null],
  ['the first one', [], [mark('pity')], { marks: 1, newest: mark('pity') }],
  ['one more', [mark('pity')], [mark('pity'), mark('blame')], { marks: 2, newest: mark('blame') }],
  ['the same, a few words further on', [mark('pity')], [mark('pity', 'words', 9)], null],
  ['one less', [mark('pity'), mark('blame')], [mark('pity')], { marks: 1, newest: null }],
  ['none left', [mark('pity')], [], { marks: 0, newest: null }],
])('%s', (_, heard, marks, news) => {
  expect(newsOf(heard, marks)).toEqual(news);
});
