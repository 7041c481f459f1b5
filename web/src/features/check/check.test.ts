import { beforeAll, describe, expect, test } from 'vitest';
import { createBook } from '../../book/book.svelte';
import { builtEngine, builtPack } from '../../engine/built';
import type { Engine } from '../../engine/engine';
import type { Pack } from '../../engine/pack';
import { createCheck } from './check.svelte';
import { createMemoryStore } from '../../store/memory';
import { nameOf } from './places';

let pack: Pack;
beforeAll(async () => {
  pack = await builtPack();
});

const MINUTE_MS = 60_000;

const begun = async (engine: Engine = builtEngine()) => {
  const clock = { ms: Date.UTC(2026, 10, 25, 12) };
  const book = createBook(engine, { now: () => clock.ms, offset: () => 0, newId: () => 'n' });
  await book.open(createMemoryStore());
  const check = createCheck(engine, pack, book);
  check.begin();
  const at = (): string => (check.place ? nameOf(check.place) : '');

  const best = (item: string): string =>
    pack.items.find(({ id }) => id === item)?.answers[0]?.id ?? '';

  const replyBest = async (): Promise<void> => {
    const { place } = check;
    if (place?.type !== 'screen') return;
    for (const { id, replies } of check.guide.page(place.screen, place.page)) {
      check.reply(id, replies[0] ?? '');
    }
    await check.turnPage();
  };

  /** Answers with the best answer, or a named one, until the place has this name. */
  const until = async (
    name: string,
    named: Readonly<Record<string, string>> = {},
  ): Promise<void> => {
    for (let turn = 0; turn < 100 && at() !== name; turn++) {
      const { place } = check;
      if (place?.type === 'screen') await replyBest();
      else if (place?.type === 'question') {
        await check.choose(named[place.item] ?? best(place.item));
        if (at() === nameOf(place)) await check.onward();
      } else throw new Error(`stuck at ${at()} on the way to ${name}`);
    }
  };

  const later = (minutes: number): void => {
    clock.ms += minutes * MINUTE_MS;
  };

  return { check, book, later, at, until, replyBest };
};

describe('the way through the check', () => {
  test('begins with the first safety question', async () => {
    const { check, at } = await begun();
    expect(at()).toBe('question x-danger-now');
    expect(check.canGoBack).toBe(false);
  });

  test('a tap chooses and moves on; back shows the answer again', async () => {
    const { check, at } = await begun();
    await check.choose('no');
    expect(at()).toBe('screen harm-to-me 0');
    check.back();
    expect(at()).toBe('question x-danger-now');
    expect(check.sheet.answers).toEqual({ 'x-danger-now': 'no' });
  });

  test('a skipped question is passed over and not asked again', async () => {
    const { check, at } = await begun();
    await check.skip();
    expect(at()).toBe('screen harm-to-me 0');
    expect(check.sheet.passed).toEqual(['x-danger-now']);
    expect(check.sheet.answers).toEqual({});
  });

  test('a skipped question that is answered later is no longer passed', async () => {
    const { check } = await begun();
    await check.skip();
    check.visit('x-danger-now');
    await check.choose('no');
    expect(check.sheet.passed ?? []).toEqual([]);
  });

  test('an answer taken back leaves the question open, on the same page', async () => {
    const { check, at } = await begun();
    await check.choose('no');
    check.back();
    await check.takeBack();
    expect(at()).toBe('question x-danger-now');
    expect(check.sheet.answers).toEqual({});
  });

  test('all best answers: a first standing, then the rest, then together', async () => {
    const { check, until } = await begun();
    await until('standing');
    expect(check.standing?.permitted).toBe('open-channel');
    expect(check.agenda.stage).toBe('depth');
    check.resume();
    await until('standing');
    expect(check.standing?.permitted).toBe('together-slowly');
    expect(check.agenda.stage).toBe('done');
  });

  test('where one may write, it waits until one goes on', async () => {
    const { check, at, until } = await begun();
    await until('question q-own-share');
    await check.choose('ready');
    expect(at()).toBe('question q-own-share');
    check.write('I did not listen.');
    await check.onward();
    expect(at()).not.toBe('question q-own-share');
    expect(check.texts).toEqual({ 'q-own-share': 'I did not listen.' });
  });

  test('what is written is kept with its answer, and once', async () => {
    const { check, book, until } = await begun();
    await until('question q-own-share');
    check.write('my own words');
    await check.choose('ready');
    await check.onward();
    expect(book.view?.state.sheet.texts).toEqual({ 'q-own-share': 'my own words' });
  });

  test('a better answer that does not count yet is said, and the old one holds', async () => {
    const { check, at, later, until } = await begun();
    await until('question tl-urgency', { 'tl-urgency': 'must-act-now' });
    await check.choose('must-act-now');
    later(60);
    check.visit('tl-urgency');
    await check.choose('calm');
    expect(at()).toBe('held tl-urgency');
    expect(check.sheet.answers['tl-urgency']).toBe('must-act-now');
    expect(check.standing?.permitted).toBe('pause');
  });
});

