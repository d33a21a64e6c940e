import { useEffect, useRef } from "react";

import { sentEvent } from "../form/sent-event";

/** What can be typed into, or chosen in. */
type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isTypeable = (target: EventTarget | null): target is Typed =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

/** What is typed to look for something stands in the address or finds its answer at once; choices outside of a form act at once. */
const isUnsent = (field: Typed) => {
  if (field.type === "search" || field.closest("search")) return false;
  const isText = field instanceof HTMLTextAreaElement || isTextInput(field);
  return isText ? field.value !== "" : field.form !== null;
};

const isTextInput = (field: Typed) =>
  field instanceof HTMLInputElement && field.type !== "checkbox" && field.type !== "radio";

/**
 * Answers, when it is asked, whether something stands on the page that somebody typed or chose and that no server has
 * taken yet: a form that was sent counts until it was done, since a refusal leaves what was typed to be mended. A field
 * that was emptied again or is gone does not count.
 */
export function useTyped(): () => boolean {
  const fields = useRef(new Set<Typed>());
  useEffect(() => {
    const known = fields.current;
    const type = ({ target }: Event) => {
      if (isTypeable(target)) known.add(target);
    };
    const done = ({ target }: Event) => {
      for (const field of known) if (field.form === target) known.delete(field);
    };
    document.addEventListener("input", type, { capture: true });
    document.addEventListener(sentEvent, done, { capture: true });
    return () => {
      document.removeEventListener("input", type, { capture: true });
      document.removeEventListener(sentEvent, done, { capture: true });
    };
  }, []);
  return () => [...fields.current].some((field) => field.isConnected && isUnsent(field));
}
