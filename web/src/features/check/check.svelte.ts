// The check: where in the questions one is, and where that leaves things. What is answered lies in the
// book; the newest deed wins, for the book takes one after another.

import type { Book, Put } from '../../book/book.svelte';
import type { Agenda, Engine, Sheet, Standing } from '../../engine/engine';
import { guideOf } from '../../engine/guide';
import type { Level, Pack } from '../../engine/pack';
import { answerWantsHelp } from './help-first';
import { isLatched, placeOf } from './places';
import type { Place } from './places';
import { createReplies } from './replies.svelte';
import { createTrail } from './trail';
import { createTyped } from './typed.svelte';

const blank: Sheet = { answers: {} };
const nothingAsked: Agenda = {
  questions: [],
  next: null,
  left: 0,
  asked: 0,
  stage: 'first',
  stop: false,
};

interface Change {
  readonly answer: string | null;
  readonly skipped?: true;
}

export const createCheck = (engine: Engine, pack: Pack, book: Book) => {
  const guide = guideOf(pack);
  const replies = createReplies();
  const typed = createTyped();
  const trail = createTrail();
  let place = $state.raw<Place | null>(null);
  let missing = $state(0);
  let lost = $state(false);
  let errand: Place | null = null;
  let offered: Level | null = null;
  let firstShown = false;
  let turns = 0;

  const sheet = (): Sheet => book.view?.state.sheet ?? blank;
  const agenda = (): Agenda => book.view?.agenda ?? nothingAsked;
  const standing = (): Standing | null => book.view?.standing ?? null;

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
    if (at.type === 'stop') return agenda().stop;
    if (at.type === 'held') return false;
    return at.type === 'kept' ? isLatched(sheet(), at.item, at.answer) : true;
  };

  const back = (): void => {
    const before = trail.back(holds);
    if (before === null) return;
    errand = null;
    show(before);
  };

  const startErrand = (item: string): void => {
    errand = place;
    go(placeOf(agenda(), item));
  };

  const endErrand = (to: Place): void => {
    errand = null;
    trail.back((at) => at.type === to.type);
    show(to);
  };

  const resume = (): void => {
    const { next, stage } = agenda();
    firstShown ||= stage !== 'first';
    go(next === null ? { type: 'standing' } : placeOf(agenda(), next));
  };

  /** On to whatever comes next: an early standing, the first standing, a question, or the end. */
  const moveAlong = (): void => {
    const { stop, stage } = agenda();
    const ceiling = standing()?.ceiling ?? null;
    if (stop && ceiling !== null && ceiling !== offered) {
      offered = ceiling;
      errand = null;
      go({ type: 'stop' });
      return;
    }
    if (errand !== null) {
      endErrand(errand);
      return;
    }
    if (stage !== 'first' && !firstShown) {
      firstShown = true;
      go({ type: 'standing' });
      return;
    }
    resume();
  };

  const begin = (): void => {
    if (place === null && book.view !== null) moveAlong();
  };

  const itemHere = (): string | null =>
    place?.type === 'question' || place?.type === 'screen' || place?.type === 'held'
      ? place.item
      : null;

  /** Nothing where a newer deed or the end of the visit came between, or it was not written. */
  const put = async (item: string, change: Change): Promise<Put | null> => {
    const turn = ++turns;
    const words = typed.changed(item, sheet().texts?.[item]);
    const text = words === undefined ? {} : { text: words };
    const said = await book.put({ type: 'answer', item, ...change, ...text });
    if (turn !== turns) return null;
    lost = said === null;
    if (said === null) return null;
    typed.forget(item);
    if (agenda().stage === 'first') firstShown = false;
    if (!agenda().stop) offered = null;
    return said;
  };

  /** What holds or does not count yet is said before anything else is asked. */
  const moveOn = (item: string, answer: string | null, { kept, held }: Put): void => {
    if (kept !== null) go({ type: 'kept', item, answer: kept[1] });
    else if (held !== null) go({ type: 'held', item, answer, held });
    else moveAlong();
  };

  /** Stays where there is something to read or write first; moves on everywhere else. */
  const choose = async (answer: string): Promise<void> => {
    const item = itemHere();
    const said = item === null ? null : await put(item, { answer });
    if (item === null || said === null) return;
    const writes = guide.item(item)?.free_text === true;
    const isPlain = said.kept === null && said.held === null;
    if (isPlain && (writes || answerWantsHelp(guide, item, answer))) return;
    moveOn(item, answer, said);
  };

  const takeBack = async (): Promise<void> => {
    const item = itemHere();
    const said = item === null ? null : await put(item, { answer: null });
    if (item === null || said === null) return;
    if (said.kept ?? said.held) moveOn(item, null, said);
  };

  const skip = async (): Promise<void> => {
    const item = itemHere();
    if (item === null) return;
    const said = await put(item, { answer: null, skipped: true });
    if (said === null) return;
    moveOn(item, null, { ...said, kept: null });
  };

  const write = (words: string): void => {
    const item = itemHere();
    if (item !== null) typed.write(item, words);
  };

  /** On from here. Words that were written beside an answer are kept first. */
  const onward = async (): Promise<void> => {
    const item = place?.type === 'question' ? place.item : null;
    if (item !== null && typed.changed(item, sheet().texts?.[item]) !== undefined) {
      const said = await put(item, { answer: sheet().answers[item] ?? null });
      if (said === null) return;
    }
    moveAlong();
  };

  /** The better answer once more, with the words that it needs. */
  const sayWhy = async (): Promise<void> => {
    if (place?.type !== 'held') return;
    const { item, answer } = place;
    const said = await put(item, { answer });
    if (said !== null) moveOn(item, answer, said);
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

  /** What the replies make of it so far; undefined where the core did not answer. */
  const answerSoFar = async (screen: string): Promise<string | null | undefined> => {
    const made = await engine.screen({ screen, replies: replies.to(screen) });
    lost = !made.ok;
    return made.ok ? made.value.answer : undefined;
  };

  /** On from a page of a screen. What the replies make goes into the book after the last page. */
  const turnPage = async (): Promise<void> => {
    if (place?.type !== 'screen') return;
    const { item, screen, page } = place;
    const turn = ++turns;
    const answer = await answerSoFar(screen);
    if (turn !== turns || answer === undefined) return;
    missing = answer === null ? replies.missing(screen, guide.page(screen, page)) : 0;
    if (missing > 0) return;
    if (page + 1 < guide.pageCount(screen)) {
      go({ type: 'screen', item, screen, page: page + 1 });
      return;
    }
    const said = answer === null ? null : await put(item, { answer });
    if (said !== null) moveOn(item, answer, said);
  };

  /** Before one goes elsewhere: a yes on a half-filled screen counts all the same. */
  const settle = async (): Promise<void> => {
    if (place?.type !== 'screen') return;
    const { item, screen } = place;
    const answer = await answerSoFar(screen);
    if (typeof answer === 'string' && answer !== sheet().answers[item]) await put(item, { answer });
  };

  /** Forgets where one is and what was replied. The answers are the book's to put away. */
  const wipe = (): void => {
    turns += 1;
    place = null;
    errand = null;
    offered = null;
    firstShown = false;
    for (const each of [replies, typed, trail]) each.wipe();
  };

  return {
    get sheet() {
      return sheet();
    },
    /** The words beside answers, with what is being typed. */
    get texts() {
      return { ...sheet().texts, ...typed.all };
    },
    get agenda() {
      return agenda();
    },
    get standing() {
      return standing();
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
    /** The better answer that was said and does not count yet, or null for none. */
    wishFor: (item: string): string | null =>
      book.view?.raises.find((raise) => raise.item === item)?.answer ?? null,
    begin,
    choose,
    takeBack,
    skip,
    write,
    sayWhy,
    reply,
    replyNone,
    turnPage,
    settle,
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
