// Runs what the README shows: each command of a ```console block, compared with the lines under it.
//
//   node tools/readme/examples.mjs [COUNTS.json]
//
// A block is one shell, so that a variable or `echo $?` works as on the page. It starts in the root
// of the repository with build/ first on the PATH; home and temporary files lie in a fresh folder.
// Standard error is part of what is printed. COUNTS.json is what tools/tests/sum.mjs reads.

import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { agrees, blocksIn, difference } from './console.mjs';

const kBlockLimitMs = 120_000; // A block is a few calls of a program that takes milliseconds.

// What a block leaves running ends with it: a server it started would hold our pipe open.
const kOpening = "exec 2>&1\ntrap 'kill $(jobs -p) 2>/dev/null' EXIT\n";

// The mark says where the output of a command ends; the subshell hands its status on to `$?`.
const scriptOf = (examples, mark) =>
  examples
    .map(
      ({ command }) => `${command}\n{ __status=$?; } 2>/dev/null; echo ${mark}; (exit $__status)\n`,
    )
    .join('');

const environmentIn = (root, folder) => ({
  ...process.env,
  PATH: `${join(root, 'build')}:${process.env.PATH}`,
  HOME: folder,
  TMPDIR: folder,
  NO_COLOR: '1',
  LC_ALL: 'C.UTF-8',
});

const printedBy = (examples, root) => {
  const folder = mkdtempSync(join(tmpdir(), 'amends-readme-'));
  const mark = `end-${randomUUID()}`;
  try {
    const { stdout } = spawnSync('bash', ['-c', kOpening + scriptOf(examples, mark)], {
      cwd: root,
      env: environmentIn(root, folder),
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: kBlockLimitMs,
      maxBuffer: 1 << 26,
    });
    return stdout.toString('utf8').split(`${mark}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** {passed, failed, failures} over all blocks; a failure is {line, command, difference}. */
export const runExamples = (markdown, root) => {
  const failures = [];
  let count = 0;
  for (const examples of blocksIn(markdown)) {
    const printed = printedBy(examples, root);
    examples.forEach(({ line, command, expected }, index) => {
      count++;
      // The last piece is what stands behind the last mark: the shell died before its end.
      const ended = index < printed.length - 1;
      const lines = (printed[index] ?? '').split('\n');
      if (ended && agrees(expected, lines)) return;
      const note = ended ? [] : ['  ! the shell ended, or the time was up, before this was done'];
      failures.push({ line, command, difference: [...difference(expected, lines), ...note] });
    });
  }
  return { passed: count - failures.length, failed: failures.length, failures };
};

const main = (countsPath) => {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const page = join(root, 'README.md');
  if (!existsSync(page)) {
    console.error('readme: there is no README.md to try. Write it.');
    return 2;
  }
  const markdown = readFileSync(page, 'utf8');
  const { passed, failed, failures } = runExamples(markdown, root);
  for (const failure of failures) {
    console.log(`README.md:${failure.line}: $ ${failure.command}`);
    console.log(failure.difference.join('\n'));
  }
  console.log(`readme: ${passed + failed} examples, ${failed} failed`);
  if (countsPath) {
    const names = failures.map(({ line, command }) => `README.md:${line}: ${command}`);
    const counts = { passed, failed, ...(failed > 0 && { failures: names }) };
    writeFileSync(countsPath, `${JSON.stringify(counts)}\n`);
  }
  return failed === 0 ? 0 : 1;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = main(process.argv[2]);
}
