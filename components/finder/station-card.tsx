import { Plug, Zap } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { type CarNeed, needParams } from "../station/car-need";
import { PriceShort } from "../station/price";
import { Badge } from "../ui/badge";
import type { FinderQuery } from "./finder-query";
import { Heart } from "./heart";
import { useMarks } from "./own-context";
import type { ShownStation } from "./shown-stations";
import { useDistance } from "./use-distance";
import { WeekStrip } from "./week-strip";

/** The station's page or one under it, at the time that the search found; what is asked of places goes along. */
export function stationHref(
  { id, free }: { readonly id: string; readonly free: ShownStation["free"] },
  need: CarNeed,
  page = "",
): string {
  const query = new URLSearchParams({
    ...(free && { startsAt: free.startsAt, ...(page && { endsAt: free.endsAt }) }),
    ...needParams(need),
  });
  const path = `/stations/${id}${page}`;
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The icons of both kinds of current: drawn once, as each card of a list shows one of them. */
export function KindIcons() {
  return (
    <svg aria-hidden className="hidden">
      <symbol id="kind-AC" viewBox="0 0 24 24">
        <Plug />
      </symbol>
      <symbol id="kind-DC" viewBox="0 0 24 24">
        <Zap />
      </symbol>
    </svg>
  );
}

/** One station in a list; the whole card leads to its page. */
export function StationCard({
  station,
  need,
  asked,
  isStale,
  onPoint,
}: {
  station: ShownStation;
  /** What free places are counted for; it goes along to the station's page. */
  need: CarNeed;
  /** The time that was asked for: where it was found, who may book has it one tap from being confirmed. */
  asked: FinderQuery["free"];
  /** Whether it was found for something else, and the answer is on its way. */
  isStale: boolean;
  /** Called when the reader points at it, and with false when they leave. */
  onPoint?: (pointed: boolean) => void;
}) {
  const t = useTranslations("station");
  const distance = useDistance();
  const isDriver = useMarks() !== null;
  const { name, address, distanceKm, bookable, takesBookings, free } = station;
  // What was found before stands here until there is an answer.
  const isFound = asked && free && free.startsAt <= asked.from && free.endsAt >= asked.to;
  return (
    <article className="covered p-4">
      <div className="flex gap-3">
        <Picture station={station} />
        <div className="min-w-0 flex-1">
          <div className="flex items-start justify-between gap-3">
            <h3 className="min-w-0 flex-1 font-semibold wrap-anywhere">
              <Link
                href={stationHref(station, need)}
                prefetch={false}
                onMouseEnter={() => onPoint?.(true)}
                onMouseLeave={() => onPoint?.(false)}
                onFocus={() => onPoint?.(true)}
                onBlur={() => onPoint?.(false)}
                className="covers"
              >
                {name}
              </Link>
            </h3>
            {distanceKm != null && (
              <span className="tabular shrink-0 text-sm text-ink-soft">{distance(distanceKm)}</span>
            )}
            <Heart stationId={station.id} name={name} />
          </div>
          <p className="mt-0.5 text-sm text-ink-soft">{address}</p>
          <ConnectorLine station={station} />
        </div>
      </div>
      {takesBookings ? (
        <WeekStrip
          station={station}
          need={need}
          bookHref={isDriver && isFound && stationHref(station, need, "/book")}
          isStale={isStale}
        />
      ) : (
        <p className="mt-3">
          <Badge>{t(bookable ? "inactive" : "listed")}</Badge>
        </p>
      )}
    </article>
  );
}

/** Its first picture, small, once the card comes near; what is to be seen on it the station's page says. */
function Picture({ station: { id, imageId } }: { station: ShownStation }) {
  if (!imageId) return null;
  return (
    // oxlint-disable-next-line nextjs/no-img-element -- made small already
    <img
      src={`/api/v1/stations/${id}/images/${imageId}?size=thumbnail`}
      alt=""
      loading="lazy"
      decoding="async"
      className="size-20 shrink-0 rounded-md bg-sunken object-cover"
    />
  );
}

function ConnectorLine({ station }: { station: ShownStation }) {
  const t = useTranslations("station");
  const { connectors: count, suiting } = station;
  return (
    <p className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="inline-flex items-center gap-1 font-medium">
        <svg aria-hidden className="size-4 text-accent-ink">
          <use href={`#kind-${station.type}`} />
        </svg>
        {t(station.type === "DC" ? "dc" : "ac")}
      </span>
      <span className="text-ink-soft">
        {suiting < count ? t("connectorsSuiting", { suiting, count }) : t("connectors", { count })}
      </span>
      {station.maxPowerKw != null && (
        <span className="text-ink-soft">{t("upTo", { kw: station.maxPowerKw })}</span>
      )}
      {station.pricing && (
        <span className="font-medium">
          <PriceShort pricing={station.pricing} />
        </span>
      )}
      {station.takesBookings && (
        <span className="text-ink-soft">
          {t(station.approval === "Auto" ? "approvesAuto" : "approvesManual")}
        </span>
      )}
    </p>
  );
}
