/** What somebody chose on this device, by its name. */
type Choice =
  | "baybook.camera"
  | "baybook.muted"
  | "baybook.station"
  | "baybook.need"
  | "baybook.search";

/** For a browser that keeps nothing: as long as the page stands. */
const chosen = new Map<Choice, string>();
const listeners = new Set<() => void>();

/** Undefined before a choice. */
export function keptChoice(name: Choice): string | undefined {
  if (chosen.has(name)) return chosen.get(name);
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepChoice(name: Choice, value: string): void {
  chosen.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // Nothing is kept in this browser.
  }
  for (const listener of listeners) listener();
}

export const onChoice = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
