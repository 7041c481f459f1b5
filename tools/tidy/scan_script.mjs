// The functions of a TypeScript or JavaScript file, nested ones too. Not a parser: it judges each
// brace by what stands in front of it.

import { bracketsIn } from './brackets.mjs';

const kControl = /\b(?:if|for|while|switch|catch|with|await)\s*$/;
const kReturnType = /\)\s*:\s*[^;=()]*$/;
// A describe or suite gathers tests as a namespace gathers functions. It is no function.
const kGathers = /\b(?:describe|suite)(?:\.\w+)*\s*\([^()]*$/;

// Where the function begins whose body opens at `brace`, or -1 when none does.
const beginOf = (code, opening, brace) => {
  const before = code.slice(0, brace).trimEnd();
  if (before.endsWith('=>')) {
    const parameters = before.slice(0, -2).trimEnd();
    return parameters.endsWith(')') ? (opening.get(parameters.length - 1) ?? -1) : brace;
  }
  const typed = kReturnType.exec(before);
  const end = before.endsWith(')') ? before.length - 1 : typed?.index;
  const begin = end === undefined ? -1 : (opening.get(end) ?? -1);
  return begin < 0 || kControl.test(code.slice(0, begin)) ? -1 : begin;
};

/** The functions with a body, as {begin, end}, offsets into the code. */
export const functionsIn = (code) => {
  const { closing, opening } = bracketsIn(code);
  const found = [];
  for (const [brace, end] of closing) {
    if (code[brace] !== '{') continue;
    const begin = beginOf(code, opening, brace);
    if (begin < 0 || kGathers.test(code.slice(0, begin))) continue;
    found.push({ begin, end });
  }
  return found.sort((a, b) => a.begin - b.begin);
};