describe('an early end', () => {
  test('a no is offered a standing at once', async () => {
    const { check, at, until } = await begun();
    await until('stop', { 'hs-clear-refusal': 'said-no' });
    expect(at()).toBe('stop');
    expect(check.standing?.permitted).toBe('let-go');
  });

  test('answering the rest goes on and is not stopped again for the same', async () => {
    const { check, at, until } = await begun();
    await until('stop', { 'hs-clear-refusal': 'said-no' });
    check.resume();
    expect(at()).toBe('question sp-block');
    await check.choose('blocked');
    expect(at()).toBe('question hs-new-partner');
  });

  test('what leads lower still is offered again', async () => {
    const { check, at, until } = await begun();
    await until('stop', { 'hs-clear-refusal': 'said-no' });
    check.visit('x-no-contact-order');
    await check.choose('yes');
    expect(at()).toBe('stop');
    expect(check.standing?.permitted).toBe('safety-first');
  });

  test('a slip of the finger is taken back within minutes, and the end with it', async () => {
    const { check, later, at, until } = await begun();
    await until('stop', { 'hs-clear-refusal': 'said-no' });
    later(2);
    check.back();
    await check.choose('nothing-said');
    expect(at()).toBe('question sp-block');
    expect(check.standing?.ceiling).toBe('together-slowly');
    check.back();
    expect(at()).toBe('question hs-clear-refusal');
  });

  test('later a no stays in force, and that is said', async () => {
    const { check, later, at, until } = await begun();
    await until('stop', { 'hs-clear-refusal': 'said-no' });
    later(11);
    check.back();
    await check.choose('nothing-said');
    expect(at()).toBe('kept hs-clear-refusal');
    expect(check.place).toMatchObject({ answer: 'said-no' });
    expect(check.standing?.permitted).toBe('let-go');
    await check.onward();
    expect(at()).toBe('question sp-block');
  });

  test('danger now waits on its page, where help is shown', async () => {
    const { check, at } = await begun();
    await check.choose('yes');
    expect(at()).toBe('question x-danger-now');
    await check.onward();
    expect(at()).toBe('stop');
  });
});

describe('a short screen', () => {
  test('its replies make one answer; they themselves stay out of the sheet', async () => {
    const { check, at } = await begun();
    await check.choose('no');
    check.replyNone();
    await check.turnPage();
    expect(at()).toBe('screen harm-by-me 0');
    expect(check.sheet.answers['hs-abuse-to-me']).toBe('none');
    expect(JSON.stringify(check.sheet)).not.toContain('afraid');
  });

  test('it says how many replies are missing, and stays', async () => {
    const { check, at } = await begun();
    await check.choose('no');
    check.reply('afraid', 'no');
    await check.turnPage();
    expect(at()).toBe('screen harm-to-me 0');
    expect(check.missing).toBe(6);
  });

  test('one yes is enough to go on', async () => {
    const { check, at } = await begun();
    await check.choose('no');
    check.reply('afraid', 'yes');
    await check.turnPage();
    expect(at()).toBe('stop');
    expect(check.sheet.answers['hs-abuse-to-me']).toBe('any');
  });

  test('a screen of two pages turns the first and goes on after the second', async () => {
    const { at, until, replyBest } = await begun();
    await until('screen steadiness 0');
    await replyBest();
    expect(at()).toBe('screen steadiness 1');
    await replyBest();
    expect(at()).toBe('question hs-clear-refusal');
  });
});

