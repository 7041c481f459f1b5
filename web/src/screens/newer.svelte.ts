// The service worker, from the page's side: set up after the first screen, and a newer version that
// waits is said, not forced: loading it would take what is in memory with it.

export const createNewer = () => {
  let waiting = $state.raw<ServiceWorker | null>(null);

  const watch = (registration: ServiceWorkerRegistration): void => {
    waiting = registration.waiting;
    registration.addEventListener('updatefound', () => {
      const next = registration.installing;
      next?.addEventListener('statechange', () => {
        // The first one of all has nobody to wait for.
        if (next.state === 'installed' && navigator.serviceWorker.controller) waiting = next;
      });
    });
  };

  return {
    /** A newer version of the app is here and waits. */
    get isWaiting() {
      return waiting !== null;
    },
    /** Without it everything works, online. */
    begin: async (): Promise<void> => {
      if (!('serviceWorker' in navigator)) return;
      try {
        watch(await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' }));
      } catch {
        // A private window, or a setting.
      }
    },
    load: (): void => {
      navigator.serviceWorker.addEventListener('controllerchange', () => {
        location.reload();
      });
      waiting?.postMessage('take over');
    },
  };
};

export type Newer = ReturnType<typeof createNewer>;
