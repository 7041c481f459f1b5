// Locking by itself: nobody has touched the page for so many minutes.
//
// A device that sleeps stops its timers, so what counts is the clock at every look.

const LOOK_MS = 5_000;

export interface Idle {
  /** Somebody is here. */
  readonly touch: () => void;
  readonly stop: () => void;
}

export interface IdleOutside {
  readonly now: () => number;
  /** Calls again and again; gives back the way to end it. */
  readonly every: (ms: number, look: () => void) => () => void;
}

export const everySoOften: IdleOutside['every'] = (ms, look) => {
  const timer = setInterval(look, ms);
  return () => {
    clearInterval(timer);
  };
};

/** `minutes` is asked anew at every look; 0 never locks. */
export const watchIdle = (
  { now, every }: IdleOutside,
  minutes: () => number,
  onidle: () => void,
): Idle => {
  let last_ms = now();
  const stop = every(LOOK_MS, () => {
    const limit_ms = minutes() * 60_000;
    if (limit_ms > 0 && now() - last_ms >= limit_ms) onidle();
  });
  return {
    touch: () => {
      // A key pressed after hours of sleep must not come before the look.
      const limit_ms = minutes() * 60_000;
      if (limit_ms > 0 && now() - last_ms >= limit_ms) onidle();
      else last_ms = now();
    },
    stop,
  };
};
