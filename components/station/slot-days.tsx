"use client";

import { CalendarX2 } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";

import { cn } from "../ui/class-names";
import { EmptyState } from "../ui/empty-state";
import { clockFormat } from "../ui/instant-formats";
import { Tabs } from "../ui/tabs";
import { useViewerZone } from "./viewer-zone";
import { offsetMinutes, zoneName, zoneOffset } from "./zone-names";

/** One slot as the API shows it: ISO instants, and what is left. */
export interface ShownSlot {
  readonly startsAt: string;
  readonly endsAt: string;
  /** Places left, of those that are asked for. */
  readonly remaining: number;
  /** Places left that the car that is asked for cannot use. */
  readonly others?: number;
}

export interface ShownDay {
  /** `YYYY-MM-DD` in the station's zone. */
  readonly date: string;
  readonly slots: readonly ShownSlot[];
}

/** The next days' slots, a tab each, in the station's zone and beside it the reader's own. */
export function SlotDays({
  days,
  timeZone,
  bookPath,
  need,
}: {
  days: readonly ShownDay[];
  timeZone: string;
  /** What the slots are counted for; it goes along to the booking. */
  need: SaidNeed;
  /** Where a free slot leads; null where the reader may not book. */
  bookPath: string | null;
}) {
  const t = useTranslations("station");
  const viewerZone = useViewerZone();
  const now = new Date(days[0]?.slots[0]?.startsAt ?? `${days[0]?.date}T12:00:00Z`);
  const foreign =
    viewerZone !== null && offsetMinutes(viewerZone, now) !== offsetMinutes(timeZone, now);
  const firstOpen = days.find((day) => day.slots.some((slot) => slot.remaining > 0)) ?? days[0];
  return (
    <div>
      <p className="mb-3 text-sm text-ink-soft">
        {t("zone", { zone: zoneName(timeZone), offset: zoneOffset(timeZone, now) })}{" "}
        {foreign && t("zoneYours", { zone: zoneName(viewerZone) })}
      </p>
      <Tabs
        label={t("days")}
        defaultValue={firstOpen?.date ?? ""}
        tabs={days.map((day, index) => ({
          value: day.date,
          label: <DayLabel day={day} today={index === 0} />,
          panel: (
            <SlotGrid
              day={day}
              timeZone={timeZone}
              viewerZone={foreign ? viewerZone : null}
              bookPath={bookPath}
              need={need}
            />
          ),
        }))}
      />
    </div>
  );
}

function DayLabel({ day, today }: { day: ShownDay; today: boolean }) {
  const t = useTranslations("station");
  const format = useFormatter();
  // A calendar day has no zone of its own: it is read and written in UTC.
  const noon = new Date(`${day.date}T12:00:00Z`);
  const free = day.slots.reduce((sum, slot) => sum + slot.remaining, 0);
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

/** What every slot of a day is shown with. */
interface SlotFrame {
  timeZone: string;
  viewerZone: string | null;
  bookPath: string | null;
  need: SaidNeed;
}

function SlotGrid({ day, ...frame }: SlotFrame & { day: ShownDay }) {
  const t = useTranslations("station");
  if (day.slots.length === 0) {
    return (
      <EmptyState icon={CalendarX2} title={t("noneThatDay")}>
        {t("noneThatDayText")}
      </EmptyState>
    );
  }
  return (
    <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 md:grid-cols-4">
      {day.slots.map((slot) => (
        <li key={slot.startsAt}>
          <Slot slot={slot} {...frame} />
        </li>
      ))}
    </ul>
  );
}

const slotClass =
  "flex min-h-14 w-full flex-col justify-center rounded-md border px-3 py-1.5 text-left";

/** What a car asks for, in short words, blank for any place, and as parameters: plugs' names stay with the server. */
export interface SaidNeed {
  readonly words: string;
  readonly params: Readonly<Record<string, string>>;
}

function Slot({ slot, timeZone, viewerZone, bookPath, need }: SlotFrame & { slot: ShownSlot }) {
  const t = useTranslations("station");
  const times = useSlotTimes(slot, timeZone, viewerZone);
  const words = (
    <>
      <span className="tabular font-medium">
        {times.from}–{times.to}
      </span>
      {times.yours && (
        <span className="tabular text-xs text-ink-soft">
          {t("viewerTime", { time: times.yours })}
        </span>
      )}
      <SlotLeft slot={slot} need={need} />
    </>
  );
  if (slot.remaining === 0) {
    return (
      <div className={cn(slotClass, "border-dashed bg-transparent text-ink-soft")}>{words}</div>
    );
  }
  if (!bookPath) return <div className={cn(slotClass, "bg-surface")}>{words}</div>;
  return (
    <Link
      href={`${bookPath}?${new URLSearchParams({ startsAt: slot.startsAt, ...need.params })}`}
      prefetch={false}
      className={cn(
        slotClass,
        "bg-surface transition-colors hover:border-accent hover:bg-accent-soft",
      )}
    >
      {words}
    </Link>
  );
}

/** What is left; where that is nothing for this car though others find a place, it says so. */
function SlotLeft({ slot: { remaining, others = 0 }, need }: { slot: ShownSlot; need: SaidNeed }) {
  const t = useTranslations("station");
  const { words } = need;
  const isFree = remaining > 0;
  const own = () => {
    if (!words) return t("left", { count: remaining });
    return isFree ? t("leftFor", { count: remaining, need: words }) : t("fullFor", { need: words });
  };
  return (
    <>
      <span className={cn("text-xs", isFree ? "text-success" : "text-ink-soft")}>{own()}</span>
      {!isFree && others > 0 && (
        <span className="text-xs text-ink-soft">{t("othersLeft", { count: others })}</span>
      )}
    </>
  );
}

function useSlotTimes(slot: ShownSlot, timeZone: string, viewerZone: string | null) {
  const format = useFormatter();
  const [start, end] = [new Date(slot.startsAt), new Date(slot.endsAt)];
  const clock = (at: Date, zone: string, day = false) =>
    format.dateTime(at, {
      ...clockFormat,
      timeZone: zone,
      ...(day && { weekday: "short" }),
    });
  const dayIn = (zone: string) => format.dateTime(start, { dateStyle: "short", timeZone: zone });
  const otherDay = viewerZone !== null && dayIn(viewerZone) !== dayIn(timeZone);
  return {
    from: clock(start, timeZone),
    to: clock(end, timeZone),
    yours: viewerZone && clock(start, viewerZone, otherDay),
  };
}
