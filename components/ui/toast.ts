/** A result, said in passing. */
export interface ToastMessage {
  readonly words: string;
  readonly kind: "success" | "danger";
}

type Listener = (message: ToastMessage) => void;

const listeners = new Set<Listener>();
/** What was said before anything on the page could show it. */
let unheard: ToastMessage[] = [];
let wake: (() => void) | undefined;
let prepare: (() => void) | undefined;

/** Says a result in passing, wherever the reader is on the page. */
export function toast(words: string, kind: ToastMessage["kind"] = "success"): void {
  if (listeners.size === 0) unheard.push({ words, kind });
  for (const listener of listeners) listener({ words, kind });
  wake?.();
}

/** Something will be said in a moment: what shows it comes while its words are still on their way. */
export const expectToast = (): void => prepare?.();

/** Hears every toast, those first that nobody has heard yet; returns how to stop. */
export function onToast(listener: Listener): () => void {
  listeners.add(listener);
  const missed = unheard;
  unheard = [];
  for (const message of missed) listener(message);
  return () => listeners.delete(listener);
}

/**
 * Hears that something is said, which whoever it wakes is to show, and before that may be that something will be;
 * returns how to stop.
 */
export function onFirstToast(begin: () => void, expect: () => void): () => void {
  wake = begin;
  prepare = expect;
  if (unheard.length > 0) begin();
  return () => {
    wake = undefined;
    prepare = undefined;
  };
}
