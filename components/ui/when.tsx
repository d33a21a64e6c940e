import { useFormatter } from "next-intl";

import { zoneName } from "../station/zone-names";

/** An instant in a zone, which is always named: "21 Nov 2026, 14:05 New York". */
export function When({
  at,
  timeZone,
  seconds = false,
}: {
  at: string;
  timeZone: string;
  seconds?: boolean;
}) {
  const format = useFormatter();
  return (
    <time dateTime={at} className="tabular">
      {format.dateTime(new Date(at), {
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        ...(seconds && { second: "2-digit" }),
        hourCycle: "h23",
        timeZone,
      })}{" "}
      <span className="text-ink-soft">{zoneName(timeZone)}</span>
    </time>
  );
}
