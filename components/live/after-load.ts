/** When the page and all that it needs at first are there: what may wait is loaded then. */
export const afterLoad = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === "complete") resolve();
    else window.addEventListener("load", () => resolve(), { once: true });
  });
