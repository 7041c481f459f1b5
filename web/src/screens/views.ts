// The screens of the app by name. One address for all of them, so that none of them is in the history.

import type { Visit } from './session.svelte';

export type View =
  | 'start'
  | 'today'
  | 'check'
  | 'write'
  | 'drawer'
  | 'urge'
  | 'log'
  | 'path'
  | 'letting-go'
  | 'keep'
  | 'help'
  | 'safety';

export type OpenVisit = Extract<Visit, { readonly type: 'open' }>;

/** What every screen of an open visit gets. */
export interface ScreenProps {
  readonly visit: OpenVisit;
  readonly go: (view: View) => void;
  readonly onback: () => void;
}
