// What a person does on the path: each deed is one event. What was not written is said and nothing
// typed is lost; what can be taken back waits in one line at the foot of the screen.

import type { Body, Book } from '../../book/book.svelte';
import type { NoteNow } from '../../engine/state';
import type { WordKey } from '../../words/words';
import type { Basic } from './day';
import { createHolding } from './holding.svelte';
import { createTyped } from './typed.svelte';

export type PathBook = Pick<Book, 'view' | 'now' | 'newId' | 'put'>;

export interface Undo {
  readonly words: WordKey;
  /** The event that makes it as it was. */
  readonly back: Body;
}

export interface NewNote {
  readonly kind: string;
  readonly about: string;
  readonly text: string;
}

export interface PlanText {
  readonly when: string;
  readonly then: string;
  readonly notice: string;
  readonly act?: string | undefined;
  readonly obstacle?: string | undefined;
}

export const createDeeds = (book: PathBook) => {
  const typed = createTyped();
  let lost = $state(false);
  let undo = $state.raw<Undo | null>(null);

  /** True where it was written. What could be taken back before can no longer be. */
  const put = async (body: Body, next: Undo | null = null): Promise<boolean> => {
    const said = await book.put(body);
    lost = said === null;
    if (said !== null) undo = next;
    return said !== null;
  };

  const holding = createHolding(book, put);

  const saySign = (step: string, sign: string, there: boolean) =>
    put({ type: 'sign', step, sign, there });

  const sayEvidence = (evidence: string, there: boolean) =>
    put(
      { type: 'evidence', evidence, there },
      {
        words: there ? 'path.undo.evidence' : 'path.undo.evidence_back',
        back: { type: 'evidence', evidence, there: !there },
      },
    );

  const writeNote = (note: NewNote) => put({ type: 'note', id: book.newId(), ...note });

  const changeNote = (id: string, text: string) => put({ type: 'note', id, text });

  const removeNote = ({ id, kind, about, text }: NoteNow) =>
    put(
      { type: 'note', id, gone: true },
      {
        words: 'path.undo.note',
        back: {
          type: 'note',
          id,
          ...(kind !== undefined && { kind }),
          ...(about !== undefined && { about }),
          text: text ?? '',
          gone: false,
        },
      },
    );

  const noteDay = (basics: readonly Basic[]) => put({ type: 'check_in', kind: 'day', basics });

  const makePlan = ({ act, obstacle, ...text }: PlanText) =>
    put({
      type: 'commitment',
      id: book.newId(),
      ...text,
      ...(act !== undefined && { act }),
      ...(obstacle !== undefined && { obstacle }),
    });

  const changePlan = (id: string, { act, obstacle, ...text }: PlanText) =>
    put({
      type: 'commitment',
      id,
      ...text,
      ...(act !== undefined && { act }),
      ...(obstacle !== undefined && { obstacle }),
    });

  const dropPlan = (id: string) =>
    put(
      { type: 'commitment', id, gone: true },
      { words: 'path.undo.plan', back: { type: 'commitment', id, gone: false } },
    );

  /** A step that was marked as done is looked at anew. Its signs stay as they are. */
  const reopen = (step: string) =>
    put(
      { type: 'step', step, done: false },
      { words: 'path.undo.step', back: { type: 'step', step, done: true } },
    );

  return {
    get lost() {
      return lost;
    },
    get undo() {
      return undo;
    },
    typed,
    holding,
    saySign,
    sayEvidence,
    writeNote,
    changeNote,
    removeNote,
    noteDay,
    makePlan,
    changePlan,
    dropPlan,
    reopen,
    takeBack: async (): Promise<void> => {
      if (undo !== null) await put(undo.back);
    },
    wipe: (): void => {
      typed.wipe();
      holding.drop();
      lost = false;
      undo = null;
    },
  };
};

export type Deeds = ReturnType<typeof createDeeds>;
