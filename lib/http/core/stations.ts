import { z } from "zod";

import { weekdays } from "@/lib/core/calendar";
import { Window } from "@/lib/core/opening-hours";
import type { PricingView } from "@/lib/money/tariffs/schema";
import type { StationWithSlots } from "@/lib/sites/schedules/schema";
import type { StationListItem, StationView } from "@/lib/sites/stations/schema";

import type { Translation } from "../contracts/projection";

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

/** `06:00-22:00`, as the first contract shows a station's hours. */
const span = /^\s*(\d{2}:\d{2})\s*[-–]\s*(\d{2}:\d{2})\s*$/;

/** Hours that are said once are those of every day; a week is ours already, and anything else is for it to refuse. */
function weekOf(hours: unknown): unknown {
  const [, start, end] = (typeof hours === "string" && span.exec(hours)) || [];
  const { open = start, close = end, ...rest } = Object(hours) as Record<string, unknown>;
  const window = Window.safeParse(
    typeof hours === "string" ? { start, end } : { start: open, end: close, ...rest },
  );
  return window.success ? Object.fromEntries(weekdays.map((day) => [day, [window.data]])) : hours;
}

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
