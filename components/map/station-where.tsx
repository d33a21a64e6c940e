import type { DistanceUnit } from "@/lib/core/units";
import type { StationView } from "@/lib/sites/stations/schema";

import { cn } from "../ui/class-names";
import { WhenSeen } from "../ui/when-seen";
import { LazyStationMap } from "./lazy-maps";
import { tileSource } from "./tile-source";

/** Where one station stands, on a map that comes once it is near the view. For the server, which knows the tiles. */
export async function StationWhere({
  station,
  unit,
  label,
  className,
}: {
  station: Pick<StationView, "location" | "type" | "bookable" | "name">;
  /** In which its reader reads distances. */
  unit: DistanceUnit;
  label: string;
  /** How high it is. */
  className: string;
}) {
  return (
    <section aria-label={label}>
      <WhenSeen className={cn("overflow-hidden rounded-lg border bg-map-land", className)}>
        <LazyStationMap
          place={station.location}
          type={station.type}
          bookable={station.bookable}
          name={station.name}
          unit={unit}
          tiles={await tileSource()}
        />
      </WhenSeen>
    </section>
  );
}
