// Where the comments and the literals of a C++ text are. Knows raw strings, digit separators
// (1'000 opens no character) and lines that go on behind a backslash.

const kToken = new RegExp(
  [
    /(?<comment>\/\/(?:\\\r?\n|[^\n])*|\/\*[\s\S]*?(?:\*\/|$))/,
    /(?<raw>(?:u8|[uUL])?R"(?<fence>[^()\\\s]{0,16})\([\s\S]*?\)\k<fence>")/,
    /(?<text>"(?:[^"\\\n]|\\[\s\S])*"?)/,
    /(?<letter>'(?:[^'\\\n]|\\[\s\S])*'?)/,
    /\.?\d(?:[eEpP][+-]|'?[\w.])*/,
    /\w+/,
    /[\s\S]/,
  ]
    .map((token) => token.source)
    .join('|'),
  'g',
);

/** Comments and literals in order, as {kind: 'comment' | 'literal', begin, end}. */
export const partsOfCpp = (text) => {
  const parts = [];
  for (const found of text.matchAll(kToken)) {
    const { comment, raw, text: quoted, letter } = found.groups;
    const literal = raw ?? quoted ?? letter;
    if (comment === undefined && literal === undefined) continue;
    const kind = comment === undefined ? 'literal' : 'comment';
    parts.push({ kind, begin: found.index, end: found.index + found[0].length });
  }
  return parts;
};

/** The preprocessor's lines of a text whose comments are blanked. */
export const directivesOf = (text) =>
  [...text.matchAll(/^[ \t]*#(?:\\[\s\S]|[^\n\\])*/gm)].map((found) => ({
    kind: 'directive',
    begin: found.index,
    end: found.index + found[0].length,
  }));
