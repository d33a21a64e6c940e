import { useTranslations } from "next-intl";

import type { DailyCapacity } from "@/lib/charging/bookings/schema";

import { useClock } from "../ui/use-clock";

/** Why a slot has fewer places than the station has connectors, each reason with how many and until when. */
export function HeldReasons({
  heldBy,
  timeZone,
}: {
  heldBy: DailyCapacity["slots"][number]["heldBy"];
  timeZone: string;
}) {
  const t = useTranslations("capacityDay");
  const clock = useClock(timeZone);
  if (heldBy.length === 0) return null;
  return (
    <ul className="space-y-1 text-sm text-warning">
      {heldBy.map(({ kind, reason, connectors, from, to }) => {
        const what = t(`heldBy.${kind}`, { count: connectors });
        const until = to === null ? t("furtherNotice") : t("until", { time: clock(to) });
        return (
          <li key={`${kind} ${from} ${reason}`} className="wrap-anywhere">
            {reason === null ? t("held", { what, until }) : t("heldWhy", { what, until, reason })}
          </li>
        );
      })}
    </ul>
  );
}
