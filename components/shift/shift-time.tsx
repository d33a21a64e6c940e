import { useTranslations } from "next-intl";
import Link from "next/link";

import { StationChoice } from "../table/day-choice";
import { FilterForm } from "../table/filter-form";
import { buttonClass } from "../ui/button";
import { cn } from "../ui/class-names";
import { Input } from "../ui/input";

/** Which time the page is about, by the clock of the station, and which station where there are several. */
export function ShiftTime({
  stations,
  stationId,
  from,
  to,
}: {
  stations: readonly { readonly id: string; readonly name: string }[];
  stationId: string | undefined;
  /** `2026-11-26T08:00`; `to` is now where it is not said. */
  from: string;
  to: string | undefined;
}) {
  const t = useTranslations("shift");
  const times = [
    ["from", from],
    ["to", to],
  ] as const;
  return (
    <div className="flex flex-wrap items-end gap-3 print:hidden">
      <FilterForm label={t("choose")} keep={{}}>
        {stations.length > 1 && (
          <StationChoice
            {...{ stations, stationId }}
            field="stationId"
            allLabel={t("allStations")}
          />
        )}
        {times.map(([name, said]) => (
          <label key={name} className="text-sm max-sm:w-full">
            <span className="mb-1 block text-ink-soft">{t(name)}</span>
            <Input
              type="datetime-local"
              name={name}
              min="2000-01-01T00:00"
              max="2199-12-31T23:59"
              defaultValue={said}
              data-said={said ?? ""}
            />
          </label>
        ))}
      </FilterForm>
      <Link
        href="/operator/shift"
        className={cn(buttonClass({ look: "secondary" }), "max-sm:w-full")}
      >
        {t("sinceSignIn")}
      </Link>
    </div>
  );
}
