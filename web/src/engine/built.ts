// The core as it was built, for tests: the same files that the page fetches.

import { readFileSync } from 'node:fs';
import type { Engine } from './engine';
import { createLocalEngine } from './local';
import type { Pack } from './pack';

const built = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../../generated/${name}`, import.meta.url)));

export const builtEngine = (): Engine =>
  createLocalEngine(built('amends.wasm'), built('guide.json'), () =>
    Promise.resolve(built('reader.bin')),
  );

export const builtPack = async (): Promise<Pack> => {
  const pack = await builtEngine().pack();
  if (!pack.ok) throw new Error(JSON.stringify(pack.error));
  return pack.value;
};
