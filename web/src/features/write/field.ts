// The browser's text field as the editor uses it.

import type { Field } from './editor.svelte';

const insert = (area: HTMLTextAreaElement, words: string): void => {
  area.focus();
  // Old, and without a successor: the only way to write so that the browser's own undo knows of it.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (document.execCommand('insertText', false, words)) return;
  area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

/** Not at the very edge: the bar lies over the top, and a reason follows below. */
const comeIntoView = (area: HTMLTextAreaElement): void => {
  area.scrollIntoView({ block: 'nearest' });
};

export const fieldOf = (area: HTMLTextAreaElement): Field => ({
  select: ({ begin, end }) => {
    area.focus({ preventScroll: true });
    area.setSelectionRange(begin, end);
    comeIntoView(area);
  },
  insert: (words) => {
    insert(area, words);
  },
});
