"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

import { asksAny, type CarNeed, withNeed } from "./car-need";
import { keepNeed, useKeptNeed } from "./kept-need";
import { NeedFields } from "./need-fields";

/**
 * For which plug and power a station's page counts. Its address says it; one that says nothing gets what this device
 * remembers, once.
 */
export function NeedSwitch({
  need,
  plugs,
  powers,
}: {
  need: CarNeed;
  plugs: readonly string[];
  powers: readonly number[];
}) {
  const router = useRouter();
  const path = usePathname();
  const kept = useKeptNeed();
  const [isPending, begin] = useTransition();
  const remembers = !asksAny(need) && asksAny(kept);
  useEffect(() => {
    if (remembers) router.replace(withNeed(path, kept), { scroll: false });
  }, [remembers, kept, path, router]);
  const change = (next: CarNeed) => {
    keepNeed(next);
    begin(() => router.replace(withNeed(path, next), { scroll: false }));
  };
  const isChoice = plugs.length > 1 || powers.length > 1 || asksAny(need);
  if (!isChoice) return null;
  return (
    <div aria-busy={isPending} className="max-w-md aria-busy:opacity-60">
      <NeedFields scope="switch" {...{ plugs, powers }} value={need} onChange={change} />
    </div>
  );
}
