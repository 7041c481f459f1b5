// Deeds that are a person's word: signs, evidence, notes, the day, and a step looked at anew.

import type { NoteNow } from '../../engine/state';
import type { Basic } from './day';
import type { Put } from './undo';

export interface NewNote {
  readonly kind: string;
  readonly about: string;
  readonly text: string;
}

export const wordDeeds = (put: Put, newId: () => string) => ({
  saySign: (step: string, sign: string, there: boolean) => put({ type: 'sign', step, sign, there }),

  sayEvidence: (evidence: string, there: boolean) =>
    put(
      { type: 'evidence', evidence, there },
      {
        words: there ? 'path.undo.evidence' : 'path.undo.evidence_back',
        back: { type: 'evidence', evidence, there: !there },
      },
    ),

  writeNote: (note: NewNote) => put({ type: 'note', id: newId(), ...note }),

  changeNote: (id: string, text: string) => put({ type: 'note', id, text }),

  /** The words go with it, so the way back writes them anew. */
  removeNote: ({ id, text = '' }: NoteNow) =>
    put(
      { type: 'note', id, gone: true },
      { words: 'path.undo.note', back: { type: 'note', id, text, gone: false } },
    ),

  noteDay: (basics: readonly Basic[]) => put({ type: 'check_in', kind: 'day', basics }),

  /** A step that was marked as done is looked at anew. Its signs stay as they are. */
  reopen: (step: string) =>
    put(
      { type: 'step', step, done: false },
      { words: 'path.undo.step', back: { type: 'step', step, done: true } },
    ),
});
