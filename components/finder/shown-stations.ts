import { addDays } from "@/lib/core/calendar";
import type { StationListItem } from "@/lib/sites/stations/schema";

/** What the finder shows of a station: what a page brings along, of all that the API's list says. */
const shown = [
  "id",
  "name",
  "address",
  "location",
  "timeZone",
  "type",
  "bookable",
  "takesBookings",
  "connectors",
  "suiting",
  "maxPowerKw",
  "free",
  "distanceKm",
  "imageId",
] as const;

type Pricing = NonNullable<StationListItem["pricing"]>;
type Day = StationListItem["availability"][number];

/** A station as the finder shows it. */
export interface ShownStation extends Pick<StationListItem, (typeof shown)[number]> {
  readonly pricing: Pick<Pricing, "mode" | "fee" | "perHour" | "perKwh"> | null;
  readonly availability: readonly Pick<Day, "date" | "slots" | "freeSlots">[];
}

/** Stations on their way to the browser: their facts in the order of `shown`, their week by its first day. */
export type PackedStations = readonly {
  readonly facts: readonly ShownStation[(typeof shown)[number]][];
  readonly pricing: ShownStation["pricing"];
  readonly firstDay: string | null;
  /** Of each day its slots, and those with a place. */
  readonly days: readonly (readonly [number, number])[];
}[];

/** In a third of the bytes: the page's scripts carry them beside what is rendered of them. */
export const packStations = (stations: readonly ShownStation[]): PackedStations =>
  stations.map((station) => ({
    facts: shown.map((name) => station[name]),
    pricing: station.pricing && priceOf(station.pricing),
    firstDay: station.availability[0]?.date ?? null,
    days: station.availability.map(({ slots, freeSlots }) => [slots, freeSlots]),
  }));

const priceOf = ({ mode, fee, perHour, perKwh }: NonNullable<ShownStation["pricing"]>) => ({
  mode,
  fee: mode === "Flat" ? fee : null,
  perHour: mode === "Time" ? perHour : null,
  perKwh: mode === "Flat" || mode === "Time" ? null : perKwh,
});

/** The stations as they were packed. */
export const unpackStations = (packed: PackedStations): ShownStation[] =>
  packed.map(({ facts, pricing, firstDay, days }) => ({
    ...(Object.fromEntries(shown.map((name, at) => [name, facts[at]])) as unknown as ShownStation),
    pricing,
    availability: days.map(([slots, freeSlots], at) => ({
      date: addDays(firstDay ?? "", at),
      slots,
      freeSlots,
    })),
  }));
