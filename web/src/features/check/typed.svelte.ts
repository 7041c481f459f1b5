// Words being typed beside an answer, until the book has them.

export const createTyped = () => {
  let all = $state.raw<Readonly<Record<string, string>>>({});

  return {
    get all() {
      return all;
    },
    write: (item: string, words: string): void => {
      all = { ...all, [item]: words };
    },
    /** What is typed, where it is other than what the book has. */
    changed: (item: string, before: string | undefined): string | undefined => {
      const words = all[item];
      return words === undefined || words === (before ?? '') ? undefined : words;
    },
    forget: (item: string): void => {
      all = Object.fromEntries(Object.entries(all).filter(([of]) => of !== item));
    },
    wipe: (): void => {
      all = {};
    },
  };
};
