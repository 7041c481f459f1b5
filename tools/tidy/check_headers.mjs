// A header says what the thing is, is read once, lives in its folder's namespace and asks nobody to
// remember what `true` meant.

import { declarationsIn } from './scan_cpp.mjs';

const headers = (tree) => [...tree.values()].filter((file) => /^src\/.*\.h$/.test(file.path));

const opensWithSentence = (text) => {
  const comment = /^(?:\/\/[^\n]*\n?)*/.exec(text)[0];
  const words = comment.replace(/^\/\/ ?/gm, '').split(/\n\s*\n/)[0];
  return /^[\w`"<].*[.:]\)?\s*$/s.test(words);
};

export function* openings(tree) {
  for (const file of headers(tree)) {
    if (!opensWithSentence(file.text)) {
      yield { file, line: 1, says: 'no // sentence at the top. Say what this header is.' };
    }
    if (!/^#pragma once$/m.test(file.text)) {
      yield { file, line: 1, says: 'no #pragma once. Add it under the first comment.' };
    }
  }
}

/** amends::<folder>, or inside it. A file of macros, or of C functions, needs none. */
export function* namespaces(tree) {
  for (const file of tree.values()) {
    const folder = /^src\/([^/]+)\/.*\.(h|cc)$/.exec(file.path)?.[1];
    if (!folder) continue;
    const ours = `amends::${folder}`;
    const named = [...file.code.matchAll(/\bnamespace\s+([A-Za-z_][\w:]*)\s*\{/g)];
    for (const { 1: name, index } of named) {
      if (name !== 'amends' && !name.startsWith('amends::')) continue;
      if (name === ours || name.startsWith(`${ours}::`)) continue;
      const line = file.lineOf(index);
      yield { file, line, says: `namespace ${name} in the folder ${folder}. Write ${ours}.` };
    }
    const isBare = /^\s*($|extern\s*")/.test(file.code);
    if (file.path.endsWith('.h') && named.length === 0 && !isBare) {
      yield { file, line: 1, says: `the header is in no namespace. Write ${ours}.` };
    }
  }
}

// Splits at the commas outside of brackets.
const parametersOf = (list) => {
  const parameters = [''];
  let depth = 0;
  for (const c of list) {
    if ('(<[{'.includes(c)) depth++;
    if (')>]}'.includes(c)) depth--;
    if (c === ',' && depth === 0) parameters.push('');
    else parameters[parameters.length - 1] += c;
  }
  return parameters;
};

/** No bool parameter in what a header declares: a call must say which of the two ways it means. */
export function* boolArguments(tree) {
  for (const file of headers(tree)) {
    for (const { begin, end } of declarationsIn(file.code).lists) {
      const list = file.code.slice(begin, end);
      if (!parametersOf(list).some((one) => /^\s*(const\s+)?bool\b(?!\s*\()/.test(one))) continue;
      const line = file.lineOf(begin + list.search(/\bbool\b/));
      yield { file, line, says: 'a bool parameter. Name the two ways: an enum, or two functions.' };
    }
  }
}
