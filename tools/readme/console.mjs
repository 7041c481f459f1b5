// The ```console blocks of a Markdown text: commands, what they should print, and how what they
// printed differs.

/** The blocks, as lists of {line, command, expected}. A command may go on behind a backslash, or in
 * lines that begin with "> " as a shell shows them. */
export const blocksIn = (markdown) => {
  const blocks = [];
  let fence = '';
  markdown.split(/\r?\n/).forEach((text, index) => {
    const opens = /^ {0,3}(`{3,}|~{3,})\s*(\S*)/.exec(text);
    if (fence) {
      if (text.trim() === fence) fence = '';
      else if (blocks.at(-1).isConsole) addLine(blocks.at(-1).examples, text, index + 1);
    } else if (opens) {
      fence = opens[1];
      blocks.push({ isConsole: opens[2] === 'console', examples: [] });
    }
  });
  return blocks.filter(({ examples }) => examples.length > 0).map(({ examples }) => examples);
};

const addLine = (examples, text, line) => {
  const last = examples.at(-1);
  if (text.startsWith('$ ')) {
    examples.push({ line, command: text.slice(2), expected: [] });
  } else if (last?.expected.length === 0 && last.command.endsWith('\\')) {
    last.command += `\n${text}`;
  } else if (last?.expected.length === 0 && text.startsWith('> ')) {
    last.command += `\n${text.slice(2)}`;
  } else {
    last?.expected.push(text);
  }
};

const trimmed = (lines) => {
  const out = lines.map((line) => line.trimEnd());
  while (out.at(-1) === '') out.pop();
  return out;
};

/** True when the lines are the expected ones; a line "..." stands for any lines, also for none. */
export const agrees = (expected, printed) => {
  const want = trimmed(expected);
  const got = trimmed(printed);
  // The classic walk: on a mismatch, let the last "..." swallow one line more. No recursion.
  let [w, g, dots, resume] = [0, 0, -1, 0];
  while (g < got.length) {
    if (want[w] === '...') {
      [dots, resume] = [w++, g];
    } else if (w < want.length && want[w] === got[g]) {
      w++;
      g++;
    } else if (dots >= 0) {
      w = dots + 1;
      g = ++resume;
    } else {
      return false;
    }
  }
  return want.slice(w).every((line) => line === '...');
};

/** Both texts without what they begin and end with alike: "-" was expected, "+" was printed. */
export const difference = (expected, printed) => {
  const want = trimmed(expected);
  const got = trimmed(printed);
  let head = 0;
  while (head < want.length && want[head] === got[head]) head++;
  let tail = 0;
  const most = Math.min(want.length, got.length) - head;
  while (tail < most && want.at(-1 - tail) === got.at(-1 - tail)) tail++;
  return [
    ...want.slice(head, want.length - tail).map((line) => `  - ${line}`),
    ...got.slice(head, got.length - tail).map((line) => `  + ${line}`),
  ];
};
