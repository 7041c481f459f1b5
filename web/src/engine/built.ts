// The core as it was built, for tests: the same files that the page fetches.

import { readFileSync } from 'node:fs';
import type { Engine } from './engine';
import { createLocalEngine } from './local';
import type { Pack } from './pack';

const built = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../../generated/${name}`, import.meta.url)));

export const builtRules = (): Uint8Array => built('reader.bin');

export const engineWith = (fetchRules: () => Promise<Uint8Array>): Engine =>
  createLocalEngine(built('amends.wasm'), built('guide.json'), fetchRules);

export const builtEngine = (): Engine => engineWith(() => Promise.resolve(builtRules()));

export const builtPack = async (): Promise<Pack> => {
  const pack = await builtEngine().pack();
  if (!pack.ok) throw new Error(JSON.stringify(pack.error));
  return pack.value;
};
