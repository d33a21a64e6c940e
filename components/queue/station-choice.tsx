import { useTranslations } from "next-intl";

import type { GateStation } from "../scan/free-connectors";
import { SearchedSelect } from "../ui/searched-select";
import { Select } from "../ui/select";

/** Which station's lists are shown: one, or all of the operator's. */
export function StationChoice({
  stations,
  value,
  onChange,
}: {
  stations: readonly GateStation[];
  value: string | null;
  onChange: (stationId: string | null) => void;
}) {
  const t = useTranslations("queue");
  return (
    <div className="w-full sm:w-72">
      <SearchedSelect label={t("station")} count={stations.length}>
        <Select
          aria-label={t("station")}
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
        >
          <option value="">{t("allStations", { count: stations.length })}</option>
          {stations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </SearchedSelect>
    </div>
  );
}
