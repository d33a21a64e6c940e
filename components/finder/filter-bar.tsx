"use client";

import {
  CalendarClock,
  CarFront,
  Clock,
  Heart,
  LocateFixed,
  Search,
  SlidersHorizontal,
  X,
} from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, use, useState } from "react";

import { useViewerZone } from "../station/viewer-zone";
import { Button } from "../ui/button";
import { cn } from "../ui/class-names";
import { Input } from "../ui/input";
import { late } from "../ui/late";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toast";
import type { FilterScope } from "./filters-dialog";
import { countFilters, type FinderQuery, nearIn } from "./finder-query";
import type { PositionUnknown } from "./locate";
import type { Own } from "./own-context";
import { ReaderUnit } from "./use-distance";

/** Of a filter that narrows what is shown; stronger than the button's own look. */
const inUse = "border-accent! bg-accent-soft!";

type Change = (part: Partial<FinderQuery>) => void;

// Comes with the first press: most visits never open it.
const FiltersDialog = late(() => import("./filters-dialog").then((file) => file.FiltersDialog));

/** Everything that narrows the list and the map: what is asked most in a row, the rest behind one button. */
export function FilterBar({
  query,
  change,
  own,
}: {
  query: FinderQuery;
  change: Change;
  own: Own | null;
}) {
  const t = useTranslations("finder");
  const active = countFilters(query);
  const unit = use(ReaderUnit);
  const [scope, setScope] = useState<FilterScope | null>(null);
  const [open, setOpen] = useState(false);
  const { locating, around } = useLocate(change);
  const setRadius = (radiusKm: number | null) => {
    if (query.near || radiusKm === null) change({ radiusKm });
    else void around(radiusKm);
  };
  const show = (next: FilterScope) => {
    setScope(next);
    setOpen(true);
  };
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SearchField query={query} change={change} />
      {/* On a phone it scrolls by itself, and its own padding keeps what has the focus in sight; else it stands whole, in as many lines as it needs, below the search where that leaves too little. */}
      <div className="flex items-center gap-2 py-1 max-sm:-mx-4 max-sm:w-screen max-sm:overflow-x-auto max-sm:px-4 max-sm:[scrollbar-width:none] sm:min-w-0 sm:flex-wrap sm:max-lg:w-full">
        <LocateButton locating={locating} onClick={() => void around(nearIn(unit))} />
        <Button
          look="secondary"
          aria-haspopup="dialog"
          className={cn("text-sm", active > 0 && inUse)}
          onClick={() => show("all")}
        >
          <SlidersHorizontal aria-hidden />
          {t("filtersActive", { count: active })}
        </Button>
        <Button
          look="secondary"
          aria-haspopup="dialog"
          className={cn("text-sm", query.free && inUse)}
          onClick={() => show("time")}
        >
          <CalendarClock aria-hidden />
          <FreeAtWords query={query} />
        </Button>
        <QuickFilters query={query} change={change} own={own} />
      </div>
      {scope && (
        <FiltersDialog
          scope={scope}
          open={open}
          onOpenChange={setOpen}
          query={query}
          change={change}
          setRadius={setRadius}
          own={own}
        />
      )}
    </search>
  );
}

/** What one press asks for, and another takes back. */
function QuickFilters({
  query,
  change,
  own,
}: {
  query: FinderQuery;
  change: Change;
  own: Own | null;
}) {
  const t = useTranslations("finder");
  const [car] = own?.vehicles ?? [];
  const { openNow, favourite, vehicleId } = query;
  return (
    <>
      {car && (
        <Toggle on={vehicleId !== null} set={(on) => change({ vehicleId: on ? car.id : null })}>
          <CarFront aria-hidden />
          {t("fits")}
        </Toggle>
      )}
      {own && (
        <Toggle on={favourite} set={(on) => change({ favourite: on })}>
          <Heart aria-hidden />
          {t("favourites")}
        </Toggle>
      )}
      <Toggle on={openNow} set={(on) => change({ openNow: on })}>
        <Clock aria-hidden />
        {t("openNow")}
      </Toggle>
    </>
  );
}

function Toggle({
  on,
  set,
  children,
}: {
  on: boolean;
  set: (on: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Button
      look="secondary"
      aria-pressed={on}
      className={cn("text-sm", on && inUse)}
      onClick={() => set(!on)}
    >
      {children}
    </Button>
  );
}

/** The time that is asked for, in the reader's own zone. */
function FreeAtWords({ query }: { query: FinderQuery }) {
  const t = useTranslations("finder");
  const format = useFormatter();
  const zone = useViewerZone();
  if (!query.free || !zone) return t("freeAt");
  return format.dateTime(new Date(query.free.from), "clock", { weekday: "short", timeZone: zone });
}

/** Of the line that says how many were found. */
export const foundId = "found";

function SearchField({ query, change }: { query: FinderQuery; change: Change }) {
  const t = useTranslations("finder");
  return (
    <div className="relative w-full min-w-0 lg:w-auto lg:min-w-72 lg:flex-1">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-[1.125rem] -translate-y-1/2 text-ink-soft"
      />
      <Input
        type="search"
        aria-label={t("searchLabel")}
        placeholder={t("searchPlaceholder")}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={100}
        className="pr-10 pl-10 [&::-webkit-search-cancel-button]:hidden"
        value={query.search}
        onChange={(event) => change({ search: event.target.value })}
        // Past all that narrows it, to what was found.
        onKeyDown={({ key }) => key === "Enter" && document.getElementById(foundId)?.focus()}
      />
      {query.search && (
        <button
          type="button"
          aria-label={t("clearSearch")}
          onClick={() => change({ search: "" })}
          className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-md text-ink-soft hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}

function LocateButton({ locating, onClick }: { locating: boolean; onClick: () => void }) {
  const t = useTranslations("finder");
  return (
    <Button look="secondary" className="text-sm" onClick={onClick} disabled={locating}>
      {locating ? <Spinner /> : <LocateFixed aria-hidden />}
      {t(locating ? "locating" : "locate")}
    </Button>
  );
}

/** Puts the reader's position into the question; without one, a distance has no middle. */
function useLocate(change: Change) {
  const t = useTranslations("finder");
  const [locating, setLocating] = useState(false);
  const around = async (radiusKm: number | null) => {
    setLocating(true);
    try {
      const { locate } = await import("./locate");
      change({ near: await locate(), radiusKm });
    } catch (error) {
      const { denied } = error as Partial<PositionUnknown>;
      toast(t(denied ? "locateDenied" : "locateFailed"), "danger");
    }
    setLocating(false);
  };
  return { locating, around };
}
