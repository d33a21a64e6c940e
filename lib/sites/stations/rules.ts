import { fail } from "@/lib/core/errors";
import { machineFor } from "@/lib/core/machines";
import { refuseDeactivated } from "@/lib/people/accounts/inside";
import type { Week } from "@/lib/core/opening-hours";
import type { PlugPowers } from "@/lib/core/plugs";
import type { Tariff } from "@/lib/money/tariffs/inside";

import { mostImages, stationNeed, stationStatus } from "./schema";
import type {
  StationAction,
  StationNeed,
  StationListItem,
  CurrentType,
  StationStatus,
  ConnectorStatus,
  Approval,
} from "./schema";

/** A station's stored facts that other rooms decide by. */
export interface StationRow {
  readonly id: string;
  readonly businessId: string | null;
  readonly name: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  readonly type: CurrentType;
  readonly status: StationStatus;
  readonly opensWhenReady: boolean;
  readonly slotMinutes: number;
  readonly approval: Approval;
  readonly description: string | null;
  readonly phone: string | null;
  readonly hoursNote: string | null;
  readonly amenities: string[];
  readonly network: string | null;
  readonly ratingSum: number;
  readonly ratingCount: number;
}

export interface ConnectorRow {
  readonly id: string;
  readonly stationId: string;
  readonly number: number;
  readonly standards: string[];
  readonly maxPowerW: number | null;
  readonly plugPowersW: PlugPowers;
  readonly status: ConnectorStatus;
}

/** From how many reviews on they are shown: of fewer, each could be laid at a driver's door (operations.md, 6.5). */
const ratingShownFrom = 3;

export const isRatingShown = ({ ratingCount }: Pick<StationRow, "ratingCount">): boolean =>
  ratingCount >= ratingShownFrom;

/** What the machine asks of a station. */
export type StationState = Pick<StationRow, "id" | "status" | "businessId">;

/** A station under repair is still booked: its business may say when it is back. */
export const openStatuses = ["Active", "Maintenance"] as const satisfies readonly StationStatus[];
const closed = () => fail("station.inactive");

/** Whether drivers can book there: a business runs it, and it is not closed (product.md, Station). */
export const takesBookings = ({ status, businessId }: Omit<StationState, "id">): boolean =>
  businessId !== null && openStatuses.some((one) => one === status);

/** Throws `station.inactive` where nobody can book. */
export function assertTakesBookings<S extends Omit<StationState, "id">>(
  station: S | null,
): asserts station is S & { readonly businessId: string } {
  if (!station || !takesBookings(station)) throw closed();
}

/**
 * What a station lacks that drivers need to book there (docs/decisions/new-stations.md): a connector in service, a
 * price, and a week that is open at some time.
 */
export function missingOf({
  connectors,
  tariff,
  hours,
}: {
  readonly connectors: readonly Pick<ConnectorRow, "status">[];
  readonly tariff: Tariff | null;
  readonly hours: Week | null;
}): StationNeed[] {
  const has: Record<StationNeed, boolean> = {
    Connectors: connectors.some(({ status }) => status === "Active"),
    Price: tariff !== null,
    Hours: hours !== null && Object.values(hours).some((windows) => windows.length > 0),
  };
  return stationNeed.options.filter((need) => !has[need]);
}

const isListed = ({ businessId }: StationState) => businessId === null;
const toNobody = { silent: "Nobody runs a listed station, so nobody waits to hear of it." };
const byBooking = { silent: "The booking that is made there says what became of it." };

// prettier-ignore
/** The one table of a station's states (product.md, Station); nothing else changes its status. */
export const stationMachine = machineFor<StationState>()({
  entity: "Station",
  statuses: stationStatus.options,
  about: ({ id, businessId }) => ({ businessId, stationId: id }),
  hidden: "station.not_found",
  unexplained: "request.invalid",
  refuse: ({ status }, action) =>
    action === "book" ? closed() : fail("station.status", { status }),
  actions: {
    activate: [
      { by: "station.manage", from: ["Inactive", "Maintenance"], to: "Active", audit: "SetStatus", event: "station.status_changed" },
      // A listed station follows the file that it came from.
      { by: "station.import", fits: isListed, variant: "imported", from: ["Inactive", "Maintenance"], to: "Active", audit: "Import", event: toNobody },
    ],
    maintain: [
      { by: "station.manage", from: ["Active", "Inactive"], to: "Maintenance", audit: "SetStatus", event: "station.status_changed" },
      { by: "station.import", fits: isListed, variant: "imported", from: ["Active", "Inactive"], to: "Maintenance", audit: "Import", event: toNobody },
    ],
    deactivate: [
      { by: "station.manage", from: ["Active", "Maintenance"], to: "Inactive", audit: "Deactivate", event: "station.status_changed" },
      { by: "station.import", fits: isListed, variant: "imported", from: ["Active", "Maintenance"], to: "Inactive", audit: "Import", event: toNobody },
    ],
    // A station is nobody's own: whoever books, books anywhere that a business runs.
    book: [
      {
        by: "booking.create", anywhere: true, from: openStatuses, to: null, audit: byBooking, event: byBooking,
        guard: (station, _now, actor) => {
          return refuseDeactivated(actor) ?? (takesBookings(station) ? null : closed);
        },
      },
    ],
  },
});

/** Throws `image.too_many` where the station has as many pictures as it may have. */
export function assertRoomForImage(count: number): void {
  if (count >= mostImages) throw fail("image.too_many", { max: mostImages });
}

/** The action that leads to a status. */
export const actionTo = {
  Active: "activate",
  Maintenance: "maintain",
  Inactive: "deactivate",
} as const satisfies Record<StationStatus, StationAction>;

/** A time with a place, and how many cars can still be booked for it; the instants as the database writes them. */
export interface FreeTime {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly places: number;
}

/** One found station, as the search reads it. */
export interface FoundStation extends StationRow {
  readonly connectors: number;
  readonly suiting: number;
  readonly maxPowerW: number | null;
  readonly tariff: Tariff | null;
  readonly distanceM: number | null;
  readonly imageId: string | null;
  readonly free: FreeTime | null;
  readonly availability: StationListItem["availability"];
}
