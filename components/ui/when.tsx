import { useFormatter } from "next-intl";

import { zoneName } from "../station/zone-name";
import { dateFormat } from "@/lib/core/units";

/** In one line: "6:00" without its "PM" is another time. */
const unbroken = (time: string) => time.replaceAll(" ", "\u00A0");

/** An instant in a zone, which is always named: "21 Nov 2026, 14:05 New York". */
export function When({
  at,
  timeZone,
  seconds = false,
  split = false,
  hideZone = false,
}: {
  at: string;
  timeZone: string;
  seconds?: boolean;
  /** In two lines in a table: the day, and the time. */
  split?: boolean;
  /** Said elsewhere, once for all. */
  hideZone?: boolean;
}) {
  const format = useFormatter();
  const instant = new Date(at);
  const day = { ...dateFormat, timeZone };
  const clock = { ...(seconds && { second: "2-digit" as const }), timeZone };
  const time = format.dateTime(instant, "clock", clock);
  const whole = format.dateTime(instant, "instant", clock);
  const zone = !hideZone && <span className="text-ink-soft">{zoneName(timeZone)}</span>;
  return (
    <time dateTime={at} className="tabular">
      {split ? (
        <>
          <span className="whitespace-nowrap">{format.dateTime(instant, day)},</span>{" "}
          <span className="whitespace-nowrap rows:block">
            {time} {zone}
          </span>
        </>
      ) : (
        <>
          {whole.replace(time, unbroken(time))} {zone}
        </>
      )}
    </time>
  );
}
