import type { StationListItem } from "@/lib/sites/stations/schema";

type Pricing = NonNullable<StationListItem["pricing"]>;
type Availability = StationListItem["availability"][number];

/** What the finder shows, of all that the API's list says. */
const names = {
  station: [
    "id",
    "name",
    "address",
    "location",
    "timeZone",
    "type",
    "bookable",
    "takesBookings",
    "approval",
    "connectors",
    "suiting",
    "maxPowerKw",
    "free",
    "distanceKm",
    "imageId",
  ],
  price: ["mode", "fee", "perHour", "perKwh"],
  day: ["date", "slots", "freeSlots"],
} as const satisfies {
  readonly station: readonly (keyof StationListItem)[];
  readonly price: readonly (keyof Pricing)[];
  readonly day: readonly (keyof Availability)[];
};
type Names = typeof names;
type Price = Pick<Pricing, Names["price"][number]>;

/** A station as the finder shows it. */
export interface ShownStation extends Pick<StationListItem, Names["station"][number]> {
  readonly pricing: Price | null;
  readonly availability: readonly Pick<Availability, Names["day"][number]>[];
}

/** Values in the order of their names. */
type Row = readonly unknown[];

/** Stations on their way to the browser, and once the names of what is said of each. */
export interface PackedStations {
  readonly names: Names;
  readonly stations: readonly (readonly [station: Row, price: Row | null, days: readonly Row[]])[];
}

/** In less than half of the bytes: the page's scripts carry them beside what is rendered of them. */
export const packStations = (stations: readonly ShownStation[]): PackedStations => ({
  names,
  stations: stations.map((station) => [
    rowOf(names.station, station),
    station.pricing && rowOf(names.price, said(station.pricing)),
    station.availability.map((day) => rowOf(names.day, day)),
  ]),
});

const rowOf = <K extends PropertyKey>(of: readonly K[], thing: Readonly<Record<K, unknown>>): Row =>
  of.map((name) => thing[name]);

/** Of a price no more than its way of reckoning needs. */
const said = ({ mode, fee, perHour, perKwh }: Price): Price => ({
  mode,
  fee: mode === "Flat" ? fee : null,
  perHour: mode === "Time" ? perHour : null,
  perKwh: mode === "Flat" || mode === "Time" ? null : perKwh,
});

/** The stations as they were packed. */
export const unpackStations = ({ names: of, stations }: PackedStations): ShownStation[] =>
  stations.map(([station, price, days]) => ({
    ...(thingOf(of.station, station) as Omit<ShownStation, "pricing" | "availability">),
    pricing: price && (thingOf(of.price, price) as Price),
    availability: days.map((day) => thingOf(of.day, day) as ShownStation["availability"][number]),
  }));

const thingOf = (of: readonly string[], row: Row): unknown =>
  Object.fromEntries(of.map((name, at) => [name, row[at]]));
