import { type RefObject, useCallback, useEffect, useRef } from "react";

/** What was typed for the palette before it could hear it. */
export interface EarlyKeys {
  /** Says it once, and forgets it. */
  readonly take: () => string;
}

/**
 * Keeps what is typed between the key that opens the palette and its field: the script may still be on its way, and who
 * knows the palette types on (screens.md, S11). Nothing of it reaches the page, where Enter would press what has the
 * focus.
 */
export function useEarlyKeys(open: boolean): EarlyKeys {
  const typed = useRef("");
  useEffect(() => {
    typed.current = "";
    if (!open) return undefined;
    const keep = (event: KeyboardEvent) => keepKey(typed, event);
    document.addEventListener("keydown", keep, true);
    return () => document.removeEventListener("keydown", keep, true);
  }, [open]);
  const take = useCallback(() => {
    const said = typed.current;
    typed.current = "";
    return said;
  }, []);
  return { take };
}

/** The palette's own field, or another of its window, hears for itself. */
const isHeard = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.closest("[data-palette]") !== null;

function keepKey(typed: RefObject<string>, event: KeyboardEvent): void {
  if (isHeard(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  if (key === "Backspace") typed.current = typed.current.slice(0, -1);
  else if ([...key].length === 1) typed.current += key;
  else if (key !== "Enter") return;
  event.preventDefault();
  event.stopPropagation();
}
