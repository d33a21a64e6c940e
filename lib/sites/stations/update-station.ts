import { recordAudit } from "@/lib/records/audit/inside";
import { keepPhone } from "@/lib/people/accounts/inside";
import { changesOf } from "@/lib/core/changes";
import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { authorize, type Authorized } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";
import { pricingView, storeTariff, toTariff } from "@/lib/money/tariffs/inside";
import type { PricingInput } from "@/lib/money/tariffs/schema";

import { getStation, lockStation } from "./get-station";
import { openReadyStation } from "./open-ready-station";
import { viewOf } from "./read-station";
import { tariffDefaults } from "./price-example";
import type { StationRow } from "./rules";
import type { StationStatus, StationView, UpdateStation } from "./schema";
import { setConnectors } from "./set-connectors";
import { setHours } from "./set-hours";
import { setStationStatus } from "./set-station-status";
import { updateStationRow } from "./store/stations";

/**
 * Changes a station's facts, its hours, connectors, price and status among them; what is not named, or is so already,
 * stays. A change that matters to slots rebuilds them at once. Throws station.not_found, station.business_fixed,
 * request.invalid at the price's fields, and what setting the parts one by one throws.
 */
export async function updateStation(
  ctx: Context,
  { id, ...input }: { readonly id: string } & UpdateStation,
): Promise<StationView> {
  return inTransaction(ctx, async (ctx) => {
    const station = await lockStation(ctx, id, "update");
    const { businessId } = station;
    const managed = authorize(
      ctx,
      "station.manage",
      { businessId, stationId: id },
      "station.not_found",
    );
    const {
      location,
      pricing,
      defaultSlotMinutes,
      connectors,
      hours,
      status,
      opensWhenReady,
      ...rest
    } = input;
    const { businessId: whose = businessId, ...same } = rest;
    if (whose !== businessId) throw failField("station.business_fixed", "businessId");
    const phone = await keepPhone(ctx, { typed: same.phone, stored: station.phone, businessId });
    const named = Object.fromEntries(
      Object.entries({
        ...same,
        phone,
        latitude: location?.lat,
        longitude: location?.lng,
        slotMinutes: defaultSlotMinutes,
        opensWhenReady: station.status === "Inactive" ? opensWhenReady : undefined,
      }).filter(([, value]) => value !== undefined),
    );
    const isChanged = await changeFacts(ctx, station, named);
    if (hours) await setHours(ctx, station, hours);
    if (hours || isChanged) await ctx.ports.rebuildSlots(ctx, [id]);
    if (connectors !== undefined) await setConnectors(ctx, { ...station, ...same }, connectors);
    if (pricing) await changeTariff(ctx, managed, pricing, "pricing");
    await openReadyStation(ctx, id);
    if (status && status !== station.status) await setOtherStatus(ctx, { id, status });
    return viewOf(ctx, await getStation(ctx, id));
  });
}

/** Whether anything changed. */
async function changeFacts(
  ctx: Context,
  station: StationRow,
  named: Parameters<typeof updateStationRow>[2],
): Promise<boolean> {
  const { id, businessId } = station;
  const changes = changesOf(station, named);
  if (Object.keys(changes).length === 0) return false;
  await updateStationRow(ctx, id, { ...named, updatedAt: ctx.clock.now() });
  const deed = { entity: "Station", entityId: id, businessId, stationId: id } as const;
  await recordAudit(ctx, { ...deed, action: "Update", changes });
  await publishEvent(ctx, {
    type: "station.changed",
    payload: { stationId: id },
    businessId,
    stationId: id,
  });
  return true;
}

/** What else was set may have opened it already. */
async function setOtherStatus(ctx: Context, to: { id: string; status: StationStatus }) {
  const { status } = await getStation(ctx, to.id);
  if (status !== to.status) await setStationStatus(ctx, to);
}

/** Sets a station's price from now on; agreed ones stay. Throws station.not_found or request.invalid. */
export async function setTariff(
  ctx: Context,
  { stationId, ...pricing }: { readonly stationId: string } & PricingInput,
): Promise<StationView> {
  return inTransaction(ctx, async (ctx) => {
    const station = await lockStation(ctx, stationId, "update");
    const { businessId } = station;
    const managed = authorize(ctx, "tariff.manage", { businessId, stationId }, "station.not_found");
    await changeTariff(ctx, managed, pricing, "");
    await openReadyStation(ctx, stationId);
    return viewOf(ctx, await getStation(ctx, stationId));
  });
}

async function changeTariff(
  ctx: Context,
  station: Authorized<{ readonly stationId: string; readonly businessId: string | null }>,
  pricing: PricingInput,
  under: string,
): Promise<void> {
  const { stationId, businessId } = station;
  const defaults = await tariffDefaults(ctx, station);
  const tariff = toTariff(pricing, defaults, under);
  const { before, changed } = await storeTariff(ctx, station, tariff);
  if (!changed) return;
  await recordAudit(ctx, {
    entity: "Station",
    entityId: stationId,
    action: "SetTariff",
    changes: { pricing: [before && pricingView(before), pricingView(tariff)] },
    businessId,
    stationId,
  });
  await publishEvent(ctx, {
    type: "station.changed",
    payload: { stationId },
    businessId,
    stationId,
  });
}
