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
  const isSet = Object.values(weekly).some((windows) => windows.length > 0);
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
            ...weekdays.map((day, index) => {
              const name = format.dateTime(noon(addDays(monday, index)), {
                weekday: "long",
                timeZone: "UTC",
              });
              const isToday = weekdayOf(today) === day;
              return {
                name: isToday ? `${name}, ${t("thisDay")}` : name,
                value: <span className="tabular">{words(weekly[day])}</span>,
              };
            }),
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
