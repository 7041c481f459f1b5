// What must not be committed: notes to oneself, what a machine or a registry left behind, large
// files, and anything that could print a person's words.

const kMostBytes = 512_000;

// Written so that none of these patterns matches itself.
const kNote = /\b(?:TOD[O]|FIXM[E]|XX[X])\b/g;
const kMachinePath = /(?<![\w.\-/})])\/(?:work|home|root|Users)\/[\w.-]/g;
const kHosts = [
  /registry\.|npmjs|yarnpkg|unpkg\.com|jsdelivr|esm\.sh|cdnjs|verdaccio|artifactory|nexus\./,
  /pypi\.|pythonhosted|crates\.io|proxy\.golang|debian\.org\/debian|archive\.ubuntu/,
];
const kPackageHost = new RegExp(
  [
    ...kHosts.map((hosts) => String.raw`\b(?:https?|git\+\w+):\/\/[\w.-]*(?:${hosts.source})`),
    String.raw`^\s*(?:\S*:)?registry\s*=|--index-url[ =]`,
  ].join('|'),
  'gm',
);

const isCode = (file) =>
  file.kind !== 'other' ||
  /\.(sh|cmake|toml|css|html|sql|ya?ml|json)$|(^|\/)(Makefile|CMakeLists\.txt)$/.test(file.path);

function* matches(files, pattern, says) {
  for (const file of files) {
    for (const { index } of file.text.matchAll(pattern)) {
      yield { file, line: file.lineOf(index + 1), says };
    }
  }
}

export function* notes(tree) {
  const code = [...tree.values()].filter(isCode);
  yield* matches(code, kNote, 'a note to oneself. Do it, or open an issue.');
}

export function* machinePaths(tree) {
  yield* matches(tree.values(), kMachinePath, 'a path of one machine. Write it from the root on.');
}

export function* packageHosts(tree) {
  const says = 'the address of a package host. Leave it out: each machine has its own.';
  yield* matches(tree.values(), kPackageHost, says);
}

export function* lockFiles(tree) {
  const locks = [...tree.values()].filter((file) => file.path.endsWith('package-lock.json'));
  const says = 'a resolved address in the lock file. Relock with the settings of web/.npmrc.';
  yield* matches(locks, /"resolved"/g, says);
}

/** The app prints nothing to the console: what it holds is private. */
export function* consoles(tree) {
  for (const file of tree.values()) {
    if (!file.path.startsWith('web/src/') || file.isTest || file.isGenerated) continue;
    // A component's markup can call too, and is not in its code.
    const text = file.kind === 'svelte' ? file.text : file.code;
    for (const { 0: call, index } of text.matchAll(/\bconsole\s*\.\s*\w+/g)) {
      yield { file, line: file.lineOf(index), says: `${call} in the app. Take it out.` };
    }
  }
}

export function* largeFiles(tree) {
  for (const file of tree.values()) {
    if (file.bytes <= kMostBytes || file.path.startsWith('docs/screens/')) continue;
    const says = `a file of ${Math.ceil(file.bytes / 1000)} kB; 512 is the most. Cut it.`;
    yield { file, line: 1, says };
  }
}
