// The places of the path. One thing a screen, so one place is one screen.

export type Place =
  | { readonly type: 'path' | 'day' | 'plans' | 'obstacles' | 'phrases' | 'cards' }
  | { readonly type: 'step'; readonly step: string }
  | { readonly type: 'card'; readonly card: string }
  | {
      readonly type: 'plan';
      /** Null for a new one. */
      readonly id: string | null;
      /** A thing that was done, by the id of its note. */
      readonly act?: string;
      /** An item of the check. */
      readonly obstacle?: string;
    };

/** Tells two places apart, so that a screen is drawn anew exactly when the place is another. */
export const nameOf = (place: Place): string => {
  switch (place.type) {
    case 'step':
      return `step ${place.step}`;
    case 'card':
      return `card ${place.card}`;
    case 'plan':
      return `plan ${place.id ?? ''} ${place.act ?? ''} ${place.obstacle ?? ''}`;
    default:
      return place.type;
  }
};
