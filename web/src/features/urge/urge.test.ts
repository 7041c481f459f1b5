import { beforeAll, describe, expect, test } from 'vitest';
import { createBook } from '../../book/book.svelte';
import { builtEngine, builtPack } from '../../engine/built';
import type { UrgePage } from '../../engine/plan';
import { createMemoryStore } from '../../store/memory';
import { pastUrges } from './past';
import { createUrge } from './urge.svelte';

let page: UrgePage;
beforeAll(async () => {
  page = (await builtPack()).letting_go.urge;
});

const MINUTE_MS = 60_000;

const opened = async () => {
  const clock = { ms: new Date(2026, 10, 25, 20).getTime() };
  const outside = { now: () => clock.ms, offset: () => 0, newId: () => 'n' };
  const book = createBook(builtEngine(), outside);
  const store = createMemoryStore();
  await book.open(store);
  const urge = createUrge(book, page);
  const after = (minutes: number): void => {
    clock.ms += minutes * MINUTE_MS;
    urge.sitting.look();
  };
  return { book, store, urge, after, clock };
};

describe('the lines', () => {
  test('turn by themselves, the last when ten minutes are nearly over, and stay there', async () => {
    const { urge, after } = await opened();
    urge.begin();
    after(1);
    expect(urge.sitting.line).toBe(0);
    after(1);
    expect(urge.sitting.line).toBe(1);
    after(7);
    expect(urge.sitting.isLast).toBe(true);
    expect(urge.sitting.whole).toBeLessThan(1);
    after(30);
    expect(urge.sitting.isLast).toBe(true);
    expect(urge.sitting.whole).toBe(1);
    expect(urge.place).toBe('lines');
  });

  test('a phone that slept catches up', async () => {
    const { urge, after } = await opened();
    urge.begin();
    after(6);
    expect(urge.sitting.line).toBe(3);
  });

  test('turned by hand they wait', async () => {
    const { urge, after } = await opened();
    urge.begin();
    urge.sitting.paced('by-hand');
    after(9);
    expect(urge.sitting.line).toBe(0);
    urge.sitting.turn(1);
    expect(urge.sitting.line).toBe(1);
    urge.sitting.turn(-1);
    urge.sitting.turn(-1);
    expect(urge.sitting.isFirst).toBe(true);
  });

  test('a line that was turned by hand has its whole time', async () => {
    const { urge, after } = await opened();
    urge.begin();
    after(1.6);
    urge.sitting.turn(1);
    after(1.6);
    expect(urge.sitting.line).toBe(1);
  });
});

describe('how it was', () => {
  test('is noted by the button alone, with or without how strong', async () => {
    const { book, urge } = await opened();
    urge.toAfter();
    urge.say('still-there');
    urge.say('passed');
    expect(book.view?.state.check_ins).toEqual([]);
    await urge.note();
    expect(urge.place).toBe('noted');
    urge.toWays();
    urge.toAfter();
    urge.say('sent');
    urge.rate(8);
    await urge.note();
    const noted = book.view?.state.check_ins.map(({ kind, went, level }) => ({
      kind,
      went,
      level,
    }));
    expect(noted).toEqual([
      { kind: 'urge', went: 'passed', level: undefined },
      { kind: 'urge', went: 'sent', level: 8 },
    ]);
  });

  test('what was not written is said, and the choice stays', async () => {
    const { store, urge } = await opened();
    urge.toAfter();
    urge.say('talked');
    store.wipe();
    await urge.note();
    expect([urge.place, urge.lost, urge.went]).toEqual(['after', true, 'talked']);
  });

  test('earlier ones are sentences, the newest first', () => {
    const now = new Date(2026, 10, 25, 12).getTime();
    const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();
    const says = pastUrges(
      [
        { when_ms: at(21, 20), kind: 'urge', went: 'passed' },
        { when_ms: at(22, 9), kind: 'day' },
        { when_ms: at(24, 9), kind: 'urge', went: 'of-a-later-guide' },
      ],
      page.went,
      now,
    ).map((past) => past.says);
    expect(says).toEqual([
      'Yesterday morning. How it went is not noted.',
      'On Saturday evening. It eased off.',
    ]);
  });
});
