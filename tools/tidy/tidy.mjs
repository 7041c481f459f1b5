// The house rules, as far as a tool can check them. `node tools/tidy/tidy.mjs` looks at every file
// that git tracks or would offer to track, and exits 1 when it finds anything.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { checks, findingsIn } from './checks.mjs';
import { kExemptPath } from './exempt.mjs';
import { File, treeIn } from './tree.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

// The one dependency lies with the app's packages, so that there is one lock file.
const parserIn = (folder) => {
  try {
    return createRequire(join(folder, 'web/package.json'))('smol-toml').parse;
  } catch {
    throw new Error('tidy reads TOML with smol-toml: run tools/setup.sh web first.');
  }
};

const main = () => {
  const parse = parserIn(root);
  const tree = treeIn(root);
  const read = (path) => parse(tree.get(path)?.text ?? '');
  const exemptFile = tree.get(kExemptPath) ?? new File(kExemptPath, Buffer.from(''));
  const exemptions = read(kExemptPath).exempt ?? [];
  const findings = findingsIn(tree, read('layers.toml'), exemptions, exemptFile);
  for (const { file, line, check, says } of findings) {
    console.log(`${file.path}:${line}: ${says} [${check}]`);
  }
  const count = Object.keys(checks).length;
  const found = findings.length === 0 ? 'no findings' : `findings: ${findings.length}`;
  console.log(`tidy: ${count} checks, ${found}`);
  return findings.length === 0 ? 0 : 1;
};

try {
  process.exitCode = main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
