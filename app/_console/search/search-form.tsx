import { useTranslations } from "next-intl";

import { FilterForm } from "@/components/table/filter-form";
import type { Searched } from "@/components/table/read-searched";
import { SearchField } from "@/components/table/search-field";
import { namedOptions, SelectFilter } from "@/components/table/select-filter";
import { Input } from "@/components/ui/input";

import type { Asked } from "./find-results";

/** What to search for; each change goes to the address. */
export function SearchForm({
  asked,
  searched,
  stations,
}: {
  asked: Asked;
  /** The text, also one that cannot be searched for. */
  searched: Searched;
  /** To choose from, where they are few enough. */
  stations: readonly { readonly id: string; readonly name: string }[];
}) {
  const t = useTranslations("searchPage");
  return (
    <FilterForm label={t("filters")} keep={{}}>
      <SearchField label={t("q")} searched={searched} />
      {stations.length > 0 && (
        <div className="max-w-60 max-sm:w-full max-sm:max-w-none">
          <SelectFilter
            name="stationId"
            label={t("station")}
            value={asked.stationId}
            options={namedOptions(stations)}
          />
        </div>
      )}
      {(["from", "to"] as const).map((name) => (
        <label
          key={name}
          className="flex items-center gap-2 text-sm text-ink-soft max-sm:w-full max-sm:flex-wrap"
        >
          <span className="shrink-0 max-sm:w-10">{t(name)}</span>
          <Input
            type="date"
            name={name}
            min="2000-01-01"
            max="2199-12-31"
            defaultValue={asked[name]}
            data-said={asked[name] ?? ""}
            className="min-w-[min(9.5rem,100%)] flex-1 sm:w-40"
          />
        </label>
      ))}
    </FilterForm>
  );
}
