// The service worker: the app's own files, kept so that it opens without a network. Nothing else is
// ever kept here: no address that was asked for, no answer that is not in the build.
//
// Its build puts in the list of files and a version, which is the hash of that list. A new version is
// fetched whole beside the old one and waits until a person says so, or until the last tab is closed.

declare const self: ServiceWorkerGlobalScope;

/** Set by vite.sw.ts. */
declare const FILES: readonly string[];
declare const VERSION: string;

const PREFIX = 'notes-';
const CACHE = PREFIX + VERSION;

const fetchAll = async (): Promise<void> => {
  const cache = await caches.open(CACHE);
  // Past the browser's own cache: an old file under a name without a hash would stay for ever.
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })));
};

const dropOld = async (): Promise<void> => {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
};

const kept = async (request: Request): Promise<Response> => {
  // A module script is fetched with an Origin header, and servers answer `Vary: Origin`. Looked for by
  // name, for opening a cache makes it: after erasing there is none, and none comes.
  const where = { cacheName: CACHE, ignoreSearch: true, ignoreVary: true };
  const found = await caches.match(request, where);
  return found ?? fetch(request);
};

self.addEventListener('install', (event) => {
  event.waitUntil(fetchAll());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOld());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(kept(request));
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
});

// A module to the compiler only, so that `self` can be declared. The build takes this line out.
export {};
