import { useEffect, useRef } from "react";

/** What can be typed into. */
type Typed = HTMLInputElement | HTMLTextAreaElement;

/**
 * Answers, when it is asked, whether something stands on the page that somebody typed and has not sent. A form that was
 * sent is not counted any more, nor is a field that was emptied again or is gone.
 */
export function useTyped(): () => boolean {
  const fields = useRef(new Set<Typed>());
  useEffect(() => {
    const known = fields.current;
    const type = ({ target }: Event) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
        known.add(target);
      }
    };
    const send = ({ target }: Event) => {
      for (const field of known) if (field.form === target) known.delete(field);
    };
    document.addEventListener("input", type, { capture: true });
    document.addEventListener("submit", send, { capture: true });
    return () => {
      document.removeEventListener("input", type, { capture: true });
      document.removeEventListener("submit", send, { capture: true });
    };
  }, []);
  return () => [...fields.current].some(({ isConnected, value }) => isConnected && value !== "");
}
