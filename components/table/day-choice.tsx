import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { addDays } from "@/lib/core/calendar";

import { buttonClass } from "../ui/button";
import { Input } from "../ui/input";
import { SearchedSelect } from "../ui/searched-select";
import { Select } from "../ui/select";
import { FilterForm } from "./filter-form";

/** Which day a page shows, and of what: all to choose, and the days beside it a tap away. */
export function DayChoice({
  date,
  today,
  href,
  children,
}: {
  date: string;
  today: string;
  /** The page of a day of the same. */
  href: (day: string) => string;
  /** The fields that stand before the day. */
  children: ReactNode;
}) {
  const t = useTranslations("table.dayChoice");
  const step = buttonClass({ look: "secondary", size: "icon" });
  return (
    <div className="flex flex-wrap items-end gap-3">
      <FilterForm label={t("label")} keep={{}}>
        {children}
        <label className="text-sm max-sm:w-full">
          <span className="mb-1 block text-ink-soft">{t("date")}</span>
          <Input
            type="date"
            name="date"
            min="2000-01-01"
            max="2199-12-31"
            defaultValue={date}
            data-said={date}
          />
        </label>
      </FilterForm>
      <nav aria-label={t("days")} className="flex flex-wrap gap-2">
        <Link href={href(addDays(date, -1))} aria-label={t("before")} className={step}>
          <ChevronLeft aria-hidden />
        </Link>
        <Link href={href(today)} className={buttonClass({ look: "secondary" })}>
          {t("today")}
        </Link>
        <Link href={href(addDays(date, 1))} aria-label={t("after")} className={step}>
          <ChevronRight aria-hidden />
        </Link>
      </nav>
    </div>
  );
}

/** Whose day it is, among the stations. */
export function StationChoice({
  stations,
  stationId,
  field,
  allLabel,
}: {
  stations: readonly { readonly id: string; readonly name: string }[];
  stationId: string | undefined;
  /** What the address calls the station. */
  field: "station" | "stationId";
  /** What all of them together are called, where they can be chosen, too. */
  allLabel?: string;
}) {
  const t = useTranslations("table.dayChoice");
  const select = (
    <Select
      name={field}
      defaultValue={stationId ?? ""}
      data-said={stationId ?? ""}
      aria-label={t("station")}
    >
      {allLabel !== undefined && <option value="">{allLabel}</option>}
      {stations.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
  return (
    <div className="min-w-[min(14rem,100%)] text-sm max-sm:w-full">
      <span aria-hidden className="mb-1 block text-ink-soft">
        {t("station")}
      </span>
      <SearchedSelect label={t("station")} count={stations.length}>
        {select}
      </SearchedSelect>
    </div>
  );
}
