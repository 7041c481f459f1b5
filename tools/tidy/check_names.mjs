// Names: how a file in src/ is called, and the words that name nothing.

const kEmptyWords = new Set('util utils helper helpers manager common misc'.split(' '));
const kDeclared = {
  cpp: /\b(?:namespace|class|struct|union|concept|enum)\s+(?:\[\[[^\]]*\]\]\s*)?([\w:]+)/g,
  script: /\b(?:class|interface|type|namespace|enum)\s+(\w+)/g,
};
kDeclared.svelte = kDeclared.script;

const emptyWordIn = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .split(/[^A-Za-z]+/)
    .find((part) => kEmptyWords.has(part.toLowerCase()));

/** snake_case in src/, and .h and .cc only. */
export function* fileNames(tree) {
  for (const file of tree.values()) {
    const name = /^src\/(.*)$/.exec(file.path)?.[1];
    if (name === undefined || /(^|\/)(CMakeLists\.txt|README\.md)$/.test(name)) continue;
    if (!/^([a-z][a-z0-9_]*\/)*[a-z][a-z0-9_]*\.([a-z]+|S)$/.test(name)) {
      yield { file, line: 1, says: 'the file name is not snake_case. Rename it.' };
    } else if (file.kind === 'cpp' && !/\.(h|cc|inc)$/.test(name)) {
      yield { file, line: 1, says: 'C++ here is .h and .cc. Rename it.' };
    }
  }
}

/** No file, namespace or type called after nothing. */
export function* emptyNames(tree) {
  for (const file of tree.values()) {
    const word = emptyWordIn(file.path.replace(/\.\w+$/, ''));
    if (word) yield { file, line: 1, says: `"${word}" in a path names nothing. Say what it is.` };
    const declared = file.isGenerated ? undefined : kDeclared[file.kind];
    for (const found of declared ? file.code.matchAll(declared) : []) {
      const empty = emptyWordIn(found[1]);
      if (!empty) continue;
      const line = file.lineOf(found.index);
      yield { file, line, says: `"${empty}" in ${found[1]} names nothing. Say what it is.` };
    }
  }
}
