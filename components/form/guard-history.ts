const pageOf = ({ pathname, search }: URL | Location) => pathname + search;

/**
 * Asks whoever goes back or forth in the browser's history to another page; whoever stays finds what they typed. Answers
 * how to stop asking.
 */
export const guardHistory = (mayLeave: () => boolean): (() => void) =>
  "navigation" in window && window.navigation
    ? guardNavigation(window.navigation, mayLeave)
    : guardEntry(mayLeave);

/**
 * Where the browser tells of a step in its history before it takes it. Twice in a row, without a touch of the page in
 * between, no browser lets a page hold its reader: who then goes back again, goes.
 */
function guardNavigation(navigation: Navigation, mayLeave: () => boolean): () => void {
  const ask = (event: NavigateEvent) => {
    if (event.navigationType !== "traverse" || !event.cancelable) return;
    // A step within the page leaves nothing.
    if (pageOf(new URL(event.destination.url)) === pageOf(location)) return;
    if (!mayLeave()) event.preventDefault();
  };
  navigation.addEventListener("navigate", ask);
  return () => navigation.removeEventListener("navigate", ask);
}

/**
 * Where it does not: the page stands twice in the history, and whoever comes to the first of the two is going back. The
 * router hears of every step before this does, but makes nothing of one that leads to the page that it shows.
 */
function guardEntry(mayLeave: () => boolean): () => void {
  const page = pageOf(location);
  /** Tells the first of the two from steps within the page, such as one to another hash, which leave nothing. */
  const mark = `guarded-${crypto.randomUUID()}`;
  let isMoving = false;
  const ask = () => {
    const isFirst = Boolean((history.state as Record<string, unknown> | null)?.[mark]);
    if (isMoving || !isFirst || pageOf(location) !== page) {
      isMoving = false;
      return;
    }
    isMoving = true;
    if (mayLeave()) history.back();
    else history.forward();
  };
  history.replaceState({ ...(history.state as object | null), [mark]: true }, "");
  history.pushState(null, "", location.href);
  window.addEventListener("popstate", ask);
  return () => window.removeEventListener("popstate", ask);
}
