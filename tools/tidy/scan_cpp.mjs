// What is declared in a C++ file: function bodies and parameter lists, outside of functions.
//
// Not a parser. It walks through namespaces and classes, gathers the words in front of each brace
// and tells by them whether a body, a scope or a value begins there.

import { bracketsIn } from './brackets.mjs';

const kQualifiers = String.raw`(?:const|volatile|noexcept|override|final|mutable|try|&&?|\(\)|\s)*`;
const kFunction = new RegExp(String.raw`\(\)${kQualifiers}(?:->[^=;]*)?(?:requires\b[^=]*)?$`);
const kLambda = new RegExp(String.raw`=\s*\[[^\]]*\]${kQualifiers}(?:->[^=;]*)?$`);

// A head is the text since the last end of a declaration, each pair of brackets as "()".
const whatOpens = (head) => {
  const words = head.trim();
  if (/^(inline\s+)?namespace\b/.test(words) || /^extern\s*"[^"]*"$/.test(words)) return 'scope';
  if (/\benum\b[^()]*$/.test(words)) return 'value';
  if (/\bconcept\b/.test(words) || /\brequires\s*(\(\))?$/.test(words)) return 'value';
  if (kFunction.test(words) || kLambda.test(words)) return 'body';
  if (/\b(class|struct|union)\b/.test(words) && !/[^=!<>]=(?!=)[^>]*$/.test(words)) return 'scope';
  return 'value';
};

/** {bodies: [{begin, end}], lists: [{begin, end}]}, offsets into the code. A body begins with its
 * declaration; a list is the inside of round brackets. */
export const declarationsIn = (code) => {
  const { closing } = bracketsIn(code);
  const bodies = [];
  const lists = [];
  let head = '';
  let begin = 0;
  for (let at = 0; at < code.length; at++) {
    const c = code[at];
    const end = closing.get(at) ?? code.length;
    const opens = c === '{' ? whatOpens(head) : '';
    if (opens === 'body') bodies.push({ begin, end });
    if (c === '(') lists.push({ begin: at + 1, end });
    if (c === '(' || opens === 'value') {
      head += '()';
      at = end;
    } else if (/[;{}]/.test(c) || (c === ':' && /^(public|protected|private)\s*$/.test(head))) {
      head = '';
      if (opens === 'body') at = end;
    } else if (head !== '' || /\S/.test(c)) {
      if (head === '') begin = at;
      head += c;
    }
  }
  return { bodies, lists };
};
