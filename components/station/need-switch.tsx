"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect } from "react";

import { keepChoice, keptChoice } from "../ui/kept-choice";

/**
 * The fields for which plug and power a station's page counts, in a form that acts at once. Its address says it; one
 * that says nothing gets what this device remembers, once. It knows addresses alone, which the page reads, so that no
 * plug's name is loaded here. `address` is that of the page without a need, ready to be gone on with: the time that is
 * marked stays.
 */
export function NeedSwitch({
  asks,
  address,
  children,
}: {
  asks: boolean;
  address: string;
  children: ReactNode;
}) {
  const { replace } = useRouter();
  useEffect(() => {
    const kept = !asks && keptChoice("baybook.need");
    if (kept) replace(address + kept, { scroll: false });
  }, [asks, address, replace]);
  const change = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const asked = [...new FormData(currentTarget)].filter(([, value]) => value);
    const text = String(new URLSearchParams(asked as [string, string][]));
    keepChoice("baybook.need", text);
    replace(address + text, { scroll: false });
  };
  return (
    <form className="max-w-md" onChange={change}>
      {children}
    </form>
  );
}
