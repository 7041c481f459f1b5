// Where the comments and the literals of a TypeScript or JavaScript text are. Knows templates with
// code in them, and tells a regular expression from a division by what stands before it.

const kSpace = /\s+/y;
const kComment = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const kQuoted = /'(?:[^'\\\n]|\\[\s\S])*'?|"(?:[^"\\\n]|\\[\s\S])*"?/y;
const kTemplate = /[`}](?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{|$)/y;
const kRegex = /\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;
const kWord = /[\w$]+/y;

// After these a slash opens a regular expression, though they are words.
const kBeforeValue = new Set(
  'return typeof case in of delete void throw new await yield else do'.split(' '),
);

const matchAt = (pattern, text, at) => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

// `open` has one count for each `${` that is open: the braces open within it.
const templateAt = (text, at, open) => {
  const resumes = text[at] === '}' && open.at(-1) === 0;
  if (!resumes && text[at] !== '`') return '';
  if (resumes) open.pop();
  const found = matchAt(kTemplate, text, at);
  if (found.endsWith('${')) open.push(0);
  return found;
};

const literalAt = (text, at, open, afterValue) => {
  const c = text[at];
  if (c === "'" || c === '"') return matchAt(kQuoted, text, at);
  if (c === '`' || c === '}') return templateAt(text, at, open);
  return c === '/' && !afterValue ? matchAt(kRegex, text, at) : '';
};

/** Comments and literals in order, as {kind: 'comment' | 'literal', begin, end}. */
export const partsOfScript = (text) => {
  const parts = [];
  const open = [];
  let afterValue = false;
  for (let at = 0; at < text.length;) {
    const space = matchAt(kSpace, text, at);
    const comment = matchAt(kComment, text, at);
    const literal = space || comment ? '' : literalAt(text, at, open, afterValue);
    const word = matchAt(kWord, text, at);
    const token = space || comment || literal || word || text[at];
    if (comment) parts.push({ kind: 'comment', begin: at, end: at + token.length });
    if (literal) {
      parts.push({ kind: 'literal', begin: at, end: at + token.length });
      afterValue = !literal.endsWith('${');
    } else if (!space && !comment) {
      if (open.length > 0 && token === '{') open[open.length - 1]++;
      if (open.length > 0 && token === '}') open[open.length - 1]--;
      afterValue = word ? !kBeforeValue.has(word) : token === ')' || token === ']';
    }
    at += token.length;
  }
  return parts;
};
