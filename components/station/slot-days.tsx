import { useFormatter, useTranslations } from "next-intl";

import { cn } from "../ui/class-names";
import { Tabs } from "../ui/tabs";
import { DayParts } from "./day-parts";
import { packSlots, type ShownDay } from "./group-days";
import { LaterDay, LoadLaterDays } from "./later-day";
import type { SlotFrame } from "./slot-tile";
import { ViewerZone } from "./viewer-time";
import { zoneName } from "./zone-name";
import { zoneOffset } from "./zone-offset";

/**
 * The next days' slots, a tab each, in the station's zone and beside it the reader's own. The day that shows is made on
 * the server: of that the browser runs the tabs and the reader's own time alone. The others are sent as figures, and
 * made where they are looked at, so that a page of a hundred slots is no longer than one of twenty.
 */
export function SlotDays({ days, ...frame }: SlotFrame & { readonly days: readonly ShownDay[] }) {
  const t = useTranslations("station");
  const { timeZone, marked } = frame;
  const from = days[0]?.slots[0]?.startsAt ?? `${days[0]?.date}T12:00:00Z`;
  const shown =
    days.find((day) => day.slots.some((slot) => slot.startsAt === marked)) ??
    days.find((day) => day.slots.some((slot) => slot.remaining > 0)) ??
    days[0];
  return (
    <div>
      <p className="mb-3 text-sm text-ink-soft">
        {t("zone", { zone: zoneName(timeZone), offset: zoneOffset(timeZone, new Date(from)) })}{" "}
        <ViewerZone at={from} timeZone={timeZone} />
      </p>
      <Tabs
        label={t("days")}
        defaultValue={shown?.date ?? ""}
        tabs={days.map((day, index) => ({
          value: day.date,
          hasControls: frame.path !== null && day.slots.some((slot) => slot.remaining > 0),
          label: <DayLabel day={day} today={index === 0} />,
          panel:
            day === shown ? (
              <DayParts slots={day.slots} {...frame} />
            ) : (
              <LaterDay slots={packSlots(day.slots)} {...frame} />
            ),
        }))}
      />
      <LoadLaterDays />
    </div>
  );
}

/** The day, and at how many times there is a place. */
function DayLabel({ day, today }: { day: ShownDay; today: boolean }) {
  const t = useTranslations("station");
  const format = useFormatter();
  // A calendar day has no zone of its own: it is read and written in UTC.
  const noon = new Date(`${day.date}T12:00:00Z`);
  const free = day.slots.filter((slot) => slot.remaining > 0).length;
  return (
    <span className="flex flex-col items-center leading-tight">
      <span className="font-semibold text-ink">
        {today ? t("today") : format.dateTime(noon, { weekday: "short", timeZone: "UTC" })}
      </span>
      <span>{format.dateTime(noon, { day: "numeric", month: "short", timeZone: "UTC" })}</span>
      <span className={cn("text-xs", free > 0 && "text-success")}>
        {day.slots.length === 0 ? t("dayNone") : t("dayFree", { count: free })}
      </span>
    </span>
  );
}
