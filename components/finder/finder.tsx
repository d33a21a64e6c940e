"use client";

import { List, Map as MapIcon, MapPin, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";

import type { DistanceUnit } from "@/lib/core/units";
import type { StationListItem } from "@/lib/sites/stations/schema";

import { LazyFinderMap } from "../map/lazy-maps";
import type { TileSource } from "../map/geometry";
import { anyNeed, asksAny } from "../station/car-need";
import { cn } from "../ui/class-names";
import { Segmented } from "../ui/segmented";
import { FilterBar } from "./filter-bar";
import { emptyQuery, type FinderQuery } from "./finder-query";
import { NeedLine } from "./need-line";
import { StationList } from "./station-list";
import { ReaderUnit, useDistance } from "./use-distance";
import { type Found, useFinder } from "./use-finder";

/** From this width on, list and map stand side by side (Tailwind's `lg`). */
const wide = "(min-width: 64rem)";

/**
 * The live station finder: filters, a list, and a map that says the same. On a phone one of the two shows,
 * and the map is loaded when it is asked for.
 */
export function Finder({
  initialQuery,
  initialFound,
  tiles,
  unit,
}: {
  initialQuery: FinderQuery;
  initialFound: Found;
  tiles: TileSource;
  /** In which the reader reads distances. */
  unit: DistanceUnit;
}) {
  const t = useTranslations("finder");
  const { query, isKept, change, found, status, more, retry } = useFinder(
    initialQuery,
    initialFound,
  );
  const [view, setView] = useState<"list" | "map">("list");
  const [pointed, setPointed] = useState<StationListItem | null>(null);
  const isWide = useSyncExternalStore(
    watchWidth,
    () => matchMedia(wide).matches,
    () => false,
  );

  return (
    <ReaderUnit value={unit}>
      <section aria-label={t("title")} className="flex flex-col gap-3">
        <h2 className="sr-only">{t("title")}</h2>
        <FilterBar query={query} change={change} />
        <NeedLine need={query.need} isKept={isKept} clear={() => change({ need: anyNeed })} />
        <div className="lg:hidden">
          <Segmented
            legend={t("view")}
            name="view"
            value={view}
            onChange={setView}
            options={[
              {
                value: "list",
                label: (
                  <>
                    <List aria-hidden /> {t("list")}
                  </>
                ),
              },
              {
                value: "map",
                label: (
                  <>
                    <MapIcon aria-hidden /> {t("map")}
                  </>
                ),
              },
            ]}
          />
        </div>
        <div
          className={cn(
            "flex flex-col gap-3 lg:grid lg:min-h-[32rem] lg:grid-cols-[minmax(22rem,27rem)_1fr] lg:gap-4",
            // The line of the car's need takes its height from both.
            asksAny(query.need) ? "lg:h-[calc(100dvh-21.25rem)]" : "lg:h-[calc(100dvh-17.5rem)]",
          )}
        >
          <div className="flex min-h-0 flex-col">
            <ResultLine
              query={query}
              total={found.total}
              loading={status === "loading"}
              change={change}
            />
            <div
              className={cn(
                "min-h-0 lg:block lg:flex-1 lg:-mr-3 lg:overflow-y-auto lg:pr-3 lg:pb-2",
                view === "map" && "hidden",
              )}
            >
              <StationList
                {...found}
                status={status}
                more={more}
                retry={retry}
                clear={() => change(emptyQuery)}
                need={query.need}
                onPoint={setPointed}
              />
            </div>
          </div>
          <div
            className={cn(
              "h-[calc(100dvh-17rem)] min-h-96 overflow-hidden rounded-lg border bg-map-water lg:block lg:h-auto",
              view === "list" && "hidden",
            )}
          >
            {(isWide || view === "map") && (
              <LazyFinderMap query={query} change={change} pointed={pointed} tiles={tiles} />
            )}
          </div>
        </div>
      </section>
    </ReaderUnit>
  );
}

function watchWidth(listener: () => void) {
  const media = matchMedia(wide);
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}

/** How many there are, and around which place. */
function ResultLine({
  query,
  total,
  loading,
  change,
}: {
  query: FinderQuery;
  total: number;
  loading: boolean;
  change: (part: Partial<FinderQuery>) => void;
}) {
  const t = useTranslations("finder");
  const distance = useDistance();
  return (
    <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-3 pb-2">
      <output className="text-sm font-semibold">
        {loading
          ? t("updating")
          : query.radiusKm
            ? t("countNear", { count: total, distance: distance(query.radiusKm) })
            : t("count", { count: total })}
      </output>
      {query.near && (
        <button
          type="button"
          onClick={() => change({ near: null, radiusKm: null })}
          className="inline-flex min-h-9 items-center gap-1.5 rounded-full bg-accent-soft px-3 text-sm font-medium text-accent-ink hover:bg-sunken"
        >
          <MapPin aria-hidden className="size-4" />
          {t("place")}
          <X aria-hidden className="size-4" />
          <span className="sr-only">{t("forgetPlace")}</span>
        </button>
      )}
    </div>
  );
}
