import { beforeAll, describe, expect, test } from 'vitest';
import { builtEngine, builtPack } from '../../engine/built';
import type { Engine } from '../../engine/engine';
import type { Pack } from '../../engine/pack';
import { createCheck } from './check.svelte';
import { nameOf } from './places';

let pack: Pack;
beforeAll(async () => {
  pack = await builtPack();
});

const MINUTE_MS = 60_000;

const begun = async (engine: Engine = builtEngine()) => {
  const clock = { ms: 0 };
  const check = createCheck(engine, pack, () => clock.ms);
  await check.begin();
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
        if (at() === nameOf(place)) check.onward();
      } else throw new Error(`stuck at ${at()} on the way to ${name}`);
    }
  };

  return { check, clock, at, until, replyBest };
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
    expect(check.sheet.passed).toEqual([]);
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
    check.onward();
    expect(at()).not.toBe('question q-own-share');
    expect(check.texts).toEqual({ 'q-own-share': 'I did not listen.' });
  });

  test('what is written stays out of what the core gets', async () => {
    const engine = builtEngine();
    const seen: string[] = [];
    const watched: Engine = {
      ...engine,
      check: (sheet) => {
        seen.push(JSON.stringify(sheet));
        return engine.check(sheet);
      },
    };
    const { check, until } = await begun(watched);
    await until('question q-own-share');
    check.write('my own words');
    await check.choose('ready');
    expect(seen.join()).not.toContain('my own words');
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
    const { check, clock, at, until } = await begun();
    await until('stop', { 'hs-clear-refusal': 'said-no' });
    clock.ms = 2 * MINUTE_MS;
    check.back();
    await check.choose('nothing-said');
    expect(at()).toBe('question sp-block');
    expect(check.standing?.ceiling).toBe('together-slowly');
    check.back();
    expect(at()).toBe('question hs-clear-refusal');
  });

  test('later a no stays in force, and that is said', async () => {
    const { check, clock, at, until } = await begun();
    await until('stop', { 'hs-clear-refusal': 'said-no' });
    clock.ms = 11 * MINUTE_MS;
    check.back();
    await check.choose('nothing-said');
    expect(at()).toBe('kept hs-clear-refusal');
    expect(check.keptOver('hs-clear-refusal')).toBe('said-no');
    expect(check.standing?.permitted).toBe('let-go');
    check.onward();
    expect(at()).toBe('question sp-block');
  });

  test('danger now waits on its page, where help is shown', async () => {
    const { check, at } = await begun();
    await check.choose('yes');
    expect(at()).toBe('question x-danger-now');
    check.onward();
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
  /** An engine whose answers wait until they are let through, each on its own. */
  const held = () => {
    const engine = builtEngine();
    const gates: (() => void)[] = [];
    const answer: Engine['answer'] = async (change) => {
      await new Promise<void>((open) => gates.push(open));
      return engine.answer(change);
    };
    return { engine: { ...engine, answer }, gates };
  };

  test('of two answers the later one holds, whatever arrives last', async () => {
    const { engine, gates } = held();
    const { check } = await begun(engine);
    const first = check.choose('unsure');
    const second = check.choose('no');
    gates[1]?.();
    await second;
    gates[0]?.();
    await first;
    expect(check.sheet.answers).toEqual({ 'x-danger-now': 'no' });
  });

  test('an answer that comes after the wipe is dropped', async () => {
    const { engine, gates } = held();
    const { check } = await begun(engine);
    const choosing = check.choose('yes');
    check.wipe();
    gates[0]?.();
    await choosing;
    expect(check.sheet.answers).toEqual({});
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

test('a wipe leaves nothing: no answers, texts, replies, place or way back', async () => {
  const { check, until } = await begun();
  await until('question q-own-share');
  check.write('words');
  check.wipe();
  expect(check.sheet).toEqual({ answers: {} });
  expect(check.texts).toEqual({});
  expect(check.repliesTo('harm-to-me')).toEqual({});
  expect(check.standing).toBeNull();
  expect(check.place).toBeNull();
  expect(check.canGoBack).toBe(false);
});
