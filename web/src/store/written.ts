// A vault as tests write it: cheap to open, two devices, a few events.

import { readFileSync } from 'node:fs';
import { hex, joined, utf8 } from './bytes';
import type { Bytes } from './bytes';
import { writeBackup } from './backup';
import { openCrypto } from './crypto';
import type { Cost, Crypto } from './crypto';
import { NO_TIP, sealEntry } from './entry';
import type { Opened } from './entry';
import { newVault, vaultIn } from './header';
import type { NewVault } from './header';
import { wordList } from './recovery';

export const root = new URL('../../../', import.meta.url);

export const PASSPHRASE = 'schöner Tag €';
export const CHEAP: Cost = { passes: 1, memory_kib: 8 };

export const words = wordList(readFileSync(new URL('lang/recovery-words.txt', root), 'utf8'));

export const event = (tick: number, text = ''): string =>
  JSON.stringify({
    v: 1,
    at: 1764000000000,
    tick,
    device: '10'.repeat(16),
    type: 'draft',
    id: `d${String(tick)}`,
    text,
  });

export interface Written extends NewVault {
  readonly opened: Opened;
  readonly file: Bytes;
}

export const newKeys = (crypto: Crypto, cost: Cost = CHEAP): NewVault => {
  const made = newVault(crypto, PASSPHRASE, cost);
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
};

/** One list of events for each device, whose id is its place in the list. */
export const written = async (
  devices: readonly (readonly string[])[],
  cost: Cost = CHEAP,
): Promise<Written> => {
  const crypto = await openCrypto();
  const made = newKeys(crypto, cost);
  const opened = { crypto, key: made.key, vault: vaultIn(made.header) };
  const entries = devices.flatMap((events, i) => {
    const device = new Uint8Array(16).fill(i + 1);
    let tip = NO_TIP;
    return events.map((each) => {
      const sealed = sealEntry(opened, device, tip, utf8(each));
      ({ tip } = sealed);
      return { device: hex(device), sequence: tip.sequence, bytes: sealed.bytes };
    });
  });
  return { ...made, opened, file: joined(writeBackup(made.header, opened, entries)) };
};
