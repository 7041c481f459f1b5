// Which bracket closes which, in code whose comments and literals are blanked.

const kOpening = { ')': '(', ']': '[', '}': '{' };

/** Two maps: from the offset of an opening bracket to its closing one, and back. */
export const bracketsIn = (code) => {
  const closing = new Map();
  const opening = new Map();
  const open = [];
  for (const { 0: bracket, index } of code.matchAll(/[()[\]{}]/g)) {
    const wanted = kOpening[bracket];
    if (!wanted) {
      open.push(index);
      continue;
    }
    // Branches of the preprocessor can open twice and close once: drop what does not fit.
    while (open.length > 0 && code[open.at(-1)] !== wanted) open.pop();
    const begin = open.pop();
    if (begin === undefined) continue;
    closing.set(begin, index);
    opening.set(index, begin);
  }
  return { closing, opening };
};
