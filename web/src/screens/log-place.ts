// Where in the log one is: its page, or one of the pages behind it.

import type { BoundaryKind } from '../engine/state';
import type { Outcome } from '../features/log/came-back';

export type LogPlace =
  | { readonly type: 'log' }
  | { readonly type: 'entry'; readonly id: string | null }
  | { readonly type: 'said'; readonly kind: BoundaryKind }
  | { readonly type: 'said-done'; readonly kind: BoundaryKind; readonly id: string }
  | { readonly type: 'their-words' }
  | { readonly type: 'back-done'; readonly outcome: Outcome };
