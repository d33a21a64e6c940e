import { useFormatter } from "next-intl";

import type { Match } from "@/lib/insight/search/schema";

import { zoneName } from "../station/zone-name";

/** What stands below a found thing's name; of a booking when it begins, as the reader writes times. */
export function useSubtitle(): (match: Match) => string {
  const format = useFormatter();
  return ({ startsAt, timeZone, subtitle }) =>
    startsAt === undefined || timeZone === undefined
      ? subtitle
      : `${format.dateTime(new Date(startsAt), "instant", { timeZone })} ${zoneName(timeZone)} · ${subtitle}`;
}
