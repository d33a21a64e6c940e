import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import type { KeptAct } from "../offline/act";
import { useActs } from "../offline/use-acts";
import { toast } from "../ui/toast";

/** Brings the page up to date when an act of this booking is done, and says in passing what was refused. */
export function useOutcome(bookingId: string): void {
  const t = useTranslations("sessionCard");
  const router = useRouter();
  const { acts } = useActs();
  const known = useRef(new Map<string, KeptAct["state"]>());
  useEffect(() => {
    for (const { act, state, refusal } of acts) {
      const before = known.current.get(act.key);
      known.current.set(act.key, state);
      if (act.bookingId !== bookingId || before !== "Waiting" || state === "Waiting") continue;
      if (state === "Refused") toast(refusal?.message ?? t("refused"), "danger");
      router.refresh();
    }
  }, [acts, bookingId, router, t]);
}
