import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

/** Presses that lie less apart, in milliseconds, and taps in pixels, were meant for one and the same thing. */
export const settled = 700;
const near = 48;

/** A tap: where, when in milliseconds, and on which card. */
export interface Tap {
  readonly x: number;
  readonly y: number;
  readonly at: number;
  readonly card: string;
}

/**
 * Whether a tap is the second of two where the first had another card come: it was meant for what stood there. A tap
 * somewhere else, or on the same card, counts at once.
 */
export function isSecondTap(tap: Tap, before: Tap | undefined): boolean {
  if (!before || before.card === tap.card || tap.at - before.at >= settled) return false;
  return Math.hypot(tap.x - before.x, tap.y - before.y) < near;
}

/**
 * In the area, one press of a finger or a mouse is one, double or not, whatever takes its place. `card` tells what is
 * shown from what is shown next. A key's focus goes with its card: it presses nothing twice.
 */
export function useSingleTaps(area: RefObject<HTMLElement | null>, card: string): void {
  const shown = useRef(card);
  useLayoutEffect(() => {
    shown.current = card;
  }, [card]);
  useEffect(() => {
    let before: Tap | undefined;
    const hear = (event: MouseEvent) => {
      if (event.detail === 0) return;
      const { clientX: x, clientY: y, timeStamp: at } = event;
      const tap = { x, y, at, card: shown.current };
      const isHere = event.target instanceof Node && area.current?.contains(event.target);
      if (!isHere || !isSecondTap(tap, before)) {
        before = tap;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    // Whoever wrote something in between means what they press next.
    const forget = () => {
      before = undefined;
    };
    // Before anybody else hears of it, such as what tells that a page is on its way.
    window.addEventListener("click", hear, true);
    window.addEventListener("input", forget, true);
    return () => {
      window.removeEventListener("click", hear, true);
      window.removeEventListener("input", forget, true);
    };
  }, [area]);
}
