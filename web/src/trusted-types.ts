// What the page may turn into script or markup. Imported first, before anything could ask.
//
// Only script files of our own origin (the worker) pass; a string that would become HTML is refused.
// Svelte's fixed templates have a policy of their own.

interface PolicyRules {
  readonly createHTML: (input: string) => string;
  readonly createScript: (input: string) => string;
  readonly createScriptURL: (input: string) => string;
}

declare global {
  interface Window {
    readonly trustedTypes?: {
      readonly createPolicy: (name: string, rules: PolicyRules) => unknown;
    };
  }
}

const refuse = (): never => {
  throw new TypeError('refused by the page');
};

const ownScript = (input: string): string => {
  const { origin, href } = new URL(input, document.baseURI);
  return origin === location.origin ? href : refuse();
};

window.trustedTypes?.createPolicy('default', {
  createHTML: refuse,
  createScript: refuse,
  createScriptURL: ownScript,
});

export {};
