import { describe, expect, test } from 'vitest';
import { builtEngine } from '../../engine/built';
import type { Answering, Engine } from '../../engine/engine';
import type { Reading } from '../../engine/reading';
import { fail } from '../../engine/result';
import { createDraft } from './draft.svelte';
import { createEditor } from './editor.svelte';
import { createWrite } from './write.svelte';

type Answer = Awaited<Answering<Reading>>;

/** An engine that answers a draft when it is told to. */
const slowEngine = () => {
  const asked: string[] = [];
  const tell: ((answer: Answer) => void)[] = [];
  const real = builtEngine();
  const engine: Engine = {
    ...real,
    read: (text) => {
      asked.push(text);
      return new Promise((resolve) => tell.push(resolve));
    },
  };
  const answer = async (turn: number): Promise<void> => {
    tell[turn]?.(await real.read(asked[turn] ?? ''));
    await Promise.resolve();
  };
  return { engine, asked, tell, answer };
};

const pressing = 'You have until Friday to decide.';

describe('a draft', () => {
  test('is read, and marked at its own offsets, behind an emoji too', async () => {
    const draft = createDraft(builtEngine());
    await draft.write(`🙂🙂 Grüße. ${pressing}`);
    const [mark] = draft.found.marks;
    expect(mark).toMatchObject({ fault: 'pressure', tier: 'certain' });
    expect(draft.text.slice(mark?.begin, mark?.end)).toBe('You have until Friday');
    expect(mark?.quote).toBe('You have until Friday');
  });

  test('is read again after the field was emptied: a sign of danger must never be missed', async () => {
    const draft = createDraft(builtEngine());
    await draft.write('a');
    await draft.write('');
    await draft.write('   ');
    await draft.write('I want to kill myself.');
    expect(draft.found.reading?.help_first).toBe(true);
    expect(draft.found.marks[0]).toMatchObject({ fault: 'crisis' });
  });

  test('half an emoji, as an input method leaves it, moves nothing', async () => {
    const draft = createDraft(builtEngine());
    await draft.write(`\ud83d ${pressing}`);
    expect(draft.lost).toBe(false);
    expect(draft.found.marks[0]?.begin).toBe(2);
  });

  test('the newest text wins, and only it is asked for after the one under way', async () => {
    const { engine, asked, answer } = slowEngine();
    const draft = createDraft(engine);
    const settled = [pressing, 'Hello', 'Hello there'].map((text) => draft.write(text));
    expect(asked).toEqual([pressing]);
    await answer(0);
    expect(draft.found.reading, 'a stale answer is dropped').toBeNull();
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).toEqual([pressing, 'Hello there']);
    await answer(1);
    await Promise.all(settled);
    expect(draft.found.marks).toEqual([]);
    expect(draft.found.reading?.observations.words).toBe(2);
  });

  test('marks go along with the words until the reader has looked again', async () => {
    const { engine, answer } = slowEngine();
    const draft = createDraft(engine);
    const first = draft.write(pressing);
    await answer(0);
    await first;
    void draft.write(`So. ${pressing}`);
    expect(draft.found.marks[0]?.begin).toBe(4);
  });

  test('a reader that does not come is said, and can be asked again', async () => {
    const { engine, tell, answer } = slowEngine();
    const draft = createDraft(engine);
    const first = draft.write(pressing);
    tell[0]?.(fail({ type: 'Unreachable' }));
    await first;
    expect(draft.lost).toBe(true);
    expect(draft.text).toBe(pressing);
    const again = draft.look();
    await answer(1);
    await again;
    expect(draft.lost).toBe(false);
    expect(draft.found.marks).toHaveLength(1);
  });

  test('without words there is no reading, so nothing is said about it', async () => {
    const draft = createDraft(builtEngine());
    await draft.write(pressing);
    await draft.write('  \n');
    expect(draft.found.reading).toBeNull();
    expect(draft.found.marks).toEqual([]);
  });
});

describe('help first', () => {
  const despair = 'I want to kill myself.';

  test('stays until they say that they are safe, and comes anew with new words', async () => {
    const { found, write } = createDraft(builtEngine());
    await write(despair);
    expect(found.help).toBe('shown');
    expect(found.strengths).toEqual([]);
    await write('Hello.');
    expect(found.help).toBe('shown');
    found.goOn();
    expect(found.help).toBe('none');
    await write(despair);
    found.goOn();
    await write(`${despair} Hello.`);
    expect(found.help).toBe('aside');
    await write('Hello.');
    await write(despair);
    expect(found.help).toBe('shown');
  });
});

describe('the editor', () => {
  test('opens the reason where the caret is put, and closes it with the next key', async () => {
    const draft = createDraft(builtEngine());
    const editor = createEditor(draft);
    await draft.write(pressing);
    editor.placed({ begin: 5, end: 5 });
    expect(editor.opened).toMatchObject({ by: 'caret', mark: { fault: 'pressure' } });
    editor.type(`${pressing} Hm`);
    expect(editor.opened).toBeNull();
    editor.placed({ begin: 30, end: 30 });
    expect(editor.opened).toBeNull();
    expect(editor.here).toBeNull();
  });

  test('a pointer that passes over leaves what the caret opened', async () => {
    const draft = createDraft(builtEngine());
    const editor = createEditor(draft);
    await draft.write(pressing);
    const mark = draft.found.marks[0] ?? null;
    editor.hovered(mark);
    expect(editor.opened?.by).toBe('pointer');
    editor.hovered(null);
    expect(editor.opened).toBeNull();
    editor.step('next');
    editor.hovered(null);
    expect(editor.opened?.by).toBe('caret');
  });

  test('steps choose the words in the field', async () => {
    const draft = createDraft(builtEngine());
    const editor = createEditor(draft);
    const chosen: string[] = [];
    editor.attach({
      select: ({ begin, end }) => chosen.push(draft.text.slice(begin, end)),
      insert: () => undefined,
    });
    await draft.write(`${pressing} 🙂 ${pressing}`);
    editor.step('next');
    editor.step('next');
    editor.step('previous');
    expect(chosen).toEqual(Array(3).fill('You have until Friday'));
    expect(editor.here?.begin).toBe(0);
  });
});

test('wiping leaves nothing of message, letter and purpose', async () => {
  const write = createWrite(builtEngine());
  await write.message.draft.write(pressing);
  await write.letter.draft.write('I want to kill myself.');
  write.message.step('next');
  write.choose('invite');
  write.toLetter();
  write.wipe();
  for (const { draft, opened } of [write.message, write.letter]) {
    expect(draft.text).toBe('');
    expect(draft.found).toMatchObject({ marks: [], strengths: [], reading: null, help: 'none' });
    expect(opened).toBeNull();
  }
  expect(write).toMatchObject({ purpose: null, atLetter: false });
});
