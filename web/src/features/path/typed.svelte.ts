// What is being typed, by the name of its field, so that going back and forth loses nothing.

export const createTyped = () => {
  let texts = $state.raw<Readonly<Record<string, string>>>({});

  return {
    of: (field: string): string | undefined => texts[field],
    write: (field: string, text: string): void => {
      texts = { ...texts, [field]: text };
    },
    forget: (...fields: readonly string[]): void => {
      texts = Object.fromEntries(Object.entries(texts).filter(([name]) => !fields.includes(name)));
    },
    wipe: (): void => {
      texts = {};
    },
  };
};

export type Typed = ReturnType<typeof createTyped>;
