// The page begins here: guards first, then the first screen, then, once it is painted, the engine.

import './trusted-types';
import './ui/tokens.css';
import './ui/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { createWorkerEngine } from './engine/worker';
import { startAnewOnReturn } from './features/quick-exit/leave';
import { createNewer } from './screens/newer.svelte';
import { createSession } from './screens/session.svelte';
import { createStores } from './store/stores';

startAnewOnReturn();

const session = createSession({
  makeEngine: createWorkerEngine,
  stores: createStores(),
  now: Date.now,
  offset: () => -new Date().getTimezoneOffset(),
  newId: () => crypto.randomUUID().replaceAll('-', ''),
  languages: navigator.languages,
});

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');

// Whether notes lie here decides what the first screen says. A browser that does not answer at once
// is not waited for.
const LONGEST_MS = 300;
await Promise.race([
  session.keep.look(),
  new Promise((resolve) => setTimeout(resolve, LONGEST_MS)),
]);
const newer = createNewer();
mount(App, { target, props: { session, newer } });

// The larger files, and only then all of them once more for the next time without a network.
const fetchRest = async (): Promise<void> => {
  await session.open();
  await newer.begin();
};

// After a frame and a task the start screen is on the glass.
requestAnimationFrame(() => setTimeout(() => void fetchRest(), 0));
