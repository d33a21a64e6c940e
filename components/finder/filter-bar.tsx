"use client";

import { CalendarClock, LocateFixed, Search, SlidersHorizontal, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "../ui/button";
import { cn } from "../ui/class-names";
import { Input } from "../ui/input";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toaster";
import { RadiusChoice, TypeChoice } from "./filter-fields";
import { FiltersDialog } from "./filters-dialog";
import { countFilters, type FinderQuery } from "./finder-query";
import { locate, PositionUnknown } from "./locate";

type Change = (part: Partial<FinderQuery>) => void;

/** Everything that narrows the list and the map: in a row where there is room, else behind one button. */
export function FilterBar({ query, change }: { query: FinderQuery; change: Change }) {
  const t = useTranslations("finder");
  const format = useFormatter();
  const active = countFilters(query);
  const { locating, around } = useLocate(change);
  const setRadius = (radiusKm: number | null) => {
    if (query.near || radiusKm === null) change({ radiusKm });
    else void around(radiusKm);
  };
  return (
    <search className="flex flex-wrap items-center gap-2 lg:flex-nowrap">
      <SearchField query={query} change={change} />
      <LocateButton locating={locating} onClick={() => void around(25)} />
      <div className="hidden w-56 shrink-0 lg:block">
        <TypeChoice name="type-bar" query={query} change={change} />
      </div>
      <div className="hidden w-44 shrink-0 lg:block">
        <RadiusChoice id="radius-bar" query={query} onChange={setRadius} />
      </div>
      <span className="hidden lg:block">
        <FiltersDialog
          timeOnly
          query={query}
          change={change}
          setRadius={setRadius}
          trigger={
            <Button
              look="secondary"
              className={cn("text-sm", query.free && "border-accent bg-accent-soft")}
            >
              <CalendarClock aria-hidden />
              {query.free
                ? format.dateTime(new Date(query.free.from), {
                    weekday: "short",
                    hour: "2-digit",
                    minute: "2-digit",
                    hourCycle: "h23",
                    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
                  })
                : t("freeAt")}
            </Button>
          }
        />
      </span>
      <span className="flex-1 lg:hidden">
        <FiltersDialog
          query={query}
          change={change}
          setRadius={setRadius}
          trigger={
            <Button
              look="secondary"
              className={cn("w-full text-sm", active > 0 && "border-accent bg-accent-soft")}
            >
              <SlidersHorizontal aria-hidden />
              {t("filtersActive", { count: active })}
            </Button>
          }
        />
      </span>
    </search>
  );
}

function SearchField({ query, change }: { query: FinderQuery; change: Change }) {
  const t = useTranslations("finder");
  return (
    <div className="relative w-full min-w-0 lg:flex-1">
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
    <Button
      look="secondary"
      className="flex-1 text-sm lg:flex-none"
      onClick={onClick}
      disabled={locating}
    >
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
      change({ near: await locate(), radiusKm });
    } catch (error) {
      const denied = error instanceof PositionUnknown && error.denied;
      toast(t(denied ? "locateDenied" : "locateFailed"), "danger");
    }
    setLocating(false);
  };
  return { locating, around };
}
