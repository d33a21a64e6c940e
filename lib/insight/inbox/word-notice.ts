import { calendarDay } from "@/lib/core/calendar";
import { dateFormat } from "@/lib/core/date-format";
import { moneyInWords } from "@/lib/core/money";
import { clockIn, type HourCycle, plainUnits, type Units } from "@/lib/core/units";
import type { NoticeValues } from "@/db/schema/inbox";
import { rulesIn } from "@/lib/words/rule-words";
import { sayIn, type Locale } from "@/lib/words/say";

import type { InboxKind } from "./schema";
import { wordPlace } from "./word-place";

/** A notification's title and text. */
export interface Worded {
  readonly title: string;
  readonly text: string;
}

/** A notification in the words of a language: times by the station's clocks, money as the language writes it. */
export function wordNotice(
  { kind, values }: { readonly kind: InboxKind; readonly values: NoticeValues },
  locale: Locale,
  { hourCycle }: Pick<Units, "hourCycle"> = plainUnits,
): Worded {
  if (kind === "AsWritten") return { title: values.title ?? "", text: values.message ?? "" };
  const say = sayIn(locale);
  const said = {
    ...values,
    ...timesOf(values, locale, hourCycle),
    ...untilOf(values, locale, hourCycle),
    total: wordMoney(values, locale),
    place: wordPlace(values, locale) ?? "none",
  };
  const reason = values.reason === undefined ? "" : rulesIn(locale).reason(values.reason);
  const all = { ...said, reason, hasReason: reason === "" ? "no" : "yes" } as never;
  return { title: say(`notices.${kind}.title`, all), text: say(`notices.${kind}.text`, all) };
}

/**
 * `range`: the day and the hours of what it is about; `start`, `day`, `time` and `since`, that with its zone: of its
 * start. None is relative: a notice is read again when "in two hours" has long been over.
 */
function timesOf(
  values: NoticeValues,
  locale: Locale,
  hourCycle: HourCycle,
): Record<string, string> {
  const { startsAt, endsAt, timeZone = "UTC" } = values;
  if (startsAt === undefined) return {};
  const start = new Date(startsAt);
  const zone = { timeZone };
  const date = { weekday: "short", day: "numeric", month: "short" } as const;
  const clock = clockIn(hourCycle);
  const whole = dateFormat(locale, { ...zone, ...date, ...clock });
  // As the app's pages write it: 9:00 AM–10:00 AM, where Intl's own range leaves out what is said twice.
  const time = dateFormat(locale, { ...zone, ...clock });
  const end = endsAt === undefined ? undefined : new Date(endsAt);
  const isOneDay = end && calendarDay(start, timeZone) === calendarDay(end, timeZone);
  const last = end && (isOneDay ? `–${time.format(end)}` : ` – ${whole.format(end)}`);
  const range = whole.format(start) + (last ?? "");
  return {
    range,
    start: whole.format(start),
    since: dateFormat(locale, {
      ...zone,
      ...date,
      ...clock,
      timeZoneName: "short",
    }).format(start),
    day: dateFormat(locale, { ...zone, ...date }).format(start),
    time: time.format(start),
  };
}

/** `until`: the time of day until which a place is held, or a driver who comes late is waited for. */
function untilOf(
  values: NoticeValues,
  locale: Locale,
  hourCycle: HourCycle,
): Record<string, string> {
  const { offerEndsAt, lateUntil = offerEndsAt, timeZone = "UTC" } = values;
  if (lateUntil === undefined) return {};
  const zone = { timeZone };
  const clock = clockIn(hourCycle);
  return {
    until: dateFormat(locale, { ...zone, ...clock }).format(new Date(lateUntil)),
  };
}

/** The total with its currency, as the language writes it; nothing where there is none. */
export function wordMoney({ totalMinor, currency }: NoticeValues, locale: Locale): string {
  if (totalMinor === undefined || currency === undefined) return "";
  return moneyInWords(Number(totalMinor), currency, locale);
}
