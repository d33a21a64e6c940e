import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";

import { refreshPage } from "../live/refresh-page";
import type { KeptAct } from "./act";
import { useActs } from "./use-acts";

/**
 * Brings the page up to date when an act of this booking is settled, and what is said of a refusal into view; `onDone`
 * hears of each that was done.
 */
export function useOutcome(bookingId: string, onDone: (act: KeptAct["act"]) => void = noop): void {
  const router = useRouter();
  const { acts } = useActs();
  const known = useRef(new Map<string, KeptAct["state"]>());
  const tell = useEffectEvent(onDone);
  useEffect(() => {
    for (const { act, state } of acts) {
      const before = known.current.get(act.key);
      known.current.set(act.key, state);
      if (act.bookingId !== bookingId || before !== "Waiting" || state === "Waiting") continue;
      if (state === "Refused") window.scrollTo({ top: 0 });
      else tell(act);
      void refreshPage(router);
    }
  }, [acts, bookingId, router]);
}

const noop = () => undefined;
