import { z } from "zod";

import type { StationWithSlots } from "@/lib/sites/schedules/schema";
import type { ConnectorView, StationListItem, StationView } from "@/lib/sites/stations/schema";

import type { Fields, Translation } from "../contracts/projection";
import { spanOf, weekOf } from "../contracts/week-of";
import { connectorStatusNames, ours, plugName, stationStatusNames } from "./names";

const evcmsConnector = ({ id, status, maxPowerKw, ...view }: ConnectorView) => ({
  ...view,
  connectorId: id,
  type: plugName(view.standards[0] ?? ""),
  power: maxPowerKw,
  status: connectorStatusNames[status],
});

/** A station as EV-CMS's code reads one: a GeoJSON point, its connectors one by one, its status in lower case. */
const evcmsFacts = (
  { location, status, pricing, hours, ...view }: StationView | StationWithSlots | StationListItem,
  connectors: readonly ConnectorView[],
) => ({
  ...view,
  location: { type: "Point", coordinates: [location.lng, location.lat] },
  status: stationStatusNames[status],
  statusDetail: status,
  ownerId: view.businessId,
  ownerType: "brand",
  pricing,
  pricePerKwh: pricing?.perKwh ? Number(pricing.perKwh.amount) : null,
  currency: pricing?.currency ?? null,
  // A week in our words beside it would stand before the span that they change.
  operatingHours: spanOf(hours),
  connectors: connectors.filter((one) => one.status !== "Inactive").map(evcmsConnector),
});

export const evcmsStation = {
  view: (view: StationView | StationWithSlots) => evcmsFacts(view, view.connectors),
};

const listQuery: Translation = {
  names: ["status"],
  schema: z.object({ status: z.enum(["active", "inactive", "maintenance"]).optional() }),
  into: ({ status }) => ({
    include: "connectors,hours",
    ...(status !== undefined && { status: ours(stationStatusNames, status) }),
  }),
};

/** A list that shows each station's connectors, as theirs do. */
export const evcmsStations = {
  query: listQuery,
  view: ({ connectorList = [], ...view }: StationListItem) => evcmsFacts(view, connectorList),
};

/** What they say of a connector in our words: one on which a car charges is in service. */
const connectorStatusOf = (said: unknown) =>
  ours(connectorStatusNames, /^occupied$/i.test(String(said)) ? "available" : said);

/**
 * The connector by its id, or by a number in its place; its plugs as they were told, unless another one is named, and
 * what each gives, unless another power is.
 */
function whichOf(
  { connectorId, standards, plugs, ...rest }: Fields,
  { type, power }: Fields,
): Fields {
  const isNumber = /^\d{1,3}$/.test(String(connectorId));
  const isSame = Array.isArray(standards) && (!type || plugName(String(standards[0])) === type);
  return {
    ...(isNumber && { number: Number(connectorId) }),
    ...(!isNumber && connectorId != null && { connectorId }),
    ...(isSame && { standards }),
    ...(isSame && (power === undefined || power === mostOf(plugs)) && { plugs }),
    ...rest,
  };
}

const mostOf = (plugs: unknown): number | null =>
  Array.isArray(plugs)
    ? Math.max(...plugs.map((plug) => Number((plug as Fields | null)?.maxPowerKw ?? 0))) || null
    : null;

/** A price as our answers say it, as our input takes it: amounts alone, and nothing of what there is none. */
function pricingOf(pricing: unknown): unknown {
  if (typeof pricing !== "object" || pricing === null) return pricing;
  const said = Object.entries(pricing).filter(([, value]) => value !== null);
  return Object.fromEntries(
    said.map(([name, value]) => [name, (value as { amount?: unknown }).amount ?? value]),
  );
}

/** Their connectors in ours, numbered as they stand; one price of all of them is the station's. */
function connectorsOf(given: unknown): Fields {
  if (!Array.isArray(given)) return { connectors: given };
  const prices = new Set(given.map((one) => JSON.stringify((one as Fields | null)?.pricing)));
  const [price] = given.map((one) => (one as Fields | null)?.pricing as Fields | undefined);
  const isOne = prices.size === 1 && price && Object.keys(price).join() === "basePrice";
  const plugs = given.map((one, index) => {
    const { type, power, pricing, status, ...rest } = (one ?? {}) as Fields;
    // A price that cannot be the station's stays where it is, for the schema to refuse.
    const unsaid = pricing !== undefined && !isOne ? { pricing } : {};
    return {
      number: index + 1,
      ...(type !== undefined && { standard: type }),
      ...(power !== undefined && { maxPowerKw: power }),
      ...(status !== undefined && { status: connectorStatusOf(status) }),
      ...whichOf(rest, { type, power }),
      ...unsaid,
    };
  });
  const isFast = plugs.some(({ standard }) => /^(ccs|chademo)/i.test(String(standard)));
  return {
    connectors: plugs,
    type: isFast ? "DC" : "AC",
    ...(isOne && { pricing: { mode: "Energy", perKwh: price.basePrice } }),
  };
}

const positionOf = (location: unknown): unknown => {
  const { coordinates } = Object(location) as { readonly coordinates?: unknown };
  if (!Array.isArray(coordinates)) return location;
  const [lng, lat, ...rest] = coordinates as unknown[];
  return rest.length === 0 ? { lat, lng } : location;
};

const body: Translation = {
  names: ["location", "connectors", "operatingHours", "status", "pricing"],
  refused: ["connectors.pricing"],
  schema: z.object({
    location: z.object({
      type: z.literal("Point"),
      coordinates: z.tuple([z.number(), z.number()]),
    }),
    connectors: z.array(
      z.object({
        connectorId: z.union([z.uuid(), z.int()]).optional(),
        type: z.string(),
        power: z.number(),
        status: z.enum(["available", "occupied", "faulted", "unavailable"]).optional(),
        pricing: z.object({ basePrice: z.number() }).optional(),
      }),
    ),
    operatingHours: z.object({ open: z.string(), close: z.string() }).optional(),
    status: z.enum(["active", "inactive", "maintenance"]).optional(),
  }),
  into: ({ location, connectors, operatingHours, status, pricing }) => ({
    ...(location !== undefined && { location: positionOf(location) }),
    ...(connectors !== undefined && connectorsOf(connectors)),
    ...(pricing != null && { pricing: pricingOf(pricing) }),
    ...(operatingHours != null && { hours: weekOf(operatingHours) }),
    ...(status !== undefined && { status: ours(stationStatusNames, status) }),
  }),
  back: { hours: "operatingHours" },
};

export const evcmsWriteStation = { marks: ["location.coordinates"], body, view: evcmsStation.view };

interface Now {
  readonly available: boolean;
  readonly connectors: readonly (ConnectorView & Record<"busy" | "usable", boolean>)[];
}

/** Whether a car could charge now. */
export const evcmsAvailability = {
  view: ({ available, connectors }: Now) => ({
    available,
    connectors: connectors.map(({ busy, usable, ...one }) => ({
      ...evcmsConnector(one),
      ...(one.status === "Active" && !usable && { status: "unavailable" }),
      ...(busy && { status: "occupied" }),
    })),
  }),
};
