"use client";

import { CalendarX2, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useState } from "react";

import type { Holiday } from "@/lib/sites/schedules/schema";

import { useUnsavedWarning } from "../form/use-unsaved-warning";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { Checkbox } from "../ui/checkbox";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { useDayWords } from "../ui/use-day-words";
import { ClosedNote } from "./closed-note";
import { ClosingPreviewCard } from "./closing-preview";
import { StationsChoice, type StationToClose } from "./stations-choice";
import { type ClosingActions, useClosing } from "./use-closing";

/** A holiday that is ticked, or a day of one's own, whose name may be left out. */
type Day = Pick<Holiday, "date" | "name"> & Partial<Pick<Holiday, "lang">>;

const noDay = { date: "", reason: "" };

/** Days on which many stations are closed at once: which days, which stations, what that hits, and only then closed. */
export function ClosingForm({
  stations,
  holidays,
  countries,
  actions,
}: {
  stations: readonly StationToClose[];
  holidays: readonly Holiday[];
  /** Chooses whose holidays are proposed. */
  countries: ReactNode;
  actions: ClosingActions;
}) {
  const t = useTranslations("closing");
  // Those of every country that was looked at.
  const [days, setDays] = useState<readonly Day[]>([]);
  const [own, setOwn] = useState(noDay);
  const [some, setSome] = useState<readonly string[] | null>(null);
  const closing = useClosing(actions);
  useUnsavedWarning(days.length > 0 || own.date !== "" || own.reason.trim() !== "");
  const stationIds = [...(some ?? stations.map(({ id }) => id))];
  const askedOf = (of: readonly Day[]) => ({
    stationIds,
    dates: of.map(({ date, name }) => ({ date, ...(name !== "" && { reason: name }) })),
  });
  const isReady = (days.length > 0 || own.date !== "") && stationIds.length > 0;
  const change = (next: readonly Day[]) => {
    setDays(next.toSorted((one, other) => one.date.localeCompare(other.date)));
    closing.forget();
  };
  /** With the day that is typed, which nobody leaves out who goes on without adding it. */
  const withOwn = () => {
    if (own.date === "") return days;
    const all = [
      ...days.filter(({ date }) => date !== own.date),
      { date: own.date, name: own.reason.trim() },
    ];
    change(all);
    setOwn(noDay);
    return all;
  };
  const look = () => closing.preview(askedOf(withOwn()));
  /** By keyboard one goes on from a day that is ticked, and need not pass all others and the stations. */
  const goOn = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !isReady || closing.pending) return;
    if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    look();
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card aria-labelledby="days" onKeyDown={goOn}>
        <CardHeader id="days" title={t("holidays")} />
        <Days {...{ holidays, days, own, setOwn, change, countries }} add={withOwn} />
      </Card>
      <div className="min-w-0 space-y-6 lg:sticky lg:top-20">
        <Card aria-labelledby="which">
          <CardHeader id="which" title={t("which")} />
          <StationsChoice
            stations={stations}
            chosen={some}
            onChange={(next) => {
              setSome(next);
              closing.forget();
            }}
          />
        </Card>
        {!closing.found && (
          <Button disabled={!isReady || closing.pending} onClick={look} className="max-sm:w-full">
            {closing.pending ? <Spinner /> : <CalendarX2 aria-hidden />}
            {closing.pending
              ? t("through", { done: closing.through, all: stationIds.length })
              : t("preview")}
          </Button>
        )}
        {closing.refusal && (
          <Notice kind="danger" role="alert">
            {closing.refusal}
          </Notice>
        )}
        {closing.found && (
          <ClosingPreviewCard
            found={closing.found}
            days={days.map(({ date }) => date)}
            pending={closing.pending}
            through={closing.through}
            onClose={() => closing.close(askedOf(days), () => change([]))}
          />
        )}
      </div>
    </div>
  );
}

/** The holidays to tick, the days that were added, and one more. */
function Days({
  holidays,
  days,
  own,
  setOwn,
  change,
  add,
  countries,
}: {
  holidays: readonly Holiday[];
  days: readonly Day[];
  /** What is typed of one more. */
  own: typeof noDay;
  setOwn: (own: typeof noDay) => void;
  change: (days: readonly Day[]) => void;
  /** Adds what is typed. */
  add: () => void;
  countries: ReactNode;
}) {
  const t = useTranslations("closing");
  const dayWords = useDayWords();
  // A holiday that is closed for another reason shows that: drivers read it.
  const chosen = new Set(days.map(({ date }) => date));
  const proposed = holidays.filter(({ date }) => !chosen.has(date));
  const all: readonly Day[] = [...proposed, ...days].toSorted((one, other) =>
    one.date.localeCompare(other.date),
  );
  const without = (date: string) => days.filter((one) => one.date !== date);
  return (
    <div className="space-y-4">
      {countries}
      <p className="text-sm text-ink-soft">
        {t(holidays.length > 0 ? "holidaysText" : "noHolidays")}
      </p>
      <ul className="divide-y rounded-md border px-4 empty:hidden">
        {all.map(({ date, name, lang }) => (
          <li key={date}>
            <Checkbox
              checked={days.some((one) => one.date === date)}
              onChange={({ target }) =>
                change([...without(date), ...(target.checked ? [{ date, name, lang }] : [])])
              }
              label={
                <>
                  <span className="font-medium" lang={lang}>
                    {name || t("ownDay")}
                  </span>
                  <span className="block text-ink-soft">{dayWords(date)}</span>
                  <ClosedNote date={date} />
                </>
              }
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-end gap-3">
        <label className="text-sm">
          {t("ownDay")}
          <Input
            type="date"
            min="2000-01-01"
            max="2199-12-31"
            value={own.date}
            onChange={({ target }) => setOwn({ ...own, date: target.value })}
            className="mt-1 w-44"
          />
        </label>
        <label className="min-w-[min(12rem,100%)] flex-1 text-sm">
          {t("ownReason")}
          <Input
            value={own.reason}
            maxLength={80}
            onChange={({ target }) => setOwn({ ...own, reason: target.value })}
            className="mt-1"
          />
        </label>
        <Button look="secondary" disabled={own.date === ""} onClick={add}>
          <Plus aria-hidden />
          {t("add")}
        </Button>
      </div>
    </div>
  );
}
