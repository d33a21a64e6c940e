import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

import type { KeptAct } from "../offline/act";
import { useActs } from "../offline/use-acts";

/** Brings the page up to date when an act of this booking is settled, and what is said of a refusal into view. */
export function useOutcome(bookingId: string): void {
  const router = useRouter();
  const { acts } = useActs();
  const known = useRef(new Map<string, KeptAct["state"]>());
  useEffect(() => {
    for (const { act, state } of acts) {
      const before = known.current.get(act.key);
      known.current.set(act.key, state);
      if (act.bookingId !== bookingId || before !== "Waiting" || state === "Waiting") continue;
      if (state === "Refused") window.scrollTo({ top: 0 });
      router.refresh();
    }
  }, [acts, bookingId, router]);
}
