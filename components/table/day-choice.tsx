import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { addDays } from "@/lib/core/calendar";

import { buttonClass } from "../ui/button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { FilterForm } from "./filter-form";

/** Which station's day a page shows: both to choose, and the days beside it a tap away. */
export function DayChoice({
  stations,
  stationId,
  field,
  date,
  today,
  href,
}: {
  stations: readonly { readonly id: string; readonly name: string }[];
  stationId: string;
  /** What the address calls the station. */
  field: "station" | "stationId";
  date: string;
  today: string;
  /** The page of a day of the station. */
  href: (day: string) => string;
}) {
  const t = useTranslations("table.dayChoice");
  const step = buttonClass({ look: "secondary", size: "icon" });
  return (
    <div className="flex flex-wrap items-end gap-3">
      <FilterForm label={t("label")} keep={{}}>
        <label className="min-w-56 text-sm max-sm:w-full">
          <span className="mb-1 block text-ink-soft">{t("station")}</span>
          <Select name={field} defaultValue={stationId} data-said={stationId}>
            {stations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </label>
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
      <nav aria-label={t("days")} className="flex gap-2">
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
