"use client";

import { usePathname, useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useTransition } from "react";

import { keepNeedText, useKeptNeedText } from "./kept-need-text";

/**
 * The fields for which plug and power a station's page counts, in a form that acts at once. Its address says it; one
 * that says nothing gets what this device remembers, once. It knows addresses alone: the page reads them, so that no
 * plug's name is loaded here.
 */
export function NeedSwitch({ asks, children }: { asks: boolean; children: ReactNode }) {
  const router = useRouter();
  const path = usePathname();
  const kept = useKeptNeedText();
  const [isPending, begin] = useTransition();
  const remembers = !asks && kept !== "";
  useEffect(() => {
    if (remembers) router.replace(`${path}?${kept}`, { scroll: false });
  }, [remembers, kept, path, router]);
  const change = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const asked = [...new FormData(currentTarget)].filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
    );
    const text = new URLSearchParams(asked).toString();
    keepNeedText(text);
    begin(() => router.replace(text ? `${path}?${text}` : path, { scroll: false }));
  };
  return (
    <form
      action={path}
      aria-busy={isPending}
      className="max-w-md aria-busy:opacity-60"
      onChange={change}
    >
      {children}
    </form>
  );
}
