import { recordAudit } from "@/lib/records/audit/inside";
import { keepPhone } from "@/lib/people/accounts/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { asHolder, authorize, type Permission } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";
import { getSettings, type Settings } from "@/lib/records/settings/inside";
import { storeTariff, toTariff } from "@/lib/money/tariffs/inside";

import { getStation } from "./get-station";
import { openReadyStation } from "./open-ready-station";
import { viewOf } from "./read-station";
import { connectorsOf } from "./name-plugs";
import type { CreateStation, StationView } from "./schema";
import { setHours } from "./set-hours";
import { findBusinessZone, insertConnectors, insertStation } from "./store/stations";

/**
 * Makes a station of a business, with its connectors and price; slots follow its schedule (000-24 to 000-38). It is
 * Active, or with `opensWhenReady` Inactive until it has all that drivers need. A SystemAdmin names the business. Throws business.not_found,
 * connector.number_taken, schedule.windows_overlap or request.invalid at the price's fields.
 */
export async function createStation(ctx: Context, input: CreateStation): Promise<StationView> {
  return inTransaction(ctx, async (ctx) => {
    const businessId = input.businessId ?? ownBusiness(ctx);
    const id = await placeStation(ctx, "station.manage", { ...input, businessId });
    return viewOf(ctx, await getStation(ctx, id));
  });
}

/** The same for whoever holds the permission at the business, in their transaction. Answers its id. */
export async function placeStation(
  ctx: Context,
  permission: Permission,
  input: CreateStation & { readonly businessId: string },
): Promise<string> {
  const { businessId } = input;
  authorize(ctx, permission, { businessId }, "business.not_found");
  const settings = await getSettings(ctx, { businessId });
  const id = await insertAll(ctx, businessId, input, settings);
  if (input.pricing) {
    const defaults = {
      currency: settings.defaultCurrency,
      taxPercent: settings.defaultTaxPercent,
    };
    const about = { businessId, stationId: id };
    const made = authorize(ctx, permission, about, "business.not_found");
    await storeTariff(ctx, made, toTariff(input.pricing, defaults));
  }
  if (input.hours) await setHours(ctx, { id, businessId }, input.hours);
  await recordAudit(ctx, {
    entity: "Station",
    entityId: id,
    action: "Create",
    to: input.opensWhenReady ? "Inactive" : "Active",
    changes: { name: input.name, type: input.type },
    businessId,
    stationId: id,
  });
  await publishEvent(ctx, {
    type: "station.created",
    payload: { stationId: id },
    businessId,
    stationId: id,
  });
  await ctx.ports.rebuildSlots(ctx, [id]);
  await openReadyStation(ctx, id);
  return id;
}

/** Checks and writes the station with its connectors; returns its id. */
async function insertAll(
  ctx: Context,
  businessId: string,
  input: CreateStation,
  settings: Settings,
): Promise<string> {
  const businessZone = await findBusinessZone(ctx, businessId);
  if (!businessZone) throw failField("business.not_found", "businessId");
  const timeZone = input.timeZone ?? businessZone;
  const connectors = connectorsOf(input.connectors, input.type, timeZone);
  if (new Set(connectors.map(({ number }) => number)).size < connectors.length) {
    throw failField("connector.number_taken", "connectors");
  }
  const id = newId();
  const now = ctx.clock.now();
  const stamps = { createdAt: now, updatedAt: now };
  const { location, name, address, type, description, phone, amenities } = input;
  await insertStation(ctx, {
    id,
    businessId,
    name,
    address: address ?? `${location.lat}, ${location.lng}`,
    latitude: location.lat,
    longitude: location.lng,
    timeZone,
    type,
    ...(input.opensWhenReady && { status: "Inactive", opensWhenReady: true }),
    slotMinutes: input.defaultSlotMinutes ?? settings.defaultSlotMinutes,
    approval: input.approval ?? settings.defaultApproval,
    description,
    phone: await keepPhone(ctx, { typed: phone, businessId }),
    amenities,
    ...stamps,
  });
  await insertConnectors(
    ctx,
    connectors.map((connector) => ({ ...connector, id: newId(), stationId: id, ...stamps })),
  );
  return id;
}

function ownBusiness(ctx: Context): string {
  const { businessId } = asHolder(ctx, "station.manage").actor;
  if (!businessId) throw failField("station.business_required", "businessId");
  return businessId;
}
