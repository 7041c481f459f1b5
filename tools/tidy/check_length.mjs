// How long a function, a file, a component may be.

import { declarationsIn } from './scan_cpp.mjs';
import { functionsIn } from './scan_script.mjs';

const kFunctionLines = 60;
const kFileLines = 500;
const kComponentLines = 150;
const kModuleLines = 300;

const isMeasured = (file) =>
  !file.isGenerated &&
  (file.kind !== 'other' ||
    /\.(sh|cmake)$|(^|\/)CMakeLists\.txt$|^(guide|lang)\/.*\.toml$/.test(file.path));

const bodiesOf = (file) => {
  if (file.kind === 'cpp') return declarationsIn(file.code).bodies;
  return file.kind === 'other' ? [] : functionsIn(file.code);
};

export function* functions(tree) {
  for (const file of tree.values()) {
    if (file.isGenerated) continue;
    for (const { begin, end } of bodiesOf(file)) {
      const line = file.lineOf(begin);
      const lines = file.lineOf(end) - line + 1;
      if (lines <= kFunctionLines) continue;
      yield {
        file,
        line,
        says: `a function of ${lines} lines; ${kFunctionLines} is the most. Cut it by thoughts.`,
      };
    }
  }
}

const limitOf = (file) => {
  if (file.kind === 'svelte') return [kComponentLines, 'a component'];
  const isModule = /^web\/.*\.ts$/.test(file.path) && !file.isTest;
  return isModule ? [kModuleLines, 'a module'] : [kFileLines, 'a file'];
};

export function* files(tree) {
  for (const file of tree.values()) {
    if (!isMeasured(file)) continue;
    const [most, what] = limitOf(file);
    if (file.lines <= most) continue;
    const says = `${what} of ${file.lines} lines; ${most} is the most. Cut it.`;
    yield { file, line: most + 1, says };
  }
}
