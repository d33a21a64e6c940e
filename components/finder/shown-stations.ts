import type { StationListItem } from "@/lib/sites/stations/schema";

type Pricing = NonNullable<StationListItem["pricing"]>;
type Day = StationListItem["availability"][number];

/** What the finder shows of a station but its week: what a page brings along, of all that the API's list says. */
interface Shown extends Pick<
  StationListItem,
  | "id"
  | "name"
  | "address"
  | "location"
  | "timeZone"
  | "type"
  | "bookable"
  | "takesBookings"
  | "approval"
  | "connectors"
  | "suiting"
  | "maxPowerKw"
  | "free"
  | "distanceKm"
  | "imageId"
> {
  readonly pricing: Pick<Pricing, "mode" | "fee" | "perHour" | "perKwh"> | null;
}

/** A station as the finder shows it. */
export interface ShownStation extends Shown {
  readonly availability: readonly Pick<Day, "date" | "slots" | "freeSlots">[];
}

/** Stations on their way to the browser; of each day its date, its slots, and those of them with a place. */
export type PackedStations = readonly (Shown & {
  readonly week: readonly (readonly [date: string, slots: number, freeSlots: number])[];
})[];

/** In half of the bytes: the page's scripts carry them beside what is rendered of them. */
export const packStations = (stations: readonly ShownStation[]): PackedStations =>
  stations.map((station) => ({
    id: station.id,
    name: station.name,
    address: station.address,
    location: station.location,
    timeZone: station.timeZone,
    type: station.type,
    bookable: station.bookable,
    takesBookings: station.takesBookings,
    approval: station.approval,
    connectors: station.connectors,
    suiting: station.suiting,
    maxPowerKw: station.maxPowerKw,
    free: station.free,
    distanceKm: station.distanceKm,
    imageId: station.imageId,
    pricing: station.pricing && priceOf(station.pricing),
    week: station.availability.map(({ date, slots, freeSlots }) => [date, slots, freeSlots]),
  }));

const priceOf = ({ mode, fee, perHour, perKwh }: NonNullable<ShownStation["pricing"]>) => ({
  mode,
  fee: mode === "Flat" ? fee : null,
  perHour: mode === "Time" ? perHour : null,
  perKwh: mode === "Flat" || mode === "Time" ? null : perKwh,
});

/** The stations as they were packed. */
export const unpackStations = (packed: PackedStations): ShownStation[] =>
  packed.map(({ week, ...station }) => ({
    ...station,
    availability: week.map(([date, slots, freeSlots]) => ({ date, slots, freeSlots })),
  }));
