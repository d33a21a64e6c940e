/** Where in the browser's history this is; null where the browser does not say. */
const placeNow = () => window.navigation?.currentEntry?.index ?? null;
const pageNow = () => location.pathname + location.search;

/**
 * Asks whoever goes back or forth in the browser's history to another page. Whoever stays is brought back to where they
 * were, before the router hears that they were gone; what was typed is not touched. Answers how to stop asking.
 */
export function guardHistory(mayLeave: () => boolean): () => void {
  const page = pageNow();
  const place = placeNow();
  let isComingBack = false;
  let hasLeft = false;
  const ask = (event: PopStateEvent) => {
    if (isComingBack) {
      isComingBack = false;
      event.stopImmediatePropagation();
      return;
    }
    // A step within the page, such as to a heading, leaves nothing.
    if (hasLeft || pageNow() === page) return;
    hasLeft = mayLeave();
    if (hasLeft) return;
    event.stopImmediatePropagation();
    isComingBack = true;
    const now = placeNow();
    // Without a word on where this is, it was back: that is the button people press.
    history.go(place === null || now === null ? 1 : place - now);
  };
  // While it goes down, the router, which listens to the same window, has not heard of it.
  window.addEventListener("popstate", ask, { capture: true });
  return () => window.removeEventListener("popstate", ask, { capture: true });
}
