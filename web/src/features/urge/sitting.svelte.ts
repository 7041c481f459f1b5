// The lines of the quiet time: which of them is shown, and how much of the time has gone by.

import type { UrgePage } from '../../engine/plan';

const MINUTE_MS = 60_000;

export type Pace = 'by-itself' | 'by-hand';

export const createSitting = ({ minutes, lines }: UrgePage, now: () => number) => {
  const wholeMs = minutes * MINUTE_MS;
  const lineMs = wholeMs / Math.max(lines.length, 1);
  const last = lines.length - 1;
  let line = $state(0);
  let pace = $state<Pace>('by-itself');
  let satMs = $state(0);
  let beganMs = 0;
  let turnedMs = 0;

  const turnTo = (next: number, atMs: number): void => {
    line = Math.min(Math.max(next, 0), last);
    turnedMs = atMs;
  };

  return {
    get line() {
      return line;
    },
    get isFirst() {
      return line === 0;
    },
    get isLast() {
      return line === last;
    },
    get pace() {
      return pace;
    },
    /** From 0 to 1, how much of the quiet time has gone by. */
    get whole() {
      return Math.min(satMs / wholeMs, 1);
    },
    begin: (): void => {
      beganMs = now();
      satMs = 0;
      turnTo(0, beganMs);
    },
    /** What the time that went by has turned. A phone that slept catches up. */
    look: (): void => {
      const nowMs = now();
      satMs = Math.max(nowMs - beganMs, 0);
      const turns = Math.floor((nowMs - turnedMs) / lineMs);
      if (pace === 'by-itself' && turns > 0) turnTo(line + turns, turnedMs + turns * lineMs);
    },
    turn: (by: 1 | -1): void => {
      turnTo(line + by, now());
    },
    paced: (next: Pace): void => {
      pace = next;
      turnedMs = now();
    },
  };
};

export type Sitting = ReturnType<typeof createSitting>;
