const name = "baybook:noted-at-login";

/** Has the login page say this to who is led there in this window, because their session has ended. */
export function noteAtLogin(words: string): void {
  try {
    const before = sessionStorage.getItem(name);
    sessionStorage.setItem(name, before === null ? words : `${before}\n${words}`);
  } catch {
    // Where a browser keeps nothing, the things themselves still show how they stand.
  }
  window.dispatchEvent(new Event(name));
}

/** Hears that there is something to say, which may come only once the login page is there; returns how to stop. */
export function onNoted(listener: () => void): () => void {
  window.addEventListener(name, listener);
  return () => window.removeEventListener(name, listener);
}

/** What the login page is to say, once. */
export function takeNoted(): readonly string[] {
  try {
    const words = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return words?.split("\n") ?? [];
  } catch {
    return [];
  }
}
