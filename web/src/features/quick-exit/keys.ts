// The keys that leave: Escape or Shift, three times within five seconds, nothing pressed in between.
//
// Any other key starts the count anew. So capitals typed with Shift never leave the page, and a key
// that is held down counts once.

const TIMES = 3;
const WITHIN_MS = 5000;
const exitKeys: readonly string[] = ['Escape', 'Shift'];

export interface KeyPress {
  readonly key: string;
  readonly repeat: boolean;
}

/** `now` gives milliseconds. The answer is yes at the press that completes the three. */
export const createExitKeys = (now: () => number) => {
  let key = '';
  let pressed: readonly number[] = [];

  const press = (event: KeyPress): boolean => {
    if (event.repeat) return false;
    if (!exitKeys.includes(event.key)) {
      pressed = [];
      return false;
    }
    const at = now();
    const before = event.key === key ? pressed.filter((time) => at - time <= WITHIN_MS) : [];
    key = event.key;
    pressed = [...before, at];
    return pressed.length >= TIMES;
  };

  return { press };
};
