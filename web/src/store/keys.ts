// A key that a person types, tried on a header.

import { done, fail } from '../engine/result';
import type { Result } from '../engine/result';
import { unlockByCode, unlockByPassphrase, vaultIn } from './header';
import type { Header } from './header';
import type { Opened } from './entry';
import type { Outside } from './outside';
import { codeOf } from './recovery';
import type { Key, Keeping, StoreError } from './store';

const opened = (
  { crypto }: Outside,
  header: Header,
  key: Result<Uint8Array, StoreError>,
): Result<Opened, StoreError> =>
  key.ok ? done({ crypto, key: key.value, vault: vaultIn(header) }) : key;

/** The recovery words as a list. */
export const listOf = async (outside: Outside): Keeping<readonly string[]> => {
  try {
    return done(await outside.words());
  } catch {
    return fail({ type: 'Unreachable' });
  }
};

export const openWith = async (outside: Outside, header: Header, key: Key): Keeping<Opened> => {
  const { crypto } = outside;
  if (key.type === 'Passphrase') {
    return opened(outside, header, unlockByPassphrase(crypto, header, key.passphrase));
  }
  const list = await listOf(outside);
  if (!list.ok) return list;
  const code = codeOf(crypto, list.value, key.words);
  if (!code.ok) return fail({ type: 'NoWords', because: code.error });
  return opened(outside, header, unlockByCode(crypto, header, code.value));
};
