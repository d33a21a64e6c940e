import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";

import { guardHistory } from "./guard-history";

const leaving = "baybook:leaving";

/** Steps that somebody was asked about and goes: two things unsaved on one page are one question. */
const allowed = new WeakSet<Event>();

/** For what leads to another page by script alone: whether whoever has something unsaved there lets it go. */
export const mayLeavePage = (): boolean =>
  window.dispatchEvent(new Event(leaving, { cancelable: true }));

/**
 * Whoever leaves the page with something unsaved is asked by the browser: when the window closes or goes elsewhere, and
 * as well on a link of ours or in the browser's history, which change the page without its leaving (screens.md, S17).
 */
export function useUnsavedWarning(isUnsaved: boolean): void {
  const t = useTranslations("ui");
  // oxlint-disable-next-line no-alert -- the same question that the browser asks by itself where the window closes
  const mayLeave = useEffectEvent(() => window.confirm(t("leaveUnsaved")));
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const mayGo = (event: Event) => {
      if (allowed.has(event)) return true;
      if (event.defaultPrevented || !mayLeave()) return false;
      allowed.add(event);
      return true;
    };
    const ask = (event: MouseEvent) => {
      if (!leadsAway(event) || mayGo(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const answer = (event: Event) => {
      if (!mayGo(event)) event.preventDefault();
    };
    const stopGuarding = guardHistory(() => mayLeave());
    window.addEventListener(leaving, answer);
    window.addEventListener("beforeunload", warn);
    // Before the router hears of it.
    document.addEventListener("click", ask, true);
    return () => {
      stopGuarding();
      window.removeEventListener(leaving, answer);
      window.removeEventListener("beforeunload", warn);
      document.removeEventListener("click", ask, true);
    };
  }, [isUnsaved]);
}

/** Whether the click follows a link to another page in this window; others leave everything as it stands. */
function leadsAway({ target, button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return false;
  const link = target instanceof Element ? target.closest("a") : null;
  if (!link?.href || link.target === "_blank" || link.hasAttribute("download")) return false;
  const to = new URL(link.href, location.href);
  // Another site, a mail or a call is the browser's own to ask about, or leaves nothing.
  if (to.origin !== location.origin) return false;
  return to.pathname !== location.pathname || to.search !== location.search;
}
