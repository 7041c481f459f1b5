// Who imports whom in web/src: a feature never its sibling, ui nothing of ours, only screens see
// two features, and one file alone knows WebAssembly.

import { posix } from 'node:path';

const kImport = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew\s+URL\s*\(\s*)(['"])((?:(?!\1)[^\\\n])+)\1/g;
const kWasmFile = 'web/src/engine/wasm.ts';

const sources = (tree) =>
  [...tree.values()].filter((file) => file.path.startsWith('web/src/') && file.kind !== 'other');

// The path from web/src/ on, or nothing for what is not ours.
const targetOf = (path, specifier) => {
  if (/^[@~]\//.test(specifier)) return specifier.slice(2);
  if (specifier.startsWith('/src/')) return specifier.slice('/src/'.length);
  if (specifier.startsWith('$')) return specifier.slice(1).replace(/^lib\//, '');
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(path), specifier).replace(/^web\/src\//, '');
};

const importsOf = (file) =>
  [...file.said.matchAll(kImport)].flatMap((found) => {
    const target = targetOf(file.path, found[2]);
    return target === undefined ? [] : [{ target, line: file.lineOf(found.index) }];
  });

const featureOf = (target) => /^features\/([^/]+)/.exec(target)?.[1];

const isWordsOrTokens = (target) =>
  target.split('/').some((part) => /^(words|tokens)$/.test(part.replace(/\..*$/, '')));

const faultOf = (from, target) => {
  const feature = featureOf(target);
  const own = featureOf(from);
  if (own && feature && feature !== own) {
    return `${own} imports its sibling ${feature}. Compose them in screens/`;
  }
  if (from.startsWith('ui/') && !target.startsWith('ui/') && !isWordsOrTokens(target)) {
    return `ui imports ${target}. Pass it in as a property`;
  }
  const isAbove = own || from.startsWith('screens/') || !from.includes('/');
  if (feature && !isAbove) return `${from} lies under the feature ${feature}. Turn it round`;
  return own && target.startsWith('screens/') ? 'a feature imports a screen. Turn it round' : '';
};

// main.ts and App.svelte stand above the screens and may see one feature, but compose none.
const seesTwo = (from, imports) => {
  if (from.includes('/')) return undefined;
  const first = imports.find(({ target }) => featureOf(target));
  const isOther = ({ target }) =>
    featureOf(target) && featureOf(target) !== featureOf(first.target);
  return first && imports.find(isOther);
};

export function* webImports(tree) {
  for (const file of sources(tree)) {
    const from = file.path.slice('web/src/'.length);
    const imports = importsOf(file);
    for (const { target, line } of imports) {
      const fault = faultOf(from, target);
      if (fault) yield { file, line, says: `${fault}.` };
    }
    const second = seesTwo(from, imports);
    if (!second) continue;
    yield {
      file,
      line: second.line,
      says: 'two features outside of a screen. Compose in screens/.',
    };
  }
}

export function* webAssembly(tree) {
  for (const file of sources(tree)) {
    if (file.path === kWasmFile) continue;
    const found = /\bWebAssembly\b/.exec(file.code);
    if (!found) continue;
    const line = file.lineOf(found.index);
    yield { file, line, says: `WebAssembly outside of ${kWasmFile}. Ask the engine.` };
  }
}
