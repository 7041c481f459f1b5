// Two rules of this house: who may import whom, and that words come from the pack.

import { dirname, relative, resolve, sep } from 'node:path';

const root = resolve(import.meta.dirname, 'src');

/** Each layer and the layers it may import. A feature is a layer of its own under `features`. */
const mayImport = {
  engine: ['engine', 'generated'],
  words: ['words', 'generated'],
  ui: ['ui'],
  store: ['store', 'engine', 'generated'],
  book: ['book', 'engine', 'store'],
  features: ['book', 'engine', 'store', 'ui', 'words'],
  screens: ['book', 'engine', 'store', 'ui', 'words', 'features', 'screens'],
};

/** A file as its layer and, for a feature, its name. Files directly in src compose everything. */
const placeOf = (file) => {
  const parts = relative(root, file).split(sep);
  if (parts[0] === '..') return { layer: parts[1] === 'generated' ? 'generated' : 'outside' };
  if (parts.length === 1) return { layer: 'page' };
  return { layer: parts[0], feature: parts[0] === 'features' ? parts[1] : undefined };
};

const allowed = (from, to) => {
  if (from.layer === 'page' || from.layer === 'outside') return true;
  if (from.feature !== undefined && from.feature === to.feature) return true;
  return mayImport[from.layer]?.includes(to.layer) ?? false;
};

const layers = {
  meta: { type: 'problem', schema: [] },
  create: (context) => {
    const from = placeOf(context.filename);
    const look = (node) => {
      const path = node.source?.value;
      if (typeof path !== 'string' || !path.startsWith('.')) return;
      const to = placeOf(resolve(dirname(context.filename), path));
      if (allowed(from, to)) return;
      const message = `${from.feature ?? from.layer} may not import ${to.feature ?? to.layer}.`;
      context.report({ node, message });
    };
    return { ImportDeclaration: look, ExportNamedDeclaration: look, ExportAllDeclaration: look };
  },
};

const spoken = new Set(['alt', 'aria-description', 'aria-label', 'label', 'placeholder', 'title']);
const hasLetters = (text) => /\p{L}/u.test(text);

/** Style and script bodies are no text a person reads. */
const isMarkup = (node) =>
  node.parent?.type !== 'SvelteStyleElement' && node.parent?.type !== 'SvelteScriptElement';

const noLiteralText = {
  meta: { type: 'problem', schema: [] },
  create: (context) => {
    const refuse = (node) => {
      context.report({ node, message: 'Words come from the pack: use say().' });
    };
    return {
      SvelteText: (node) => {
        if (isMarkup(node) && hasLetters(node.value)) refuse(node);
      },
      'SvelteMustacheTag > Literal': (node) => {
        if (typeof node.value === 'string' && hasLetters(node.value)) refuse(node);
      },
      SvelteAttribute: (node) => {
        const says = node.value.some(
          ({ type, value }) => type === 'SvelteLiteral' && hasLetters(value),
        );
        if (spoken.has(node.key.name) && says) refuse(node);
      },
    };
  },
};

export default { rules: { layers, 'no-literal-text': noLiteralText } };
