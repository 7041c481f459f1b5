// The check: one sheet of answers, where in the questions one is, and where that leaves things.
//
// Everything lives in this closure and nowhere else. The newest deed wins; what an older one brings
// is dropped. What a person writes beside an answer never goes to the core, which has no use for it.

import type { Agenda, Answered, Engine, Sheet, Standing } from '../../engine/engine';
import type { Level, Pack } from '../../engine/pack';
import { guideOf } from '../../engine/guide';
import { answerWantsHelp } from './help-first';
import { keptOver, placeOf } from './places';
import type { Place } from './places';
import { createReplies } from './replies.svelte';
import { createTrail } from './trail';

const blank: Sheet = { answers: {} };
const nothingAsked: Agenda = {
  questions: [],
  next: null,
  left: 0,
  asked: 0,
  stage: 'first',
  stop: false,
};

/** `now` gives milliseconds since 1970; the core needs it for slips of the finger. */
export const createCheck = (engine: Engine, pack: Pack, now: () => number) => {
  const guide = guideOf(pack);
  const replies = createReplies();
  const trail = createTrail();
  let sheet = $state.raw(blank);
  let texts = $state.raw<Readonly<Record<string, string>>>({});
  let agenda = $state.raw(nothingAsked);
  let standing = $state.raw<Standing | null>(null);
  let place = $state.raw<Place | null>(null);
  let missing = $state(0);
  let lost = $state(false);
  let errand: Place | null = null;
  let offered: Level | null = null;
  let firstShown = false;
  let turns = 0;

  const show = (next: Place): void => {
    missing = 0;
    lost = false;
    place = next;
  };

  const go = (next: Place): void => {
    trail.leave(place, next);
    show(next);
  };

  /** Whether a place one came through still has something to say. */
  const holds = (at: Place): boolean => {
    if (at.type === 'stop') return agenda.stop;
    return at.type === 'kept' ? keptOver(sheet, at.item) !== null : true;
  };

  const back = (): void => {
    const before = trail.back(holds);
    if (before === null) return;
    errand = null;
    show(before);
  };

  /** Takes a sheet over, with what the core makes of it, unless something newer was asked. */
  const take = async (turn: number, next: Sheet): Promise<boolean> => {
    const [listed, judged] = await Promise.all([engine.agenda(next), engine.check(next)]);
    if (turn !== turns) return false;
    if (!listed.ok || !judged.ok) {
      lost = true;
      return false;
    }
    sheet = next;
    agenda = listed.value;
    standing = judged.value;
    if (agenda.stage === 'first') firstShown = false;
    if (!agenda.stop) offered = null;
    return true;
  };

  const startErrand = (item: string): void => {
    errand = place;
    go(placeOf(agenda, item));
  };

  const endErrand = (to: Place): void => {
    errand = null;
    trail.back((at) => at.type === to.type);
    show(to);
  };

  const resume = (): void => {
    const { next } = agenda;
    go(next === null ? { type: 'standing' } : placeOf(agenda, next));
  };

  /** On to whatever comes next: an early standing, the first standing, a question, or the end. */
  const onward = (): void => {
    if (agenda.stop && standing !== null && standing.ceiling !== offered) {
      offered = standing.ceiling;
      errand = null;
      go({ type: 'stop' });
      return;
    }
    if (errand !== null) {
      endErrand(errand);
      return;
    }
    if (agenda.stage !== 'first' && !firstShown) {
      firstShown = true;
      go({ type: 'standing' });
      return;
    }
    resume();
  };

  const begin = async (): Promise<void> => {
    if (place === null && (await take(++turns, sheet))) onward();
  };

  const itemHere = (): string | null =>
    place?.type === 'question' || place?.type === 'screen' ? place.item : null;

  const unpassed = ({ passed = [], ...rest }: Sheet, item: string): Sheet => ({
    ...rest,
    passed: passed.filter((other) => other !== item),
  });

  const put = async (item: string, answer: string | null): Promise<Answered | null> => {
    const turn = ++turns;
    const changed = await engine.answer({ sheet, item, answer, now_ms: now() });
    if (turn !== turns) return null;
    if (!changed.ok) {
      lost = true;
      return null;
    }
    return (await take(turn, unpassed(changed.value.sheet, item))) ? changed.value : null;
  };

  /** A latched answer that holds is said before anything else is asked. */
  const moveOn = (item: string, { kept }: Answered): void => {
    if (kept === null) onward();
    else go({ type: 'kept', item });
  };

  /** Stays where there is something to read or write first; moves on everywhere else. */
  const choose = async (answer: string): Promise<void> => {
    const item = itemHere();
    const answered = item === null ? null : await put(item, answer);
    if (item === null || answered === null) return;
    const writes = guide.item(item)?.free_text === true;
    if (answered.kept === null && (writes || answerWantsHelp(guide, item, answer))) return;
    moveOn(item, answered);
  };

  const takeBack = async (): Promise<void> => {
    const item = itemHere();
    const answered = item === null ? null : await put(item, null);
    if (item !== null && answered?.kept) go({ type: 'kept', item });
  };

  const skip = async (): Promise<void> => {
    const item = itemHere();
    if (item === null) return;
    if (item in sheet.answers && (await put(item, null)) === null) return;
    const passed = [...(sheet.passed ?? []).filter((other) => other !== item), item];
    if (await take(++turns, { ...sheet, passed })) onward();
  };

  const write = (words: string): void => {
    const item = itemHere();
    if (item !== null) texts = { ...texts, [item]: words };
  };

  const reply = (question: string, choice: string): void => {
    missing = 0;
    if (place?.type === 'screen') replies.give(place.screen, question, choice);
  };

  const replyNone = (): void => {
    missing = 0;
    if (place?.type === 'screen')
      replies.giveNone(place.screen, guide.page(place.screen, place.page));
  };

  /** On from a page of a screen. What the replies make goes into the sheet after the last page. */
  const turnPage = async (): Promise<void> => {
    if (place?.type !== 'screen') return;
    const { item, screen, page } = place;
    const turn = ++turns;
    const made = await engine.screen({ screen, replies: replies.to(screen) });
    if (turn !== turns) return;
    lost = !made.ok;
    if (!made.ok) return;
    const { answer } = made.value;
    missing = answer === null ? replies.missing(screen, guide.page(screen, page)) : 0;
    if (missing > 0) return;
    if (page + 1 < guide.pageCount(screen)) {
      go({ type: 'screen', item, screen, page: page + 1 });
      return;
    }
    const answered = answer === null ? null : await put(item, answer);
    if (answered !== null) moveOn(item, answered);
  };

  /** Forgets all of it. Called before the page is left, and never undone. */
  const wipe = (): void => {
    turns += 1;
    sheet = blank;
    texts = {};
    agenda = nothingAsked;
    standing = null;
    place = null;
    errand = null;
    offered = null;
    replies.wipe();
    trail.wipe();
  };

  return {
    get sheet() {
      return sheet;
    },
    get texts() {
      return texts;
    },
    get agenda() {
      return agenda;
    },
    get standing() {
      return standing;
    },
    get place() {
      return place;
    },
    get missing() {
      return missing;
    },
    get lost() {
      return lost;
    },
    get canGoBack() {
      return !trail.isEmpty;
    },
    guide,
    repliesTo: replies.to,
    keptOver: (item: string) => keptOver(sheet, item),
    begin,
    choose,
    takeBack,
    skip,
    write,
    reply,
    replyNone,
    turnPage,
    onward,
    back,
    resume,
    visit: startErrand,
    review: () => {
      go({ type: 'review' });
    },
    toStanding: () => {
      go({ type: 'standing' });
    },
    wipe,
  };
};

export type Check = ReturnType<typeof createCheck>;
