import { z } from "zod";

import type { PricingView } from "@/lib/money/tariffs/schema";
import type { StationWithSlots } from "@/lib/sites/schedules/schema";
import type { StationListItem, StationView } from "@/lib/sites/stations/schema";

import type { Translation } from "../contracts/projection";
import { weekOf } from "../contracts/week-of";

/** One word for a price, in the first contract's way: a number of major units, as it takes it in. */
const corePricing = (pricing: PricingView | null) =>
  pricing && { ...pricing, hourly: pricing.perHour && Number(pricing.perHour.amount) };

/** One of a list: `connectors` is their number there already. */
export const coreStationListItem = (view: StationListItem) => ({
  ...view,
  backofficeId: view.businessId,
  pricing: corePricing(view.pricing),
});

/** A station: `connectors` is how many there are, as it was sent and as the list says it, and each stands in `connectorList` (C4). */
export const coreStation = (view: StationView) => ({
  ...view,
  backofficeId: view.businessId,
  defaultSlotMinutes: view.slotMinutes,
  connectors: view.connectors.filter(({ status }) => status !== "Inactive").length,
  connectorList: view.connectors,
  pricing: corePricing(view.pricing),
});

export const coreStationWithSlots = (view: StationWithSlots) => ({
  ...coreStation(view),
  slots: view.slots.map((slot) => ({
    ...slot,
    slotStartUtc: slot.startsAt,
    slotEndUtc: slot.endsAt,
  })),
});

/** A station's body: its `hours` as one span or as a week, and the business by its name there. */
export const coreStationBody: Translation = {
  names: ["hours", "backofficeId"],
  schema: z.object({ hours: z.string().optional(), backofficeId: z.uuid().optional() }),
  into: ({ hours, backofficeId }) => ({
    ...(hours !== undefined && { hours: weekOf(hours) }),
    ...(backofficeId !== undefined && { businessId: backofficeId }),
  }),
  back: { businessId: "backofficeId" },
};
