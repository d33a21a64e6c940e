import { useFormatter, useTranslations } from "next-intl";

import { placeKey, type PlaceView } from "@/lib/core/plugs";
import type { ConnectorView } from "@/lib/sites/stations/schema";

import { Badge } from "../ui/badge";
import { connectorName } from "@/lib/core/plug-names";

/** What makes places alike to a car: their plugs by OCPI's names, and their power. */
export type PlaceKind = PlaceView;

/** Places of a station that are alike. */
export interface AlikePlaces extends PlaceKind {
  readonly count: number;
  /** How many of them are out of order. */
  readonly outOfOrder: number;
}

type Connector = PlaceKind & Pick<ConnectorView, "number" | "status">;

/** A station's places, alike ones together, that with the lowest number first; without those that it no longer has. */
export function alikePlaces(connectors: readonly Connector[]): AlikePlaces[] {
  const present = connectors
    .filter(({ status }) => status !== "Inactive")
    .toSorted((one, other) => one.number - other.number);
  const groups = Map.groupBy(present, placeKey);
  return [...groups.values()].map((alike) => ({
    standards: [...new Set(alike[0]?.standards)],
    maxPowerKw: alike[0]?.maxPowerKw ?? null,
    plugs: alike[0]?.plugs,
    count: alike.length,
    outOfOrder: alike.filter(({ status }) => status === "OutOfOrder").length,
  }));
}

/**
 * Places in words (namespace `places`): a kind as "CCS 2 · 150 kW", or "CCS 2 or CHAdeMO · 50 kW" where one place has both
 * plugs, or "CCS 2 · 150 kW or CHAdeMO · 50 kW" where one of them gives less; groups as "3 × CCS 2 · 150 kW, 1 × CHAdeMO · 50 kW", however the caller counted them.
 */
export function usePlaceWords() {
  const t = useTranslations("places");
  const format = useFormatter();
  const plugs = (standards: readonly string[]) =>
    format.list(standards.map(connectorName), { type: "disjunction" });
  const alike = ({ standards, maxPowerKw }: PlaceKind) =>
    maxPowerKw === null ? plugs(standards) : t("kind", { plugs: plugs(standards), kw: maxPowerKw });
  const kind = (place: PlaceKind) =>
    hasOnePower(place)
      ? alike(place)
      : format.list(place.plugs?.map((one) => alike({ ...one, standards: [one.standard] })) ?? [], {
          type: "disjunction",
        });
  const group = ({ count, ...place }: PlaceKind & { readonly count: number }) =>
    t("group", { count, kind: kind(place) });
  const groups = (all: readonly (PlaceKind & { readonly count: number })[]) =>
    format.list(all.map(group), { type: "unit" });
  return { plugs, kind, group, groups };
}

/** Whether all plugs of a place give the same. */
const hasOnePower = ({ maxPowerKw, plugs = [] }: PlaceKind) =>
  plugs.every((plug) => plug.maxPowerKw === maxPowerKw);

export type PlaceWords = ReturnType<typeof usePlaceWords>;

/** The same as a list: how many, which plugs, what power, and how many are out of order. */
export function PlaceGroups({ groups }: { groups: readonly AlikePlaces[] }) {
  const t = useTranslations("places");
  const { plugs, kind } = usePlaceWords();
  return (
    <ul className="divide-y">
      {groups.map(({ count, outOfOrder, ...place }) => (
        <li
          key={placeKey(place)}
          className="flex items-center justify-between gap-3 py-2.5 first:pt-0 last:pb-0"
        >
          <div className="min-w-0">
            <p className="font-medium">
              <span className="tabular text-ink-soft">{count} ×</span>{" "}
              {hasOnePower(place) ? plugs(place.standards) : kind(place)}
            </p>
            {hasOnePower(place) && (
              <p className="text-sm text-ink-soft">
                {place.maxPowerKw === null ? t("powerUnknown") : t("kw", { kw: place.maxPowerKw })}
              </p>
            )}
          </div>
          {outOfOrder > 0 && <Badge tone="warning">{t("outOfOrder", { count: outOfOrder })}</Badge>}
        </li>
      ))}
    </ul>
  );
}
