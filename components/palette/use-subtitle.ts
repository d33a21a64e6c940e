import { useFormatter, useTranslations } from "next-intl";

import type { Match } from "@/lib/insight/search/schema";

import { zoneName } from "../station/zone-name";

/** What stands below a found thing's name; of a booking when it begins, as the reader writes times, and how it stands. */
export function useSubtitle(): (match: Match) => string {
  const format = useFormatter();
  const statusOf = useTranslations("bookingStatus");
  return ({ startsAt, timeZone, status, subtitle }) => {
    if (startsAt === undefined || timeZone === undefined) return subtitle;
    const when = `${format.dateTime(new Date(startsAt), "instant", { timeZone })} ${zoneName(timeZone)}`;
    return [when, status && statusOf(status), subtitle].filter(Boolean).join(" · ");
  };
}
