// The store's worker, its own side: libsodium comes with the first question, the list of recovery
// words with the first code. One vault at most; one message is answered with one.

import wordsUrl from '../../generated/recovery-words.txt?url';
import { done, fail } from '../engine/result';
import { openCrypto } from './crypto';
import { make, planRestore, restore, unlock } from './doors';
import { indexedShelves } from './indexed';
import { locked } from './open-vault';
import { browserChannel, browserHold } from './outside';
import type { Outside } from './outside';
import { wordList } from './recovery';
import type { Asking } from './remote';
import type { Restorable } from './restoring';
import type { Keeping, News } from './store';
import type { Vault } from './vault';

let list: Promise<readonly string[]> | null = null;

const fetchWords = async (): Promise<readonly string[]> => {
  const response = await fetch(wordsUrl);
  if (!response.ok) throw new Error(`status ${String(response.status)}`);
  return wordList(await response.text());
};

const words = (): Promise<readonly string[]> => {
  const coming = (list ??= fetchWords());
  coming.catch(() => {
    list = null;
  });
  return coming;
};

const outside: Promise<Outside> = openCrypto().then((crypto) => ({
  crypto,
  shelves: indexedShelves,
  words,
  hold: browserHold,
  channel: browserChannel,
}));

let vault: Vault | null = null;
let planned: Restorable | null = null;

const tell = (news: News): void => {
  postMessage({ type: 'news', news });
};

/** What is asked of a vault that is open. */
const askedOf = (open: Vault, asking: Asking): Keeping<unknown> => {
  switch (asking.ask) {
    case 'read':
      return open.read();
    case 'append':
      return open.append(asking.events);
    case 'settings':
      return open.settings();
    case 'set':
      return open.set(asking.settings);
    case 'changePassphrase':
      return open.changePassphrase(asking.old, asking.next);
    case 'newWords':
      return open.newWords();
    case 'backup':
      return open.backup();
    case 'planMerge':
      return open.planMerge(asking.file, asking.key);
    case 'merge':
      return open.merge();
    case 'lock':
      return open.lock(asking.where);
    default:
      return Promise.resolve(fail({ type: 'Exists' }));
  }
};

/** The ways to a vault. Each leaves it in `vault`. */
const opening = async (asking: Asking): Keeping<unknown> => {
  const world = await outside;
  switch (asking.ask) {
    case 'make': {
      const made = await make(world, asking.passphrase, asking.memory, tell);
      if (!made.ok) return made;
      ({ vault } = made.value);
      return done(made.value.words);
    }
    case 'unlock': {
      const unlocked = await unlock(world, asking.key, tell);
      if (!unlocked.ok) return unlocked;
      vault = unlocked.value;
      return done(true);
    }
    case 'planRestore': {
      const plan = await planRestore(world, asking.file, asking.key);
      planned = plan.ok ? plan.value.restorable : null;
      return plan.ok ? done(plan.value.plan) : plan;
    }
    case 'restore': {
      if (planned === null) return locked;
      const restored = await restore(world, planned, asking.memory, tell);
      if (!restored.ok) return restored;
      vault = restored.value;
      planned = null;
      return done(true);
    }
    default:
      return locked;
  }
};

addEventListener('message', ({ data }: MessageEvent<Asking & { readonly turn: number }>) => {
  const reply = (result: unknown): void => {
    postMessage({ type: 'reply', turn: data.turn, device: vault?.device() ?? '', result });
  };
  const answered = vault === null ? opening(data) : askedOf(vault, data);
  answered.then(reply, () => {
    // Libsodium did not come, or a mistake of ours. Nothing of what was asked goes into the error.
    reply(fail({ type: 'Unreachable' }));
  });
});
