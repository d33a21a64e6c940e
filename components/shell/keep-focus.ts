import { signInArrival } from "../account/go-onward";

/**
 * Where a deed or a link takes the focused element out of the page, whoever reads by keyboard or ear would begin at the
 * page's top again. The focus goes to what is nearest to where it was: the part of the page that held the element, or
 * the heading of another page. Whoever moves the focus themselves, as a dialog does, comes first.
 */
export function keepFocus(): void {
  if (isKept) return;
  isKept = true;
  let coming = signInArrival();
  /** The page after a sign-in may come by way of the login's own address, in the same document. */
  const arrive = () => {
    if (!coming || location.pathname === "/login") return;
    // Whoever opened something meanwhile, such as the palette, is there already.
    const isElsewhere = document.querySelector("[role=dialog], [data-palette]") !== null;
    if (document.activeElement === document.body && !isElsewhere) focusOn(head());
    coming.done();
    coming = null;
  };
  arrive();
  let path: readonly Element[] = pathOf(document.activeElement);
  // A dialog stands beside the page: what it was opened for is where the focus was on the page itself.
  let onPage = path;
  document.addEventListener("focusin", ({ target }) => {
    path = pathOf(target instanceof Element ? target : null);
    if (path.some(({ id }) => id === "main")) onPage = path;
  });
  const isLost = () => document.activeElement === document.body && path[0]?.isConnected === false;
  new MutationObserver(() => {
    arrive();
    // Once more after the frame, since what closes a window brings the focus back itself.
    if (isLost())
      requestAnimationFrame(
        () => isLost() && focusOn(successorOf(path) ?? successorOf(onPage) ?? head()),
      );
  }).observe(document.body, { childList: true, subtree: true });
}

/** Once for a window, whichever frame asks. */
let isKept = false;

/** The element and those around it, the nearest first. */
function pathOf(element: Element | null): Element[] {
  const path: Element[] = [];
  for (let one = element; one && one !== document.body; one = one.parentElement) path.push(one);
  return path;
}

/** What is left on the page of where the focus was; null where nothing is. */
function successorOf(path: readonly Element[]): HTMLElement | null {
  const main = document.getElementById("main");
  const near = path.find((one) => one.isConnected);
  const isPart = near !== undefined && near !== main && main?.contains(near);
  return isPart ? (near as HTMLElement) : null;
}

function head(): HTMLElement | null {
  const main = document.getElementById("main");
  return main?.querySelector("h1") ?? main;
}

function focusOn(element: HTMLElement | null): void {
  if (!element) return;
  if (!element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    // It is no control, and needs no ring.
    element.style.outline = "none";
  }
  element.focus({ preventScroll: true });
}
