// Whether the words are on paper: two of them are asked for, one from each half.

const HALF = 6;
const TELLING_LETTERS = 4;

const below = (limit: number): number =>
  (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % limit;

export const placesToAsk = (): readonly [number, number] => [below(HALF), HALF + below(HALF)];

/** As the vault reads them: capitals do not count, and the first four letters are enough. */
export const isWord = (typed: string, word: string): boolean => {
  const plain = typed.trim().toLowerCase();
  return plain === word || (plain.length === TELLING_LETTERS && word.startsWith(plain));
};
