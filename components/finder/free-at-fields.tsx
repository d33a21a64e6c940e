"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";

import { zoneInWords } from "@/lib/core/calendar";

import { zoneName } from "../station/zone-name";
import { ChoiceStrip } from "../ui/choice-strip";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { useClock } from "../ui/use-clock";
import { dateOf, type FreeAt, freeDays, freeHours, lengths } from "./free-at";

/** Day, time and length of the wish for a free place; where any time will do, the day alone. */
export function FreeAtFields({
  value,
  orAny,
  error,
  onChange,
}: {
  value: FreeAt;
  /** Of the time. */
  error?: string | undefined;
  /** Whether any time is a choice. */
  orAny: boolean;
  onChange: (value: FreeAt) => void;
}) {
  const t = useTranslations("finder");
  return (
    <div className="grid grid-cols-2 gap-4">
      <div className="col-span-2 min-w-0 space-y-1.5">
        <p aria-hidden className="text-sm font-medium">
          {t(orAny ? "freeAt" : "freeOn")}
        </p>
        <DayStrip
          legend={t(orAny ? "freeAt" : "freeOn")}
          orAny={orAny}
          chosen={value.date}
          onChange={(date) => onChange({ ...value, date })}
        />
      </div>
      {value.date !== "" && <TimeFields {...{ value, error, onChange }} />}
    </div>
  );
}

/** The days by their names, from today on, and the one that is chosen where it is none of them. */
function DayStrip({
  legend,
  orAny,
  chosen,
  onChange,
}: {
  legend: string;
  orAny: boolean;
  chosen: string;
  onChange: (date: string) => void;
}) {
  const t = useTranslations("finder");
  const format = useFormatter();
  const [{ days, today, tomorrow }] = useState(() => {
    const [now, next] = [new Date(), new Date()];
    next.setDate(now.getDate() + 1);
    return { days: freeDays(now), today: dateOf(now), tomorrow: dateOf(next) };
  });
  // A calendar day has no zone of its own: it is read and written in UTC.
  const words = (day: string, options: object) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), { ...options, timeZone: "UTC" });
  const nameOf = (day: string) => {
    if (day === today) return t("today");
    return day === tomorrow ? t("tomorrow") : words(day, { weekday: "long" });
  };
  const all = chosen === "" || days.includes(chosen) ? days : [chosen, ...days];
  const options = all.map((day) => ({
    value: day,
    label: (
      <>
        <span>{nameOf(day)}</span>
        <span className="font-normal text-ink-soft">
          {words(day, { day: "numeric", month: "short" })}
        </span>
      </>
    ),
  }));
  return (
    <ChoiceStrip
      legend={legend}
      name="free-day"
      value={chosen}
      onChange={onChange}
      options={orAny ? [{ value: "", label: t("freeAtAny") }, ...options] : options}
    />
  );
}

/** The full hours of a day that have not passed, one press each; the field beside it takes any other time. */
function HourStrip({ value, onChange }: { value: FreeAt; onChange: (value: FreeAt) => void }) {
  const t = useTranslations("finder");
  // A time of the day has no zone of its own, as a day.
  const clock = useClock("UTC");
  const [now] = useState(() => new Date());
  return (
    <ChoiceStrip
      legend={t("freeHours")}
      name="free-hour"
      value={value.time}
      onChange={(time) => onChange({ ...value, time })}
      options={freeHours(value.date, now).map((time) => ({
        value: time,
        label: clock(`2026-01-01T${time}Z`),
      }))}
    />
  );
}

function TimeFields({
  value,
  error,
  onChange,
}: {
  value: FreeAt;
  error: string | undefined;
  onChange: (value: FreeAt) => void;
}) {
  const t = useTranslations("finder");
  const locale = useLocale();
  const [zone] = useState(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    return zoneInWords(timeZone, new Date(), locale).name ?? zoneName(timeZone);
  });
  return (
    <>
      <div className="col-span-2 min-w-0">
        <HourStrip value={value} onChange={onChange} />
      </div>
      <Field name="time" scope="free" label={t("freeFrom")} error={error}>
        {(control) => (
          <Input
            {...control}
            type="time"
            step={900}
            value={value.time}
            onChange={(event) => onChange({ ...value, time: event.target.value })}
          />
        )}
      </Field>
      <Field name="minutes" scope="free" label={t("freeFor")}>
        {(control) => (
          <Select
            {...control}
            value={value.minutes}
            onChange={(event) => onChange({ ...value, minutes: Number(event.target.value) })}
          >
            {[...new Set([...lengths, value.minutes])].map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes % 60 === 0
                  ? t("hours", { count: minutes / 60 })
                  : t("minutes", { count: minutes })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <p className="col-span-2 text-sm text-ink-soft">{t("yourTime", { zone })}</p>
    </>
  );
}
