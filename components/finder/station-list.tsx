"use client";

import { SearchX, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";

import type { StationListItem } from "@/lib/sites/stations/schema";

import type { CarNeed } from "../station/car-need";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Skeleton } from "../ui/skeleton";
import { Spinner } from "../ui/spinner";
import { StationCard } from "./station-card";

/** What was found, page after page; says so when it is nothing, under way or failed. */
export function StationList({
  items,
  total,
  status,
  more,
  retry,
  clear,
  onPoint,
  need,
}: {
  items: readonly StationListItem[];
  total: number;
  status: "ready" | "loading" | "failed";
  more: () => void;
  retry: () => void;
  clear: () => void;
  onPoint: (station: StationListItem | null) => void;
  /** What was asked of places, which is counted alone. */
  need: CarNeed;
}) {
  const t = useTranslations("finder");
  if (status === "failed") {
    return (
      <EmptyState
        icon={WifiOff}
        title={t("failed")}
        action={<Button onClick={retry}>{t("retry")}</Button>}
      />
    );
  }
  if (items.length === 0 && status === "loading") return <ListSkeleton />;
  if (items.length === 0) {
    return (
      <EmptyState
        icon={SearchX}
        title={t("empty")}
        action={
          <Button look="secondary" onClick={clear}>
            {t("clearAll")}
          </Button>
        }
      >
        {t("emptyText")}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="space-y-3" aria-busy={status === "loading"}>
        {items.map((station) => (
          <li key={station.id}>
            <StationCard
              station={station}
              need={need}
              onPoint={(pointed) => onPoint(pointed ? station : null)}
            />
          </li>
        ))}
      </ul>
      {items.length < total && (
        <Button
          look="secondary"
          className="mt-4 w-full"
          onClick={more}
          disabled={status === "loading"}
        >
          {status === "loading" && <Spinner />}
          {t("more")}
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
