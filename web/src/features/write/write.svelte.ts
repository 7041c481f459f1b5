// Writing: the message and the letter that stays here, each a draft of its own, in memory only.

import type { Engine } from '../../engine/engine';
import { createDraft } from './draft.svelte';
import { createEditor } from './editor.svelte';
import type { PurposeId } from './purposes';

export const createWrite = (engine: Engine) => {
  const message = createEditor(createDraft(engine));
  const letter = createEditor(createDraft(engine));
  let purpose = $state<PurposeId | null>(null);
  let atLetter = $state(false);

  return {
    message,
    letter,
    get purpose() {
      return purpose;
    },
    choose: (id: PurposeId) => {
      purpose = id;
    },
    /** Asks again what it is for. The text stays. */
    reconsider: () => {
      purpose = null;
    },
    /** Whether the letter was asked for. */
    get atLetter() {
      return atLetter;
    },
    toLetter: () => {
      atLetter = true;
    },
    leaveLetter: () => {
      atLetter = false;
    },
    /** The reader's rules come when writing is first opened, not before. */
    begin: () => void engine.openReader(),
    wipe: () => {
      for (const editor of [message, letter]) {
        editor.attach(null);
        editor.draft.wipe();
      }
      purpose = null;
      atLetter = false;
    },
  };
};

export type Write = ReturnType<typeof createWrite>;