describe('changing an answer', () => {
  test('from the list of answers one comes back to the list', async () => {
    const { check, at, until } = await begun();
    await until('question hs-clear-refusal');
    check.review();
    check.visit('x-danger-now');
    await check.choose('no');
    expect(at()).toBe('review');
    check.back();
    expect(at()).toBe('question hs-clear-refusal');
  });

  test('from the standing one comes back to the standing', async () => {
    const { check, at, until } = await begun();
    await until('standing');
    check.visit('tl-urgency');
    await check.choose('restless');
    expect(at()).toBe('standing');
    expect(check.standing?.permitted).toBe('prepare');
  });

  test('turning back on the way leaves the list where it was', async () => {
    const { check, at } = await begun();
    await check.choose('no');
    check.review();
    check.visit('x-danger-now');
    check.back();
    expect(at()).toBe('review');
  });
});

describe('the newest deed wins', () => {
  /** An engine whose events wait until they are let through, each on its own. */
  const held = () => {
    const engine = builtEngine();
    const gates: (() => void)[] = [];
    const event: Engine['event'] = async (body) => {
      await new Promise<void>((open) => gates.push(open));
      return engine.event(body);
    };
    return { engine: { ...engine, event }, gates };
  };

  const reached = async (gates: readonly unknown[], many: number): Promise<void> => {
    while (gates.length < many) await new Promise((later) => setTimeout(later, 1));
  };

  test('of two answers the later one holds, and moves on once', async () => {
    const { engine, gates } = held();
    const { check, at } = await begun(engine);
    const first = check.choose('unsure');
    const second = check.choose('no');
    await reached(gates, 1);
    gates[0]?.();
    await first;
    expect(at()).toBe('question x-danger-now');
    await reached(gates, 2);
    gates[1]?.();
    await second;
    expect(check.sheet.answers).toEqual({ 'x-danger-now': 'no' });
    expect(at()).toBe('screen harm-to-me 0');
  });

  test('an answer that comes after the end of the visit is dropped', async () => {
    const { engine, gates } = held();
    const { check, book } = await begun(engine);
    const choosing = check.choose('yes');
    await reached(gates, 1);
    check.wipe();
    book.close();
    gates[0]?.();
    await choosing;
    expect(book.view).toBeNull();
    expect(check.place).toBeNull();
  });

  test('an engine that breaks is said, and nothing is lost', async () => {
    const engine = builtEngine();
    const { check, at } = await begun(engine);
    await check.choose('no');
    engine.close();
    check.back();
    await check.choose('unsure');
    expect(check.lost).toBe(true);
    expect(at()).toBe('question x-danger-now');
    expect(check.sheet.answers).toEqual({ 'x-danger-now': 'no' });
  });
});

test('a yes on a half-filled page counts when one leaves by a link', async () => {
  const { check } = await begun();
  await check.choose('no');
  check.reply('afraid', 'yes');
  await check.settle();
  expect(check.sheet.answers['hs-abuse-to-me']).toBe('any');
});

test('a wipe leaves nothing: no answers, texts, replies, place or way back', async () => {
  const { check, book, until } = await begun();
  await until('question q-own-share');
  check.write('words');
  check.wipe();
  book.close();
  expect(check.sheet).toEqual({ answers: {} });
  expect(check.texts).toEqual({});
  expect(check.repliesTo('harm-to-me')).toEqual({});
  expect(check.standing).toBeNull();
  expect(check.place).toBeNull();
  expect(check.canGoBack).toBe(false);
});
