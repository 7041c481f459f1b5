// Sitting out an urge: the ways, the lines that come slowly, and what is noted of it in the end.
//
// (st-patience) Nothing is measured meanwhile: time only turns the lines, and leaving notes nothing.

import type { Book } from '../../book/book.svelte';
import type { UrgePage } from '../../engine/plan';

export type UrgePlace = 'ways' | 'lines' | 'call' | 'after' | 'noted';

const MINUTE_MS = 60_000;

export const createUrge = (book: Book, page: UrgePage) => {
  const wholeMs = page.minutes * MINUTE_MS;
  const lineMs = wholeMs / Math.max(page.lines.length, 1);
  let place = $state<UrgePlace>('ways');
  let line = $state(0);
  let pace = $state<'by-itself' | 'by-hand'>('by-itself');
  let beganMs = 0;
  let turnedMs = 0;
  let satMs = $state(0);
  let went = $state<string | null>(null);
  let level = $state<number | null>(null);
  let lost = $state(false);
  let isNoting = false;

  const last = page.lines.length - 1;

  const turnTo = (next: number, atMs: number): void => {
    line = Math.min(Math.max(next, 0), last);
    turnedMs = atMs;
  };

  const begin = (): void => {
    beganMs = book.now();
    satMs = 0;
    turnTo(0, beganMs);
    place = 'lines';
  };

  /** What the time that went by has turned. A phone that slept catches up. */
  const look = (): void => {
    const nowMs = book.now();
    satMs = Math.max(nowMs - beganMs, 0);
    if (pace === 'by-hand') return;
    const turns = Math.floor((nowMs - turnedMs) / lineMs);
    if (turns > 0) turnTo(line + turns, turnedMs + turns * lineMs);
  };

  const note = async (): Promise<void> => {
    if (went === null || isNoting) return;
    isNoting = true;
    const strong = level === null ? {} : { level };
    const said = await book.put({ type: 'check_in', kind: 'urge', went, ...strong });
    isNoting = false;
    lost = said === null;
    if (said !== null) place = 'noted';
  };

  return {
    page,
    get place() {
      return place;
    },
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
    get went() {
      return went;
    },
    get level() {
      return level;
    },
    get lost() {
      return lost;
    },
    begin,
    look,
    turn: (by: 1 | -1): void => {
      turnTo(line + by, book.now());
    },
    paced: (next: 'by-itself' | 'by-hand'): void => {
      pace = next;
      turnedMs = book.now();
    },
    toCall: (): void => {
      place = 'call';
    },
    toAfter: (): void => {
      place = 'after';
    },
    toWays: (): void => {
      place = 'ways';
      went = null;
      level = null;
      lost = false;
    },
    say: (id: string): void => {
      went = id;
    },
    rate: (strength: number): void => {
      level = strength;
    },
    note,
  };
};

export type Urge = ReturnType<typeof createUrge>;
