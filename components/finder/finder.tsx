"use client";

import { MapPin, X } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  type ComponentType,
  lazy,
  Suspense,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
} from "react";

import { mostCounted } from "@/lib/core/pages";
import type { DistanceUnit } from "@/lib/core/units";

import { LazyFinderMap } from "../map/lazy-maps";
import type { TileSource } from "../map/geometry";
import { anyNeed } from "../station/car-need";
import { cn } from "../ui/class-names";
import { FilterBar, foundId } from "./filter-bar";
import { emptyQuery, type FinderQuery } from "./finder-query";
import { NeedLine } from "./need-line";
import type { Own } from "./own-context";
import { ReaderUnit, useDistance } from "./use-distance";
import type { ShownStation } from "./shown-stations";
import { StationList } from "./station-list";
import { type PackedFound, useFinder } from "./use-finder";
import { keptSearch } from "./use-query";

// For who searched before.
const KeptLine = lazy(() => import("./kept-line").then((file) => ({ default: file.KeptLine })));

/** From this width on, list and map stand side by side (Tailwind's `lg`). */
const wide = "(min-width: 64rem)";

/**
 * Where it stands: on the public site, where a phone shows the list or the map, which is loaded when it is asked for;
 * or in a driver's app, where a phone has the map above the list.
 */
export type FinderForm = "site" | "app";

export type View = "list" | "map";

export interface FinderProps {
  readonly form: FinderForm;
  readonly initialQuery: FinderQuery;
  readonly initialFound: PackedFound;
  readonly tiles: TileSource;
  /** What a driver has of their own; null for everybody else. */
  readonly own: Own | null;
  /** In which the reader reads distances. */
  readonly unit: DistanceUnit;
}

/** The live station finder: filters, a list, and a map that says the same. */
export function Finder({
  form,
  initialQuery,
  initialFound,
  tiles,
  own,
  unit,
  Choice,
}: FinderProps & {
  /** By which a phone chooses the list or the map, where it has one of them at a time. */
  Choice?: ComponentType<{ view: View; setView: (view: View) => void }>;
}) {
  const t = useTranslations("finder");
  const { query, isKept, change, found, status, isStale, more, retry } = useFinder(
    initialQuery,
    initialFound,
    own,
  );
  const [view, setView] = useState<View>("list");
  const [pointed, setPointed] = useState<ShownStation | null>(null);
  const isWide = useSyncExternalStore(
    watchWidth,
    () => matchMedia(wide).matches,
    () => false,
  );
  const isApp = form === "app";
  const isLoaded = useSyncExternalStore(watchLoad, isComplete, () => false);
  useNearAtFirst(isApp && !initialQuery.near, change);
  return (
    <ReaderUnit value={unit}>
      <section aria-label={t("title")} className="flex flex-col gap-3">
        <h2 className="sr-only">{t("title")}</h2>
        <FilterBar query={query} change={change} own={own} />
        <NeedLine need={query.need} isKept={isKept} clear={() => change({ need: anyNeed })} />
        {isKept && (
          <Suspense>
            <KeptLine query={query} clear={() => change({ ...emptyQuery, need: query.need })} />
          </Suspense>
        )}
        {Choice && <Choice view={view} setView={setView} />}
        <div
          className={cn(
            "flex flex-col gap-3 lg:grid lg:min-h-[32rem] lg:grid-cols-[minmax(22rem,27rem)_1fr] lg:gap-4",
            isApp ? "lg:h-[calc(100dvh-17rem)]" : "lg:h-[calc(100dvh-17.5rem)]",
          )}
        >
          <div className={cn("flex min-h-0 flex-col", isApp && "max-lg:order-2")}>
            <ResultLine
              query={query}
              total={found.total}
              loading={status === "loading"}
              change={change}
            />
            <div
              className={cn(
                "min-h-0 lg:block lg:flex-1 lg:-mr-3 lg:overflow-y-auto lg:pr-3 lg:pb-2",
                !isApp && view === "map" && "hidden",
              )}
            >
              <StationList
                {...found}
                status={status}
                isStale={isStale}
                more={more}
                retry={retry}
                query={query}
                change={change}
                onPoint={setPointed}
              />
            </div>
          </div>
          <div
            className={cn(
              "isolate overflow-hidden rounded-lg border bg-map-water lg:block lg:h-auto",
              isApp
                ? "h-[38dvh] min-h-64 max-sm:-mx-4 max-sm:rounded-none max-sm:border-x-0"
                : "h-[calc(100dvh-17rem)] min-h-96",
              !isApp && view === "list" && "hidden",
            )}
          >
            {/* After the page itself, which must be there first. */}
            {isLoaded && (isApp || isWide || view === "map") && (
              <LazyFinderMap query={query} change={change} pointed={pointed} tiles={tiles} />
            )}
          </div>
        </div>
      </section>
    </ReaderUnit>
  );
}

/** Begins around the reader where they have let the browser tell, so that nobody is asked. */
function useNearAtFirst(
  wanted: boolean,
  change: (part: Partial<FinderQuery>, keeps?: boolean) => void,
) {
  const ask = useEffectEvent(async () => {
    // Where the last search was around a place, that is where one goes on.
    if (keptSearch().near) return;
    const { locateIfAllowed } = await import("./locate");
    const near = await locateIfAllowed();
    if (near) change({ near, radiusKm: null }, false);
  });
  useEffect(() => {
    if (wanted) ask().catch(() => undefined);
  }, [wanted]);
}

const isComplete = () => document.readyState === "complete";

function watchLoad(listener: () => void) {
  window.addEventListener("load", listener);
  return () => window.removeEventListener("load", listener);
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
  const count = total > mostCounted ? "countMany" : "count";
  const told = Math.min(total, mostCounted);
  return (
    <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-3 pb-2">
      <output id={foundId} tabIndex={-1} className="rounded-sm scroll-mt-20 text-sm font-semibold">
        {loading
          ? t("updating")
          : query.radiusKm
            ? t(`${count}Near`, { count: told, distance: distance(query.radiusKm) })
            : t(count, { count: told })}
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
