// The page of the store's tests. It is built and served like the app, under the same policy, and never
// shipped with it.

import { defineConfig } from 'vite';
import { headers } from '../../csp.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  appType: 'mpa',
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  preview: { host: '127.0.0.1', strictPort: true, headers },
});
