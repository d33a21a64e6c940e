import { useFormatter } from "next-intl";

import { zoneName } from "../station/zone-name";

/** A span of time in a zone, which is named once; a day that holds all of it, too: "21 Nov 2026, 14:05–16:00 New York". */
export function WhenRange({ from, to, timeZone }: { from: string; to: string; timeZone: string }) {
  const format = useFormatter();
  const words = format.dateTimeRange(new Date(from), new Date(to), "instant", { timeZone });
  return (
    <span className="tabular">
      {words} <span className="text-ink-soft">{zoneName(timeZone)}</span>
    </span>
  );
}
