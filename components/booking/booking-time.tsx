import { useFormatter } from "next-intl";

import { zoneName } from "../station/zone-name";
import { clockOf } from "../ui/use-clock";

/** A booking's day and hours at its station: "Sat, 21 Nov, 10:00–11:00 New York". */
export function BookingTime({
  startsAt,
  endsAt,
  timeZone,
  split = false,
  hideZone = false,
}: {
  startsAt: string;
  endsAt: string;
  timeZone: string;
  /** In two lines in a table: the day, and the hours. */
  split?: boolean;
  /** Said elsewhere, once for all. */
  hideZone?: boolean;
}) {
  const format = useFormatter();
  const clock = clockOf(format, timeZone);
  const day = format.dateTime(new Date(startsAt), {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone,
  });
  return (
    <span className="tabular">
      <span className="whitespace-nowrap">{day},</span>{" "}
      <span className={split ? "rows:block" : undefined}>
        <span className="whitespace-nowrap">
          {clock(startsAt)}–{clock(endsAt)}
        </span>
        {!hideZone && <span className="text-ink-soft"> {zoneName(timeZone)}</span>}
      </span>
    </span>
  );
}
