/** A result, said in passing. */
export interface ToastMessage {
  readonly words: string;
  readonly kind: "success" | "danger";
}

type Listener = (message: ToastMessage) => void;

const listeners = new Set<Listener>();

/** Says a result in passing, wherever the reader is on the page. */
export function toast(words: string, kind: ToastMessage["kind"] = "success"): void {
  for (const listener of listeners) listener({ words, kind });
}

/** Hears every toast; returns how to stop. */
export function onToast(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
