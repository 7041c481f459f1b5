// A contact being entered or changed.

import { isAbout, isFrom, isKind } from './contacts';
import type { Contact } from './contacts';
import { createWhenForm } from './when-form.svelte';

export interface Entered extends Contact {
  readonly when_ms: number;
}

const usual: Contact = { from: 'me', kind: 'message', about: 'social' };

/** What the form begins with; without a moment, it begins at now. */
export type First = Contact & { readonly when_ms?: number };

export const createContactForm = (now: () => number, first: First = usual) => {
  let contact = $state.raw<Contact>(first);
  let fault = $state(false);
  const when = createWhenForm(now, first.when_ms);

  return {
    when,
    get from() {
      return contact.from;
    },
    get kind() {
      return contact.kind;
    },
    get about() {
      return contact.about;
    },
    get fault() {
      return fault;
    },
    setFrom: (id: string): void => {
      if (isFrom(id)) contact = { ...contact, from: id };
    },
    /** A meeting is both's unless it is said otherwise. */
    setKind: (id: string): void => {
      if (!isKind(id)) return;
      contact = { ...contact, kind: id, from: id === 'meeting' ? 'them' : contact.from };
    },
    setAbout: (id: string): void => {
      if (isAbout(id)) contact = { ...contact, about: id };
    },
    /** Null, and it says so, where there is no moment yet. */
    entered: (): Entered | null => {
      const when_ms = when.moment();
      fault = when_ms === null;
      const { from, kind, about } = contact;
      return when_ms === null ? null : { from, kind, about, when_ms };
    },
  };
};

export type ContactForm = ReturnType<typeof createContactForm>;
