import { useEffect, useReducer, useRef } from "react";

/**
 * Puts the focus on the first element that a selector finds, once what is being changed is on the page: whoever
 * works by keyboard is not thrown back to the page's beginning when the control they used goes away.
 */
export function useFocusAfter(): (selector: string) => void {
  const wanted = useRef<string | null>(null);
  // Also where nothing else changes on the page.
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  useEffect(() => {
    if (wanted.current === null) return;
    const target = document.querySelector<HTMLElement>(wanted.current);
    if (!target) return;
    wanted.current = null;
    target.focus();
  });
  return (selector) => {
    wanted.current = selector;
    look();
  };
}
