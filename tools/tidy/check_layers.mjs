// The include rules of layers.toml: who may include whom, who may name a library, who may ask the
// world for time, files or chance.

const kWorldHeaders = new Set(['iostream', 'fstream', 'filesystem', 'random']);
const kWorldCalls = [
  [/\b(system_clock|steady_clock|high_resolution_clock)\b/g, 'the clock'],
  // A call, not a declaration: no type stands in front of it.
  [/(?:\breturn\s+|(?<![\w.>&*:]\s*))(?:std::|::)?\b(rand|time)\s*\(/g, 'chance or the clock'],
];

const folderOf = (path) => /^src\/([^/]+)\//.exec(path)?.[1];

const sources = (tree) =>
  [...tree.values()].filter((file) => file.kind === 'cpp' && file.path.startsWith('src/'));

const includesOf = (file) =>
  [...file.said.matchAll(/^[ \t]*#[ \t]*include[ \t]*(["<])([^">\n]+)[">]/gm)].map((found) => ({
    ours: found[1] === '"',
    name: found[2],
    line: file.lineOf(found.index),
  }));

const faultOf = (folder, name, layers) => {
  if (!name.includes('/')) return `include "${name}" names no folder. Write it from src/ on`;
  const target = name.split('/')[0];
  if (target === folder) return '';
  if (!(folder in layers)) return `the folder ${folder} is not in layers.toml. Add it, with an ADR`;
  if (layers[folder].includes(target) || layers[folder].includes(name)) return '';
  return `${folder} may not include "${name}". Pass in what you need, or move the code`;
};

/** Includes of ours only from an allowed folder. */
export function* layers(tree, rules) {
  for (const file of sources(tree)) {
    for (const { ours, name, line } of includesOf(file)) {
      if (!ours || (file.isTest && name.startsWith('tests/'))) continue;
      const fault = faultOf(folderOf(file.path), name, rules.layers);
      if (fault) yield { file, line, says: `${fault}.` };
    }
  }
}

const covers = (place, path) => (place.endsWith('/') ? path.startsWith(place) : path === place);

/** A wrapped library is named only where it is wrapped. */
export function* libraries(tree, rules) {
  for (const file of sources(tree)) {
    for (const { name, line } of includesOf(file)) {
      const places = rules.libraries[name];
      if (!places || places.some((place) => covers(place, file.path))) continue;
      const owner = places.join(', ');
      yield { file, line, says: `only ${owner} may include ${name}. Use what it offers.` };
    }
  }
}

/** No clock, file or chance in the core. Tests are free to read a corpus or to measure. */
export function* world(tree, rules) {
  for (const file of sources(tree)) {
    if (file.isTest || rules.world.folders.includes(folderOf(file.path))) continue;
    for (const { name, line } of includesOf(file)) {
      if (!kWorldHeaders.has(name)) continue;
      yield { file, line, says: `the core includes <${name}>. Pass in what it would read.` };
    }
    for (const [pattern, what] of kWorldCalls) {
      for (const found of file.code.matchAll(pattern)) {
        const line = file.lineOf(found.index + found[0].indexOf(found[1]));
        yield { file, line, says: `the core asks ${what} (${found[1]}). Pass the value in.` };
      }
    }
  }
}
