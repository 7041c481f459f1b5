// The worker's own side: fetches two files, opens the guide, and answers one message with one. The
// third file, the reader's rules, comes when a draft is to be read.

import guideUrl from '../../generated/guide.json?url';
import rulesUrl from '../../generated/reader.bin?url';
import wasmUrl from '../../generated/amends.wasm?url';
import { createLocalEngine } from './local';
import type { Answering } from './engine';
import type { Asking } from './worker';

const bytesOf = async (url: string): Promise<Uint8Array<ArrayBuffer>> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`status ${String(response.status)}`);
  return new Uint8Array(await response.arrayBuffer());
};

const engine = Promise.all([bytesOf(wasmUrl), bytesOf(guideUrl)]).then(([wasm, guide]) =>
  createLocalEngine(wasm, guide, () => bytesOf(rulesUrl)),
);

const answered = async (asking: Asking): Answering<unknown> => {
  const { ask } = asking;
  const running = await engine;
  switch (ask) {
    case 'ready':
      return running.ready();
    case 'pack':
      return running.pack();
    case 'check':
      return running.check(asking.input);
    case 'agenda':
      return running.agenda(asking.input);
    case 'answer':
      return running.answer(asking.input);
    case 'screen':
      return running.screen(asking.input);
    case 'openReader':
      return running.openReader();
    case 'read':
      return running.read(asking.input);
    case 'openBook':
      return running.openBook(asking.input);
    case 'add':
      return running.add(asking.input);
    case 'event':
      return running.event(asking.input);
    case 'fold':
      return running.fold(asking.input);
  }
};

addEventListener('message', (event: MessageEvent<Asking & { readonly turn: number }>) => {
  const { turn } = event.data;
  answered(event.data).then(
    (result) => {
      postMessage({ turn, result });
    },
    () => {
      postMessage({ turn, result: { ok: false, error: { type: 'Unreachable' } } });
    },
  );
});
