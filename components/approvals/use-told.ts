import { useFormatter, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

import { noteAtLogin } from "../account/noted-at-login";
import { refreshPage } from "../live/refresh-page";
import { toast } from "../ui/toast";
import type { Outcome, Refused } from "./approval-desk";

/** So many reasons are said in passing one by one; of the others the numbers alone. */
const mostSaid = 2;

/**
 * Says what came of it and brings the page up to date; the latest of it, since the desk outlives a page's reading. Where
 * the session had ended before it was sent, the login page says it, which follows.
 */
export function useTold(numberOf: (id: string) => string) {
  const t = useTranslations("staffBookings");
  const format = useFormatter();
  const router = useRouter();
  const [ref] = useState<{ current: (outcome: Outcome) => void }>(() => ({ current: () => {} }));
  useEffect(() => {
    const named = (some: readonly Refused[]) => ({
      count: some.length,
      numbers: format.list(some.map(({ id }) => numberOf(id))),
    });
    ref.current = ({ approved, refused }) => {
      const [first] = approved;
      if (first !== undefined) {
        const number = numberOf(first);
        toast(t("approvedMany", { count: approved.length, number }));
      }
      // By number, and not by its row: whoever hears it may have left the list.
      const byReason = [...Map.groupBy(refused, ({ why }) => why)];
      for (const [why, some] of byReason.slice(0, mostSaid)) {
        const words = t("notApproved", { ...named(some), why });
        if (why === t("signedOut")) noteAtLogin(words);
        else toast(words, "danger");
      }
      const others = byReason.slice(mostSaid).flatMap(([, some]) => some);
      if (others.length > 0) toast(t("moreNotApproved", named(others)), "danger");
      void refreshPage(router);
    };
  });
  return ref;
}
