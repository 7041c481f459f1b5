// A size as a person reads it, in the steps that storage is sold in.

import { say } from '../../words/words';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export const sizeInWords = (size_bytes: number): string => {
  const step = Math.max(1, Math.floor(Math.log10(Math.max(size_bytes, 1)) / 3));
  const at = Math.min(step, UNITS.length);
  const unit = UNITS[at - 1] ?? 'kilobyte';
  return new Intl.NumberFormat(say('frame.page.dates'), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumSignificantDigits: 2,
  }).format(size_bytes / 1000 ** at);
};
