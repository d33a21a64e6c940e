import { type MouseEvent, useEffect, useRef } from "react";

/** A press so many milliseconds after its button changed was still meant for what stood there before. */
const settled = 700;

/** Whether the key that is down comes again by itself, because it is held. */
let isRepeating = false;
let isFollowed = false;

/** A click does not say whether it comes of a key that is held: the key before it does. */
function followKeys(): void {
  if (isFollowed) return;
  isFollowed = true;
  const end = () => (isRepeating = false);
  window.addEventListener("keydown", ({ repeat }) => (isRepeating = repeat), true);
  for (const type of ["keyup", "pointerdown", "blur"]) window.addEventListener(type, end, true);
}

/**
 * Whether a press is meant for the button as it is now. One that takes the place of another, as Undo that of Approve,
 * is met by the second press of a double click, fast or slow: that one means nothing. Nor does what a held key presses
 * after its first. `does` is what the button does; null where none stands.
 */
export function useMeantPress(does: "approve" | "undo" | null): (event: MouseEvent) => boolean {
  const changed = useRef({ does, at: -Infinity });
  useEffect(followKeys, []);
  useEffect(() => {
    const before = changed.current.does;
    if (before === does) return;
    // Where none stood, Approve is nobody's second press; Undo comes of a first one close by.
    const isMeant = before === null && does === "approve";
    changed.current = { does, at: isMeant ? -Infinity : performance.now() };
  }, [does]);
  return ({ detail, timeStamp }) => {
    if (detail === 0 && isRepeating) return false;
    // When it was pressed, and not when a busy page comes to it.
    return detail <= 1 && timeStamp - changed.current.at >= settled;
  };
}
