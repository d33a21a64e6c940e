"use client";

import { lazy, Suspense, useEffect } from "react";

import { afterLoad } from "../live/after-load";
import { Skeleton } from "../ui/skeleton";
import type { SlotFrame } from "./slot-tile";

const load = () => import("./packed-day");
const PackedDay = lazy(() => load().then((file) => ({ default: file.PackedDay })));

/** The slots of a day that does not show at first, as `packSlots` writes them. */
export function LaterDay(props: SlotFrame & { readonly slots: string }) {
  return (
    <Suspense fallback={<Skeleton className="h-56" />}>
      <PackedDay {...props} />
    </Suspense>
  );
}

/** Brings what shows other days as soon as the page is there: later there may be no network. */
export function LoadLaterDays() {
  useEffect(() => {
    afterLoad()
      .then(load)
      .catch(() => undefined);
  }, []);
  return null;
}
