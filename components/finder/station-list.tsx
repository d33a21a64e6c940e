"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect } from "react";

import { afterLoad } from "../live/after-load";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { Spinner } from "../ui/spinner";
import type { FinderQuery } from "./finder-query";
import { Others } from "./others";
import type { ShownStation } from "./shown-stations";
import { KindIcons, StationCard } from "./station-card";
import type { Found } from "./use-finder";

// Most searches find something. It comes after the page nevertheless: without network it could not.
const loadNoStations = () => import("./no-stations").then((file) => ({ default: file.NoStations }));
const NoStations = lazy(loadNoStations);

interface ListProps extends Found {
  readonly status: "ready" | "loading" | "failed";
  /** Whether the answer to what is asked now is still on its way. */
  readonly isStale: boolean;
  readonly more: () => void;
  readonly retry: () => void;
  readonly query: FinderQuery;
  readonly change: (part: Partial<FinderQuery>) => void;
  readonly onPoint: (station: ShownStation | null) => void;
}

/**
 * What was found, page after page; says so when it is nothing, under way or failed. What cannot be booked comes last,
 * and only where it is asked for.
 */
export function StationList(props: ListProps) {
  const { items, total, others, status, isStale, more, retry, query, change, onPoint } = props;
  const t = useTranslations("finder");
  useEffect(() => {
    afterLoad()
      .then(loadNoStations)
      .catch(() => undefined);
  }, []);
  if (items.length === 0 && status === "loading") return <ListSkeleton />;
  if (items.length === 0 || status === "failed") {
    return (
      <Suspense>
        <NoStations failed={status === "failed"} {...{ others, change, retry }} />
      </Suspense>
    );
  }
  // The first that cannot be booked, where others stand before it.
  const firstOther = items.findIndex(({ takesBookings }) => !takesBookings);
  return (
    <>
      <KindIcons />
      <ul className="space-y-3" aria-busy={status === "loading"}>
        {items.map((station, index) => (
          <li key={station.id}>
            {index === firstOther && index > 0 && (
              <p className="pt-3 pb-3 text-sm font-semibold">{t("othersHead")}</p>
            )}
            <StationCard
              station={station}
              need={query.need}
              asked={query.free}
              isStale={isStale}
              onPoint={(pointed) => onPoint(pointed ? station : null)}
            />
          </li>
        ))}
      </ul>
      {items.length < total ? (
        <Button
          look="secondary"
          className="mt-4 w-full"
          onClick={more}
          disabled={status === "loading"}
        >
          {status === "loading" && <Spinner />}
          {t("more")}
        </Button>
      ) : (
        <Others others={others} change={change} />
      )}
      {query.others && (
        <Button look="quiet" className="mt-2 w-full" onClick={() => change({ others: false })}>
          {t("othersOff")}
        </Button>
      )}
    </>
  );
}

function ListSkeleton() {
  const t = useTranslations("ui");
  return (
    <div className="space-y-3">
      <output className="sr-only">{t("loading")}</output>
      {["a", "b", "c", "d"].map((key) => (
        <div key={key} className="space-y-3 rounded-lg border bg-surface p-4">
          <Skeleton className="h-5 w-3/5" />
          <Skeleton className="h-4 w-4/5" />
          <Skeleton className="h-4 w-2/5" />
        </div>
      ))}
    </div>
  );
}
