// Builds src/sw/sw.ts to /sw.js, with the list of every file of this build in it.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import type { Plugin } from 'vite';

const source = new URL('./src/sw/sw.ts', import.meta.url);

/** Files that Vite copies from public/ as they are. */
const copied = ['icon.svg'];

const hashOf = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 16);

export const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const built = Object.values(bundle);
      const names = [...built.map(({ fileName }) => fileName), ...copied].sort();
      const contents = built.map((file) => hashOf(file.type === 'chunk' ? file.code : file.source));
      const version = hashOf([...names, ...contents.sort()].join(' '));
      // The page itself is asked for by its folder.
      const files = names.map((name) => (name === 'index.html' ? './' : `./${name}`));
      const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), {
        compilerOptions: { target: ts.ScriptTarget.ES2022, removeComments: true },
      });
      const head = `const FILES=${JSON.stringify(files)},VERSION=${JSON.stringify(version)};\n`;
      // Not every browser takes modules here.
      const script = outputText.replace(/^export \{\};$/m, '');
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: head + script });
    },
  },
});
