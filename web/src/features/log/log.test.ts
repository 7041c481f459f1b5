import { describe, expect, test } from 'vitest';
import { createBook } from '../../book/book.svelte';
import { builtEngine, builtPack } from '../../engine/built';
import { guideOf } from '../../engine/guide';
import { fail } from '../../engine/result';
import { createMemoryStore } from '../../store/memory';
import { createLog } from './log.svelte';
import { repliedTo, shownOf } from './findings';

const noon = Date.UTC(2026, 10, 25, 12);
const hour = 3_600_000;
const day = 24 * hour;

const opened = async (journal = createMemoryStore()) => {
  let ids = 0;
  const clock = { ms: noon };
  const outside = { now: () => clock.ms, offset: () => 0, newId: () => `id-${String(++ids)}` };
  const book = createBook(builtEngine(), outside);
  expect(await book.open(journal)).toBe(true);
  const log = createLog(book, guideOf(await builtPack()));
  const view = () => {
    if (book.view === null) throw new Error('no view');
    return book.view;
  };
  const contact = (from: 'me' | 'them', when_ms: number) =>
    log.noteContact({ from, kind: 'message', about: 'social', when_ms });
  return { book, clock, log, view, contact };
};

describe('noting a contact', () => {
  test('one tap is now, and about the two of them', async () => {
    const { log, view } = await opened();
    expect(await log.note('me', 'message')).toBe(true);
    expect(view().state.contacts).toMatchObject([
      { when_ms: noon, from: 'me', kind: 'message', about: 'social' },
    ]);
    expect(view().contact.mine_since_theirs).toBe(1);
  });

  test('undone right away, it never was', async () => {
    const { log, view } = await opened();
    await log.note('me', 'message');
    const news = log.news;
    await log.undo(news?.type === 'noted' ? news.id : '');
    expect(view().contact.mine_since_theirs).toBe(0);
    expect(view().contact.findings).toEqual([]);
    expect(log.news).toEqual({ type: 'undone' });
  });

  test('removed later, it goes from the list, and what it shows stays', async () => {
    const { log, view, clock } = await opened();
    await log.note('me', 'message');
    clock.ms += 11 * 60_000;
    await log.removeContact(view().state.contacts[0]?.id ?? '');
    expect(view().state.contacts).toEqual([]);
    expect(view().contact.findings).toMatchObject([{ rule: 'waiting' }]);
  });

  test('two taps at once note one contact', async () => {
    const { log, view } = await opened();
    await Promise.all([log.note('me', 'call'), log.note('me', 'call')]);
    expect(view().state.contacts).toHaveLength(1);
  });

  test('a shared matter counts nowhere', async () => {
    const { log, view } = await opened();
    await log.noteContact({ from: 'me', kind: 'message', about: 'business', when_ms: noon });
    expect(view().contact.mine_since_theirs).toBe(0);
    expect(view().contact.findings).toEqual([]);
  });

  test('what was not written is said', async () => {
    const store = createMemoryStore();
    const full = { ...store, append: () => Promise.resolve(fail({ type: 'Full' } as const)) };
    const { log, view } = await opened(full);
    expect(await log.note('me', 'message')).toBe(false);
    expect(log.lost).toBe('full');
    expect(view().state.contacts).toEqual([]);
  });
});

