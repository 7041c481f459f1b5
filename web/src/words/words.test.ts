import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import words from '../../generated/words.json';
import { count, dayInWords, say } from './words';

const source = readdirSync(new URL('../..', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter(
    (name) => /^(src|index\.html|vite\.config\.ts)/.test(name) && /\.(svelte|ts|html)$/.test(name),
  )
  .map((name) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))
  .join('\n');

/** Keys with a name of the core's in them, such as `reading.fault.${fault}.name`. */
const patterns = [...source.matchAll(/`([a-z_]+\.[a-z_.]*(?:\$\{\w+(?:\.\w+)*\}[a-z_.]*)+)`/g)].map(
  ([, key = '']) =>
    new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
);

test('every word is used somewhere', () => {
  const unused = Object.keys(words).filter((key) => {
    const base = key.replace(/\.(one|many)$/, '');
    const isNamed = source.includes(`'${base}'`) || source.includes(`%${base}%`);
    return !isNamed && !patterns.some((pattern) => pattern.test(key));
  });
  expect(unused).toEqual([]);
});

test('places are filled', () => {
  expect(say('check.screen.page', { page: 1, pages: 2 })).toBe('Page 1 of 2');
});

test('one and many', () => {
  expect(count('check.left.first', 1)).not.toContain('1');
  expect(count('check.left.first', 7)).toContain('7');
});

test('a day as it is written', () => {
  expect(dayInWords(new Date(2026, 10, 23))).toBe('23 November 2026');
});
