import { getFormatter, getTranslations } from "next-intl/server";

import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { addDays, calendarDay, weekdayOf, weekdays } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { Window } from "@/lib/core/opening-hours";
import { readSchedule } from "@/lib/sites/schedules";
import type { StationView } from "@/lib/sites/stations/schema";

/** So many days ahead it is said that a date is otherwise. */
const ahead = 14;
/** A Monday, to name the days of any week. */
const monday = "2024-01-01";

/** A station's opening hours for those who run it: its week, and the dates that are otherwise soon. */
export async function StationWeek({
  ctx,
  path,
  station,
}: {
  ctx: Context;
  /** The station's page in this console. */
  path: string;
  station: StationView;
}) {
  const t = await getTranslations("stationAdmin");
  const format = await getFormatter();
  const { weekly, exceptions } = await readSchedule(ctx, { stationId: station.id });
  const today = calendarDay(ctx.clock.now(), station.timeZone);
  const noon = (date: string) => new Date(`${date}T12:00:00Z`);
  const clock = (time: string) =>
    format.dateTime(new Date(`${monday}T${time === "24:00" ? "00:00" : time}:00Z`), "clock", {
      timeZone: "UTC",
    });
  const words = (windows: readonly Window[]) => {
    if (windows.length === 0) return t("closed");
    return windows
      .map(({ start, end }) =>
        start === "00:00" && end === "24:00" ? t("dayAndNight") : `${clock(start)}–${clock(end)}`,
      )
      .join(", ");
  };
  const soon = exceptions.filter(({ date }) => date >= today && date <= addDays(today, ahead));
  const now = soon.find(({ date }) => date === today)?.windows ?? weekly[weekdayOf(today)];
  const isSet = Object.values(weekly).some((windows) => windows.length > 0);
  const dayName = (index: number) =>
    format.dateTime(noon(addDays(monday, index)), { weekday: "long", timeZone: "UTC" });
  const runs = runsOf(weekdays.map((day) => words(weekly[day])));
  return (
    <Card aria-labelledby="week">
      <CardHeader id="week" title={t("week")}>
        {/* The steps have this link already. */}
        {(isSet || !station.opensWhenReady) && (
          <ButtonLink href={`${path}/schedule`} look="secondary" size="sm">
            {t("changeHours")}
          </ButtonLink>
        )}
      </CardHeader>
      {isSet ? (
        <Facts
          rows={[
            { name: t("today"), value: <span className="tabular">{words(now)}</span> },
            ...runs.map(({ first, last, text }) => ({
              name: isWhole({ first, last })
                ? t("everyDay")
                : [...new Set([dayName(first), dayName(last)])].join("–"),
              value: <span className="tabular">{text}</span>,
            })),
            ...soon.map(({ date, windows, reason }) => ({
              name: format.dateTime(noon(date), {
                weekday: "short",
                day: "numeric",
                month: "short",
                timeZone: "UTC",
              }),
              value: (
                <span className="tabular">
                  {words(windows)}
                  {reason && <span className="block font-normal text-ink-soft">{reason}</span>}
                </span>
              ),
            })),
          ]}
        />
      ) : (
        <p className="text-ink-soft">{t("noHours")}</p>
      )}
    </Card>
  );
}

interface Run {
  readonly first: number;
  readonly last: number;
}

const isWhole = ({ first, last }: Run) => last - first === weekdays.length - 1;

/** Days of the week that are alike and follow one another, by their number from Monday. */
function runsOf(texts: readonly string[]): (Run & { readonly text: string })[] {
  const starts = texts.flatMap((text, index) =>
    index > 0 && texts[index - 1] === text ? [] : [index],
  );
  return starts.map((first, index) => ({
    first,
    last: (starts[index + 1] ?? texts.length) - 1,
    text: texts[first] ?? "",
  }));
}
