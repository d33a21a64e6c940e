import type { StationListItem } from "@/lib/sites/stations/schema";

type Pricing = NonNullable<StationListItem["pricing"]>;
type Location = StationListItem["location"];
type Free = NonNullable<StationListItem["free"]>;
type Day = StationListItem["availability"][number];

const shown = [
  "id",
  "name",
  "address",
  "timeZone",
  "type",
  "bookable",
  "takesBookings",
  "approval",
  "connectors",
  "suiting",
  "maxPowerKw",
  "distanceKm",
  "imageId",
] as const satisfies readonly (keyof StationListItem)[];
const priced = ["mode", "fee", "perHour", "perKwh"] as const satisfies readonly (keyof Pricing)[];
const placed = ["lat", "lng"] as const satisfies readonly (keyof Location)[];
const timed = ["startsAt", "endsAt", "places"] as const satisfies readonly (keyof Free)[];

/** A station as the finder shows it, of all that the API's list says. */
export interface ShownStation extends Pick<
  StationListItem,
  (typeof shown)[number] | "location" | "free"
> {
  readonly pricing: Pick<Pricing, (typeof priced)[number]> | null;
  readonly availability: readonly Pick<Day, "date" | "slots" | "freeSlots">[];
}

/** Values without their names, in the order of the lists above. */
type Row = readonly unknown[];
type PackedStation = readonly [
  shown: Row,
  location: Row,
  free: Row | null,
  pricing: Row | null,
  week: readonly (readonly [date: string, slots: number, freeSlots: number])[],
];
/** Stations on their way to the browser. */
export type PackedStations = readonly PackedStation[];

const rowOf = <T, K extends keyof T>(names: readonly K[], of: T): Row =>
  names.map((name) => of[name]);
const fromRow = <T, K extends keyof T>(names: readonly K[], row: Row): Pick<T, K> =>
  Object.fromEntries(names.map((name, at) => [name, row[at]])) as Pick<T, K>;

/** In half of the bytes: the page's scripts carry them beside what is rendered of them. */
export const packStations = (stations: readonly ShownStation[]): PackedStations =>
  stations.map((station) => [
    rowOf(shown, station),
    rowOf(placed, station.location),
    station.free && rowOf(timed, station.free),
    station.pricing && rowOf(priced, said(station.pricing)),
    station.availability.map(({ date, slots, freeSlots }) => [date, slots, freeSlots]),
  ]);

/** Of a price what the finder says. */
const said = ({ mode, fee, perHour, perKwh }: NonNullable<ShownStation["pricing"]>) => ({
  mode,
  fee: mode === "Flat" ? fee : null,
  perHour: mode === "Time" ? perHour : null,
  perKwh: mode === "Flat" || mode === "Time" ? null : perKwh,
});

/** The stations as they were packed. */
export const unpackStations = (packed: PackedStations): ShownStation[] =>
  packed.map(([station, location, free, pricing, week]) => ({
    ...fromRow<StationListItem, (typeof shown)[number]>(shown, station),
    location: fromRow<Location, keyof Location>(placed, location),
    free: free && fromRow<Free, keyof Free>(timed, free),
    pricing: pricing && fromRow<Pricing, (typeof priced)[number]>(priced, pricing),
    availability: week.map(([date, slots, freeSlots]) => ({ date, slots, freeSlots })),
  }));
