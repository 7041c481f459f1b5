// Writing: the message and the letter that stays here, each a draft of its own that the book keeps.

import type { Engine } from '../../engine/engine';
import { createDraft } from './draft.svelte';
import { createEditor } from './editor.svelte';
import { createKept } from './kept.svelte';
import type { Keeper } from './kept.svelte';
import { purposeNamed } from './purposes';
import type { PurposeId } from './purposes';

/** The purpose of a letter that nobody gets. */
const letterPurpose = 'letter';

/** A draft of the book, to write on from. */
export interface Old {
  readonly id: string;
  readonly text: string;
  readonly purpose?: string | undefined;
  readonly isLetter: boolean;
}

const createSheet = (engine: Engine) => {
  const editor = createEditor(createDraft(engine));
  const kept = createKept(editor.draft);
  return {
    editor,
    kept,
    wipe: () => {
      editor.attach(null);
      editor.draft.wipe();
      kept.wipe();
    },
  };
};

export const createWrite = (engine: Engine) => {
  const message = createSheet(engine);
  // A page of its own, so that nothing written to reach out slips through as something to settle.
  const practical = createSheet(engine);
  const letter = createSheet(engine);
  let purpose = $state<PurposeId | null>(null);
  let atLetter = $state(false);
  let handed = $state<string | null>(null);

  const addressed = () => (purpose === 'practical' ? practical : message);
  const sheet = () => (atLetter ? letter : addressed());

  const keep = async (book: Keeper): Promise<boolean> => {
    const social = purpose === 'practical' ? null : purpose;
    const kept = [
      await message.kept.keep(book, social),
      await practical.kept.keep(book, 'practical'),
      await letter.kept.keep(book, letterPurpose),
    ];
    return kept.every((each) => each);
  };

  return {
    get message() {
      return addressed().editor;
    },
    letter: letter.editor,
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
    /** What a text does to the person who gets it. */
    read: engine.read,
    /** Whether the book could not keep what is on the page. */
    get trouble() {
      return sheet().kept.trouble;
    },
    /** Keeps what is written, as far as it changed. */
    keep,
    /** Into the drawer, with a fresh page afterwards. False where it was not written or is empty. */
    putAway: async (book: Keeper): Promise<boolean> => {
      const mine = sheet();
      if (mine.editor.draft.text.trim() === '' || !(await keep(book))) return false;
      handed = mine.kept.lies();
      mine.wipe();
      if (mine !== letter) purpose = null;
      return handed !== null;
    },
    /** The draft that was just put into the drawer, once. */
    take: (): string | null => {
      const id = handed;
      handed = null;
      return id;
    },
    /** A draft of the drawer, to write on from. False where what is on the page could not be kept. */
    takeUp: async (book: Keeper, old: Old): Promise<boolean> => {
      if (!(await keep(book))) return false;
      atLetter = old.isLetter;
      if (!old.isLetter) purpose = purposeNamed(old.purpose)?.id ?? null;
      const next = sheet();
      next.wipe();
      next.kept.takeUp(old);
      return true;
    },
    wipe: () => {
      for (const each of [message, practical, letter]) each.wipe();
      purpose = null;
      atLetter = false;
      handed = null;
    },
  };
};

export type Write = ReturnType<typeof createWrite>;
