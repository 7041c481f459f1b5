// The moment of a draft, with its time of day. Never a count of what is left.

import { dayFromNow } from '../../words/days';
import { say } from '../../words/words';

/** Such as "tomorrow at 9:10" or "on Tuesday at 9:10". */
export const timeInWords = (at_ms: number, now_ms: number): string => {
  const shape = { hour: 'numeric', minute: '2-digit' } as const;
  const time = new Intl.DateTimeFormat(say('frame.page.dates'), shape).format(new Date(at_ms));
  return say('drawer.when.at', { day: dayFromNow(at_ms, now_ms), time });
};
