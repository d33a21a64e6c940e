"use client";

import { Plug, Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { use, useState } from "react";

import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Segmented } from "../ui/segmented";
import { Select } from "../ui/select";
import { type FinderQuery, radiiIn } from "./finder-query";
import { dayRange, type FreeAt, lengths } from "./free-at";
import { ReaderUnit, useDistance } from "./use-distance";

type Change = (part: Partial<FinderQuery>) => void;

/** AC, DC or either. `name` sets it apart from the same choice elsewhere on the page. */
export function TypeChoice({
  name,
  query,
  change,
}: {
  name: string;
  query: FinderQuery;
  change: Change;
}) {
  const t = useTranslations("finder");
  return (
    <Segmented
      legend={t("type")}
      name={name}
      value={query.type ?? "any"}
      onChange={(value) => change({ type: value === "any" ? null : value })}
      options={[
        { value: "any", label: t("typeAny") },
        {
          value: "AC",
          label: (
            <>
              <Plug aria-hidden /> {t("ac")}
            </>
          ),
        },
        {
          value: "DC",
          label: (
            <>
              <Zap aria-hidden /> {t("dc")}
            </>
          ),
        },
      ]}
    />
  );
}

/** How far around the chosen place. */
export function RadiusChoice({
  id,
  query,
  onChange,
}: {
  id: string;
  query: FinderQuery;
  onChange: (radiusKm: number | null) => void;
}) {
  const t = useTranslations("finder");
  const distance = useDistance();
  const radii = radiiIn(use(ReaderUnit));
  const own = query.radiusKm && !radii.includes(query.radiusKm) ? [query.radiusKm] : [];
  return (
    <Select
      id={id}
      aria-label={t("radius")}
      value={query.radiusKm ?? ""}
      onChange={(event) => onChange(Number(event.target.value) || null)}
    >
      <option value="">{t("radiusAny")}</option>
      {[...radii, ...own]
        .toSorted((a, b) => a - b)
        .map((km) => (
          <option key={km} value={km}>
            {t("within", { distance: distance(km) })}
          </option>
        ))}
    </Select>
  );
}

/** Day, time and length of the wish for a free place. */
export function FreeAtFields({
  value,
  onChange,
}: {
  value: FreeAt;
  onChange: (value: FreeAt) => void;
}) {
  const t = useTranslations("finder");
  const [{ min, max, zone }] = useState(() => ({
    ...dayRange(new Date()),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
  return (
    <div className="grid grid-cols-2 gap-4">
      <div className="col-span-2">
        <Field name="date" scope="free" label={t("freeOn")}>
          {(control) => (
            <Input
              {...control}
              type="date"
              min={min}
              max={max}
              value={value.date}
              onChange={(event) => onChange({ ...value, date: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field name="time" scope="free" label={t("freeFrom")}>
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
    </div>
  );
}
