// All checks by name, and one run over a tree. The name is what exempt.toml calls a check by.

import * as headers from './check_headers.mjs';
import * as includes from './check_layers.mjs';
import * as leftovers from './check_leftovers.mjs';
import * as length from './check_length.mjs';
import * as names from './check_names.mjs';
import * as web from './check_web.mjs';
import { words } from './check_words.mjs';
import { withoutExempt } from './exempt.mjs';

/** Each takes the tree and the rules of layers.toml, and gives {file, line, says} one by one. */
export const checks = {
  layers: includes.layers,
  libraries: includes.libraries,
  world: includes.world,
  'function-length': length.functions,
  'file-length': length.files,
  'file-name': names.fileNames,
  'empty-name': names.emptyNames,
  opening: headers.openings,
  namespace: headers.namespaces,
  'bool-argument': headers.boolArguments,
  note: leftovers.notes,
  'machine-path': leftovers.machinePaths,
  'package-host': leftovers.packageHosts,
  'lock-file': leftovers.lockFiles,
  console: leftovers.consoles,
  'large-file': leftovers.largeFiles,
  words,
  'web-imports': web.webImports,
  'web-assembly': web.webAssembly,
};

const byPlace = (a, b) =>
  a.file.path < b.file.path ? -1 : a.file.path > b.file.path ? 1 : a.line - b.line;

/** What is wrong in the tree, in the order of the files. */
export const findingsIn = (tree, rules, exemptions, exemptFile) => {
  const findings = Object.entries(checks).flatMap(([check, run]) =>
    [...run(tree, rules)].map((found) => ({ check, ...found })),
  );
  return withoutExempt(findings, exemptions, exemptFile).sort(byPlace);
};
