import { changeGroup, findComing, takeWalkUp, type WalkUp } from "@/lib/charging/bookings/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { asHolder, authorize } from "@/lib/core/permissions";
import { findOwnerAtGate } from "@/lib/people/accounts/inside";
import { getSettings } from "@/lib/records/settings/inside";
import { findClosings } from "@/lib/sites/schedules/inside";
import { getStation } from "@/lib/sites/stations/inside";

import { holdConnectors, openSession } from "./open-session";
import { chooseForWalkUp } from "./choose-connector";
import { findArrivals } from "./find-arrivals";
import { findGroupOf } from "./find-group-of";
import type { CheckedIn, StartWalkUp } from "./schema";

/**
 * Lets a car in that nobody booked for: it takes a free place of the running slot, in the group of the connector where one
 * is named, as a booking of origin WalkUp, and its session starts now (product.md, Walk-in). The driver is an owner, by identity number, phone or a plate that is
 * theirs alone, or a guest with a plate. Refused where the station takes none, and where the connectors left would not
 * do for those whose bookings are about to begin.
 * Throws `station.not_found`, `walkIn.not_allowed`, `owner.not_found`, `walkIn.owner_deactivated`, what `takeWalkUp` throws,
 * `walkIn.place_needed`, `connector.not_found`, `session.connector_busy` or `session.no_connector`.
 */
export async function startWalkUp(ctx: Context, input: StartWalkUp): Promise<CheckedIn> {
  const { actor } = asHolder(ctx, "session.walkIn");
  return inTransaction(ctx, async (ctx) => {
    const { id: stationId, businessId } = await getStation(ctx, input.stationId);
    const thing = { stationId, businessId };
    const station = authorize(ctx, "session.walkIn", thing, "station.not_found");
    const { walkIns, reserveLeadMinutes } = await getSettings(ctx, thing);
    if (!walkIns) throw fail("walkIn.not_allowed");
    const driver = await findDriver(ctx, businessId, input);
    const { connectorId, minutes } = input;
    const group = await findGroupOf(ctx, stationId, connectorId);
    const booking = await takeWalkUp(ctx, station, { ...driver, minutes, group });
    const places = await holdConnectors(ctx, stationId);
    const arrivalOf = await findArrivals(ctx, [booking], new Map([[stationId, places]]));
    const connector = chooseForWalkUp(places, arrivalOf(booking), {
      coming: await findComing(ctx, stationId, reserveLeadMinutes),
      closing: await findClosings(ctx, [stationId]),
      given: connectorId,
    });
    await changeGroup(ctx, booking, connector);
    return openSession(ctx, booking, { connector, checkedInBy: actor.userId });
  });
}

/** Who it is: an owner whose account is Active, or a guest. A number that is nobody's is refused, a plate is a guest's. */
async function findDriver(
  ctx: Context,
  businessId: string | null,
  { ownerNic, phone, plate }: StartWalkUp,
): Promise<Pick<WalkUp, "owner" | "plate">> {
  const owner = await findOwnerAtGate(ctx, businessId, { ownerNic, phone, plate });
  if (owner) {
    if (owner.status !== "Active") throw fail("walkIn.owner_deactivated");
    return { owner, plate: plate ?? owner.vehiclePlate };
  }
  if (ownerNic !== undefined) throw failField("owner.not_found", "ownerNic");
  if (phone !== undefined) throw failField("owner.not_found", "phone");
  return { owner: null, plate: plate ?? null };
}
