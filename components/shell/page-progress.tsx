"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import { followedLink } from "../ui/followed-link";

/** Milliseconds that a page may take before its wait is shown (quality.md, Look and feel). */
const patience = 300;
/** Milliseconds after which nothing is coming any more, such as where a link led back here. */
const longest = 15_000;

/** A thin line above everything while the page that somebody went to is on its way. */
export function PageProgress() {
  // Once another page is here, the wait begins anew.
  return <Wait key={`${usePathname()}?${useSearchParams()}`} />;
}

function Wait() {
  const t = useTranslations("ui");
  const [isWaiting, setWaiting] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (!leadsToPage(event)) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        setWaiting(true);
        timer.current = setTimeout(() => setWaiting(false), longest);
      }, patience);
    };
    document.addEventListener("click", follow, true);
    return () => {
      document.removeEventListener("click", follow, true);
      clearTimeout(timer.current);
    };
  }, []);

  if (!isWaiting) return null;
  return (
    <>
      <progress aria-label={t("loading")} className="sr-only" />
      <div
        aria-hidden
        className="fixed inset-x-0 top-0 z-[2000] h-0.5 overflow-hidden bg-accent-soft"
      >
        <div className="h-full w-2/5 animate-progress bg-accent motion-reduce:w-full motion-reduce:animate-none" />
      </div>
    </>
  );
}

/** Whether a click follows a link to another page here, in this window. */
function leadsToPage(event: MouseEvent): boolean {
  const link = followedLink(event);
  if (!link) return false;
  const { pathname, search } = window.location;
  const isSame = link.pathname === pathname && link.search === search;
  return !isSame && !link.pathname.startsWith("/api/");
}
