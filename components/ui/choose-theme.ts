import { yearMs } from "@/lib/core/durations";
import { themeCookie, type Theme } from "./theme";

const listeners = new Set<() => void>();

/** Hears of every choice, until the returned function is called. */
export function subscribeTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Shows the page in the theme from now on, and keeps it in a cookie for a year: what this device chose comes before what
 * the account did.
 */
export function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  document.cookie = `${themeCookie}=${theme}; Path=/; Max-Age=${yearMs / 1_000}; SameSite=Lax`;
  for (const listener of listeners) listener();
}
