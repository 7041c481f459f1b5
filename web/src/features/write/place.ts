// Where a stretch of the draft lies on the screen, measured at the layer behind the field.

import type { Piece } from './spans';
import type { Span } from '../../engine/reading';

const pieceElements = (mirror: HTMLElement, pieces: readonly Piece[], span: Span): Element[] =>
  pieces.flatMap(({ begin, end }, i) => {
    const child = mirror.children[i];
    return child !== undefined && begin >= span.begin && end <= span.end ? [child] : [];
  });

/** Between the words and the reason under them, with room for the line. It belongs to the words. */
const GAP = 6;

/** Which of the stretches lies under a point of the window; of several the last, which is drawn over. */
export const spanUnder = <T extends Span>(
  mirror: HTMLElement,
  pieces: readonly Piece[],
  spans: readonly T[],
  at: { readonly x: number; readonly y: number },
): T | null =>
  spans.findLast((span) =>
    pieceElements(mirror, pieces, span).some((element) =>
      [...element.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          left <= at.x && at.x <= right && top <= at.y && at.y <= bottom + GAP,
      ),
    ),
  ) ?? null;

export interface Spot {
  readonly left: number;
  readonly top: number;
}

/** The place right under a stretch, from the corner of the layer, where `width` still has room. */
export const spotUnder = (
  mirror: HTMLElement,
  pieces: readonly Piece[],
  span: Span,
  width: number,
): Spot => {
  const frame = mirror.getBoundingClientRect();
  const last = pieceElements(mirror, pieces, span).at(-1)?.getClientRects();
  const line = last?.[last.length - 1];
  if (line === undefined) return { left: 0, top: frame.height };
  const left = Math.max(0, Math.min(line.left - frame.left, frame.width - width));
  return { left, top: line.bottom - frame.top + GAP };
};
