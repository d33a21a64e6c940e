import { and, eq } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { cancelBooking } from "@/lib/charging/bookings";
import { startWalkUp } from "@/lib/charging/sessions";
import type { StartWalkUp } from "@/lib/charging/sessions/schema";
import type { UserActor } from "@/lib/core/actor";

import type { Setting } from "../bookings/setting";

/** A station with its operator, to whom cars without a booking come. */
export interface Site {
  readonly id: string;
  readonly operator: UserActor;
  /** Lets a car in; one of its own plate where nothing is said of its driver. */
  walkIn(input?: Partial<StartWalkUp>): ReturnType<typeof startWalkUp>;
}

let plates = 0;
export const freshPlate = () => `WP KA-${(plates += 1)}`;

/** A station with so many connectors and places, hourly slots from two hours ago on, and its operator. */
export async function gateOf(s: Setting, { places = 2, connectors = 4 } = {}): Promise<Site> {
  const id = await s.station({ capacity: places, connectors });
  const operator = await s.operatorAt(id);
  return {
    id,
    operator,
    walkIn: (input = {}) => {
      const who = input.ownerNic ?? input.phone ?? input.plate;
      const plate = who === undefined ? freshPlate() : input.plate;
      return startWalkUp(s.as(operator), { stationId: id, ...input, ...(plate && { plate }) });
    },
  };
}

/** Sends every car away that came without a booking, so that those of one test do not stay on in the next. */
export async function sendAway(s: Setting): Promise<void> {
  const left = await s.db
    .select()
    .from(bookings)
    .where(and(eq(bookings.origin, "WalkUp"), eq(bookings.status, "InProgress")));
  for (const { id, stationId } of left) {
    const operator = s.as(await s.operatorAt(stationId));
    await cancelBooking(operator, { id, reason: "The test is over", chargeFee: false });
  }
}
