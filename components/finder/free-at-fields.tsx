"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";

import { zoneInWords } from "@/lib/core/calendar";

import { zoneName } from "../station/zone-name";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { dateOf, type FreeAt, freeDays, lengths } from "./free-at";

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
      <div className="col-span-2">
        <Field name="date" scope="free" label={t(orAny ? "freeAt" : "freeOn")}>
          {(control) => (
            <Select
              {...control}
              value={value.date}
              onChange={({ target }) => onChange({ ...value, date: target.value })}
            >
              {orAny && <option value="">{t("freeAtAny")}</option>}
              <DayOptions chosen={value.date} />
            </Select>
          )}
        </Field>
      </div>
      {value.date !== "" && <TimeFields {...{ value, error, onChange }} />}
    </div>
  );
}

/** The days by their names, from today on, and the one that is chosen where it is none of them. */
function DayOptions({ chosen }: { chosen: string }) {
  const t = useTranslations("finder");
  const format = useFormatter();
  const [{ days, today, tomorrow }] = useState(() => {
    const [now, next] = [new Date(), new Date()];
    next.setDate(now.getDate() + 1);
    return { days: freeDays(now), today: dateOf(now), tomorrow: dateOf(next) };
  });
  const words = (day: string) => {
    // A calendar day has no zone of its own: it is read and written in UTC.
    const date = format.dateTime(new Date(`${day}T00:00:00Z`), {
      weekday: "long",
      day: "numeric",
      month: "long",
      timeZone: "UTC",
    });
    if (day === today) return t("today", { date });
    return day === tomorrow ? t("tomorrow", { date }) : date;
  };
  const all = chosen === "" || days.includes(chosen) ? days : [chosen, ...days];
  return all.map((day) => (
    <option key={day} value={day}>
      {words(day)}
    </option>
  ));
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
