import { type MouseEvent, useEffect, useRef } from "react";

/** A press so many milliseconds after its button changed was still meant for what stood there before. */
const settled = 700;

/**
 * Whether a press is meant for the button as it is now. One that takes the place of another, as Undo that of Approve,
 * is met by the second press of a double click, fast or slow: that one means nothing. `state` is what the button does.
 */
export function useMeantPress(state: unknown): (event: MouseEvent) => boolean {
  const changed = useRef<{ state: unknown; at: number }>({ state, at: -Infinity });
  useEffect(() => {
    if (changed.current.state !== state) changed.current = { state, at: performance.now() };
  }, [state]);
  return ({ detail }) => detail <= 1 && performance.now() - changed.current.at >= settled;
}
