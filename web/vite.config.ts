import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import { headers } from './csp.ts';
import { serviceWorker } from './vite.sw.ts';

const wordsFile = new URL('./generated/words.json', import.meta.url);

/** Title, description, language and install name are words too: neutral ones, from the pack. */
const neutralWords = (): Plugin => {
  const say = (key: string): string => {
    const words: Record<string, string> = JSON.parse(readFileSync(wordsFile, 'utf8'));
    const found = words[key];
    if (found === undefined) throw new Error(`generated/words.json has no "${key}"`);
    return found;
  };
  return {
    name: 'neutral-words',
    transformIndexHtml: (html) => html.replace(/%([a-z._]+)%/g, (_, key: string) => say(key)),
    generateBundle() {
      const manifest = {
        name: say('frame.page.title'),
        short_name: say('frame.page.title'),
        lang: say('frame.page.language'),
        start_url: '.',
        display: 'standalone',
        background_color: '#faf7f0',
        theme_color: '#faf7f0',
        icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }],
      };
      this.emitFile({
        type: 'asset',
        fileName: 'manifest.webmanifest',
        source: JSON.stringify(manifest),
      });
    },
  };
};

export default defineConfig({
  base: './',
  // One page at one address. Any other address is not there, instead of being this page again.
  appType: 'mpa',
  plugins: [neutralWords(), svelte(), serviceWorker()],
  // No data: URLs and no inline script, for the content security policy allows neither.
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  preview: { host: '127.0.0.1', port: 8787, strictPort: true, headers },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