describe('what they said', () => {
  test('a no holds at let-go, and a slip is taken back', async () => {
    const { log, view } = await opened();
    await log.noteSaid('no', 'refusal', noon);
    expect(view().standing.permitted).toBe('let-go');
    expect(log.canTakeBack('no')).toBe(true);
    expect(await log.takeBack('no')).toBe('back');
    expect(view().standing.permitted).toBe('pause');
    expect(view().state.boundaries).toEqual([]);
  });

  test('after ten minutes it is not offered, and stays', async () => {
    const { log, view, clock } = await opened();
    await log.noteSaid('no', 'refusal', noon);
    clock.ms += 11 * 60_000;
    expect(log.canTakeBack('no')).toBe(false);
    await log.removeSaid('no');
    expect(view().state.boundaries).toHaveLength(1);
    expect(view().standing.permitted).toBe('let-go');
  });

  test('asking for space brings its answer along, and a slip gives the one before back', async () => {
    const { book, log, view } = await opened();
    await book.put({ type: 'answer', item: 'hs-clear-refusal', answer: 'nothing-said' });
    await log.noteSaid('space', 'space', noon);
    expect(view().state.sheet.answers['hs-clear-refusal']).toBe('not-now');
    expect(await log.takeBack('space')).toBe('back');
    expect(view().state.sheet.answers['hs-clear-refusal']).toBe('nothing-said');
  });

  test('a wish for space does not ask to soften a no', async () => {
    const { log, view } = await opened();
    await log.noteSaid('no', 'refusal', noon);
    await log.noteSaid('space', 'space', noon);
    expect(view().state.sheet.latched).toContainEqual(['hs-clear-refusal', 'said-no']);
    expect(view().raises).toEqual([]);
  });

  test('someone new counts at once', async () => {
    const { log, view } = await opened();
    await log.noteSaid('them', 'partner', noon);
    expect(view().standing.permitted).toBe('let-go');
  });
});

describe('their own later words', () => {
  const words = { id: 'w', contact: 'c', text: 'I would like to talk.', kind: 'message' } as const;

  test('unasked, they open a new check', async () => {
    const { log, view, clock } = await opened();
    await log.noteSaid('no', 'refusal', noon);
    clock.ms += 60 * day;
    expect(await log.noteTheirWords({ ...words, when_ms: clock.ms })).toBe('opened');
    expect(view().state.sheet.answers['hs-clear-refusal']).toBe('came-back-in-clear-words');
    expect(view().contact.mine_since_theirs).toBe(0);
  });

  test('after a message of mine they may be an answer to it', async () => {
    const { log, contact, view, clock } = await opened();
    await log.noteSaid('no', 'refusal', noon);
    clock.ms += 60 * day;
    await contact('me', clock.ms - day);
    expect(await log.noteTheirWords({ ...words, when_ms: clock.ms })).toBe('mine');
    expect(view().standing.permitted).toBe('let-go');
  });

  test('from before the no they do not undo it', async () => {
    const { log } = await opened();
    await log.noteSaid('no', 'refusal', noon);
    expect(await log.noteTheirWords({ ...words, when_ms: noon - day })).toBe('earlier');
  });

  test('without a no there is nothing to open', async () => {
    const { log } = await opened();
    expect(await log.noteTheirWords({ ...words, when_ms: noon })).toBe('noted');
  });
});

describe('what is only asked', () => {
  const oneSided = async () => {
    const all = await opened();
    for (const ago of [50, 41, 32, 23, 14, 5]) {
      await all.contact('me', noon - ago * day);
      await all.contact('them', noon - ago * day + hour);
    }
    const asked = shownOf(all.view().contact.findings).find(({ effect }) => effect === 'ask');
    if (asked === undefined) throw new Error('nothing is asked');
    return { ...all, asked };
  };

  test('a yes goes into the answers', async () => {
    const { log, view, asked } = await oneSided();
    expect(view().state.sheet.answers[asked.item]).toBeUndefined();
    await log.reply(asked, 'yes');
    expect(view().state.sheet.answers[asked.item]).toBe(asked.answer);
  });

  test('a no changes nothing, and is asked again when there is more', async () => {
    const { log, view, asked, clock, contact } = await oneSided();
    const before = view().standing;
    await log.reply(asked, 'no');
    expect(view().standing).toEqual(before);
    expect(repliedTo(asked, view().state.notes)).toBe('no');
    clock.ms += day;
    await contact('me', clock.ms);
    const more = shownOf(view().contact.findings).find(({ item }) => item === asked.item);
    expect(more && repliedTo(more, view().state.notes)).toBeNull();
  });
});
