// The drawer while one looks into it: which draft is open, what the reader finds in it, and the deeds.
// The text that is copied is read again at that very moment, so that no threat leaves as a copy.

import type { Body, Book } from '../../book/book.svelte';
import type { Answering } from '../../engine/engine';
import type { Reading } from '../../engine/reading';
import { lyingIn } from './lying';
import type { Lying, Want } from './lying';
import { nextOf } from './next';
import type { Around, Next } from './next';

export type DrawerBook = Pick<Book, 'view' | 'put' | 'look' | 'now'>;
export type Read = (text: string) => Answering<Reading>;

/** How a text got out: by the clipboard, or chosen for one's own hand. */
export type CopiedBy = 'clipboard' | 'hand';

/** Asked once, after a copy. */
export type Asked = 'none' | 'asked' | 'sent';

interface Found {
  readonly text: string;
  readonly reading: Reading;
}

export const createDrawer = (book: DrawerBook, read: Read) => {
  let opened = $state<string | null>(null);
  let found = $state.raw<Found | null>(null);
  let lost = $state(false);
  let trouble = $state(false);
  let gone = $state<string | null>(null);
  let copiedBy = $state<CopiedBy | null>(null);
  let asked = $state<Asked>('none');

  const all = $derived(book.view === null ? [] : lyingIn(book.view));
  const here = $derived(all.find(({ id }) => id === opened) ?? null);
  const reading = $derived(found !== null && found.text === here?.text ? found.reading : null);

  const put = async (...bodies: readonly Body[]): Promise<boolean> => {
    const said = await book.put(...bodies);
    trouble = said === null;
    return said !== null;
  };

  /** Of what is open. Nothing of a draft that is not open any more. */
  const look = async (): Promise<void> => {
    const text = here?.text;
    if (text === undefined) return;
    const answered = await read(text);
    if (text !== here?.text) return;
    lost = !answered.ok;
    found = answered.ok ? { text, reading: answered.value } : null;
  };

  const show = (id: string | null): void => {
    opened = id;
    found = null;
    lost = false;
    trouble = false;
    copiedBy = null;
    asked = 'none';
  };

  /** What holds now, not when the page was drawn: the rest, the standing, and the words themselves. */
  const nextNow = async (around: () => Around): Promise<Next | null> => {
    await Promise.all([book.look(), look()]);
    return here === null ? null : nextOf(here, reading, around());
  };

  const takeOut = async (
    around: () => Around,
    copy: (text: string) => Promise<CopiedBy>,
  ): Promise<void> => {
    if ((await nextNow(around)) !== 'ready' || here === null) return;
    const { id, text, kind } = here;
    copiedBy = await copy(text);
    asked = 'asked';
    // x-shared-duties: what was settled is no draft that left the drawer, and counts as none.
    if (kind !== 'practical') await put({ type: 'draft_outcome', draft: id, outcome: 'copied' });
  };

  const noteSent = async ({ id, kind }: Lying): Promise<void> => {
    const about = kind === 'practical' ? 'business' : 'social';
    const contact = {
      type: 'contact',
      id,
      when_ms: book.now(),
      from: 'me',
      kind: 'message',
      about,
    };
    if (await put({ ...contact, gone: false })) asked = 'sent';
  };

  const letGo = async (id: string): Promise<void> => {
    if (!(await put({ type: 'draft', id, gone: true }))) return;
    show(null);
    gone = id;
  };

  return {
    get all() {
      return all;
    },
    get here() {
      return here;
    },
    /** Of the very text that is open. */
    get reading() {
      return reading;
    },
    /** The reader did not answer, so nothing is known of the text. */
    get lost() {
      return lost;
    },
    /** The last deed was not written, and nothing has changed. */
    get trouble() {
      return trouble;
    },
    /** The draft that was let go of last, which can be brought back. */
    get gone() {
      return gone;
    },
    get copiedBy() {
      return copiedBy;
    },
    get asked() {
      return asked;
    },
    open: (id: string): void => {
      gone = null;
      show(id);
      void Promise.all([book.look(), look()]);
    },
    close: (): void => {
      show(null);
    },
    look,
    want: (id: string, want: Want) => put({ type: 'draft', id, wants: want }),
    reread: (id: string) => put({ type: 'reread', draft: id }),
    takeOut,
    keep: (id: string) => put({ type: 'draft_outcome', draft: id, outcome: 'kept' }),
    letGo,
    bringBack: async (): Promise<void> => {
      const id = gone;
      if (id !== null && (await put({ type: 'draft', id, gone: false }))) gone = null;
    },
    noteSent,
    notSent: (): void => {
      asked = 'none';
    },
    /** It was a slip: it was not sent. */
    unsend: async (id: string): Promise<void> => {
      if (await put({ type: 'contact', id, gone: true })) asked = 'none';
    },
  };
};

export type Drawer = ReturnType<typeof createDrawer>;
