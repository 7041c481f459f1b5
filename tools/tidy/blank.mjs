// Blanks stretches of a text with spaces. Offsets and lines stay, so that a finding in what is left
// points at the right place in the file.

const spaces = (text) => text.replace(/[^\n]/g, ' ');

/** The text with its parts blanked. A literal keeps a quote at both ends: it stays one thing. */
export const blanked = (text, parts) => {
  let out = '';
  let at = 0;
  for (const { kind, begin, end } of parts) {
    const part = text.slice(begin, end);
    const quoted = kind === 'literal' && part.length > 1;
    out += text.slice(at, begin) + (quoted ? `"${spaces(part.slice(1, -1))}"` : spaces(part));
    at = end;
  }
  return out + text.slice(at);
};

/** Everything blanked but what stands between the tags of a script element. */
export const scriptOf = (svelte) => {
  let out = '';
  let at = 0;
  for (const found of svelte.matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script>/g)) {
    const begin = found.index + found[1].length;
    out += spaces(svelte.slice(at, begin)) + found[2];
    at = begin + found[2].length;
  }
  return out + spaces(svelte.slice(at));
};
