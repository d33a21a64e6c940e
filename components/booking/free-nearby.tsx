import { useTranslations } from "next-intl";
import { memo, useEffect, useState } from "react";

import type { StationListItem, StationView } from "@/lib/sites/stations/schema";

/** A booking that no longer fits where it is. */
interface Stranded {
  readonly stationId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly standard: string | null;
  readonly minPowerKw: number | null;
}

/** So many are proposed: the nearest. */
const most = 3;

/**
 * Stations of the same business that have a place at the time of a booking that has none at its own. Staff move bookings
 * within a station (product.md, Permission matrix); where to go instead they can tell the driver, who books there.
 * Nothing where there is none, or where the answer does not come.
 */
export const FreeNearby = memo(function FreeNearby({ booking }: { booking: Stranded }) {
  const t = useTranslations("staffBookings");
  const [found, setFound] = useState<readonly StationListItem[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    findNearby(booking, abort.signal).then(setFound, () => undefined);
    return () => abort.abort();
  }, [booking]);
  if (found.length === 0) return null;
  const time = { startsAt: booking.startsAt, endsAt: booking.endsAt };
  return (
    <details className="text-sm">
      <summary className="link inline cursor-pointer">
        {t("freeNearby", { count: found.length })}
      </summary>
      <p className="mt-1 text-ink-soft">{t("freeNearbyText")}</p>
      <ul className="mt-1 divide-y">
        {found.map(({ id, name, address }) => (
          <li key={id} className="py-1.5 wrap-anywhere">
            <a
              href={`/stations/${id}/book?${new URLSearchParams(time)}`}
              target="_blank"
              rel="noreferrer"
              className="link"
            >
              {name}
            </a>
            <span className="block text-ink-soft">{address}</span>
          </li>
        ))}
      </ul>
    </details>
  );
});

async function findNearby(booking: Stranded, signal: AbortSignal): Promise<StationListItem[]> {
  const own = await read<StationView>(`/${booking.stationId}`, signal);
  if (own.businessId === null) return [];
  const asked = new URLSearchParams({
    businessId: own.businessId,
    near: `${own.location.lat},${own.location.lng}`,
    availableFrom: booking.startsAt,
    availableTo: booking.endsAt,
    limit: String(most + 1),
    ...(booking.standard !== null && { standard: booking.standard }),
    ...(booking.minPowerKw !== null && { minPowerKw: String(booking.minPowerKw) }),
  });
  const near = await read<StationListItem[]>(`?${asked}`, signal);
  return near.filter(({ id }) => id !== own.id).slice(0, most);
}

async function read<T>(path: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(`/api/v1/stations${path}`, { signal });
  if (!answer.ok) throw new Error(`the stations answered ${answer.status}`);
  return ((await answer.json()) as { data: T }).data;
}
