import { and, asc, count, desc, eq, gt, inArray, sql } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { connectors, stations } from "@/db/schema/stations";
import { approveBusiness, requestBusiness } from "@/lib/people/businesses";
import { anonymous } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { addDays, calendarDay } from "@/lib/core/calendar";
import { instantAt } from "@/lib/core/time-zones";
import { addHold, readSchedule, setSchedule } from "@/lib/sites/schedules";
import { SetSchedule } from "@/lib/sites/schedules/schema";
import { importStations, setTariff, updateConnector } from "@/lib/sites/stations";
import type { Approval } from "@/lib/sites/stations/schema";

import type { DemoBusiness } from "./businesses";
import { demoPassword } from "./people";

const zone = "America/New_York";

export interface DemoStation {
  readonly id: string;
  readonly approval: Approval;
}

/** Asks for the business, approves it, and gives it its stations out of the file, with prices. */
export async function makeBusiness(
  ctx: Context,
  business: DemoBusiness,
  csv: string,
): Promise<{ businessId: string; officeId: string; stations: DemoStation[] }> {
  const { id: businessId } = await requestBusiness(
    { ...ctx, actor: anonymous },
    {
      businessName: business.name,
      contact: business.contact,
      billing: { address: business.address, taxId: business.taxId },
      timeZone: zone,
    },
  );
  const { admin } = await approveBusiness(ctx, { id: businessId, temporaryPassword: demoPassword });
  await importStations(ctx, { source: within(csv, business), businessId });
  const officeId = admin.id;
  return { businessId, officeId, stations: await fitOut(ctx, businessId, business) };
}

/** The lines of the file that lie in the business's area, open at all hours and with two places or more. */
function within(csv: string, { area, stations: wanted }: DemoBusiness): string {
  const [header = "", ...lines] = csv.split("\n");
  const [west, south, east, north] = area;
  const fitting = lines.filter((line) => {
    const [, latitude, longitude] = /,US,(-?[\d.]+),(-?[\d.]+),/.exec(line) ?? [];
    const [lat, lng] = [Number(latitude), Number(longitude)];
    const places = /,24 hours daily,,?(?:[2-9]|1\d),|,24 hours daily,,,(?:[2-9]|1\d),/.test(line);
    return places && lat > south && lat < north && lng > west && lng < east;
  });
  const step = Math.max(1, Math.floor(fitting.length / wanted));
  const chosen = fitting.filter((_, index) => index % step === 0).slice(0, wanted);
  return [header, ...chosen].join("\n");
}

/** What there is at one station after the other; the file does not say. */
const onSite = [["Restrooms", "Coffee"], ["Restrooms"], ["Restrooms", "Food", "Wi-Fi"], []];

async function fitOut(
  ctx: Context,
  businessId: string,
  business: DemoBusiness,
): Promise<DemoStation[]> {
  const rows = await ctx.db
    .select({ id: stations.id })
    .from(stations)
    .where(eq(stations.businessId, businessId))
    .orderBy(asc(stations.sourceId));
  const ids = rows.map(({ id }) => id);
  // Every third station approves by itself; powers are what such places usually have.
  const automatic = ids.filter((_, index) => index % 3 === 2);
  await ctx.db.update(stations).set({ approval: "Auto" }).where(inArray(stations.id, automatic));
  for (const [every, amenities] of onSite.entries()) {
    const some = ids.filter((_, index) => index % onSite.length === every);
    if (some.length === 0) continue;
    await ctx.db.update(stations).set({ amenities }).where(inArray(stations.id, some));
  }
  await ctx.db
    .update(connectors)
    .set({
      maxPowerW: sql`case when ${connectors.standards} && array['IEC_62196_T1_COMBO', 'CHADEMO'] then 62500 else 7200 end`,
    })
    .where(and(inArray(connectors.stationId, ids)));
  await mixPlaces(ctx, ids);
  for (const [index, id] of ids.entries()) {
    const price = business.prices[index % business.prices.length];
    if (price) await setTariff(ctx, { stationId: id, ...price });
  }
  return ids.map((id) => ({ id, approval: automatic.includes(id) ? "Auto" : "Manual" }));
}

/**
 * Gives every thirtieth station, from the second on, fast places and another kind beside them: one CHAdeMO place of old,
 * or one that charges slowly. The first of them is one of those of the demo's operator.
 */
async function mixPlaces(ctx: Context, ids: readonly string[]): Promise<void> {
  const mixed = ids.filter((_, index) => index % 30 === 1);
  if (mixed.length === 0) return;
  await ctx.db.update(stations).set({ type: "DC" }).where(inArray(stations.id, mixed));
  const fast = { standards: ["IEC_62196_T1_COMBO"], maxPowerW: 150_000 };
  await ctx.db.update(connectors).set(fast).where(inArray(connectors.stationId, mixed));
  for (const [index, stationId] of mixed.entries()) {
    const other =
      index % 2 === 0
        ? { standards: ["CHADEMO"], maxPowerKw: 50 }
        : { standards: ["IEC_62196_T1"], maxPowerKw: 7.2 };
    const [last] = await ctx.db
      .select({ connectorId: connectors.id })
      .from(connectors)
      .where(eq(connectors.stationId, stationId))
      .orderBy(desc(connectors.number))
      .limit(1);
    // By the use case, with which the slots follow: bookings are made from now on.
    if (last) await updateConnector(ctx, { stationId, ...last, ...other });
  }
}

/** A closed day, a day with fewer connectors and a connector in maintenance, in the days to come. */
export async function addExceptions(ctx: Context, station: DemoStation, now: Date): Promise<void> {
  const today = calendarDay(now, zone);
  const { weekly } = await readSchedule(ctx, { stationId: station.id });
  await setSchedule(ctx, {
    stationId: station.id,
    ...SetSchedule.parse({
      weekly,
      exceptions: [{ date: addDays(today, 6), closed: true }],
      capacityOverrides: [{ date: addDays(today, 5), connectors: 1 }],
    }),
  });
  await addHold(ctx, {
    stationId: station.id,
    startsAt: instantAt(addDays(today, 4), "08:00", zone),
    endsAt: instantAt(addDays(today, 4), "12:00", zone),
    connectors: 1,
    reason: "Cable to be replaced",
  });
}

/** Works at the time of the first booking after `from` at these stations: somebody must move or cancel it. */
export async function addConflict(ctx: Context, ids: string[], from: Date): Promise<void> {
  const [booking] = await ctx.db
    .select()
    .from(bookings)
    .where(
      and(
        inArray(bookings.stationId, ids),
        eq(bookings.status, "Approved"),
        gt(bookings.startsAt, from),
      ),
    )
    .orderBy(asc(bookings.startsAt), asc(bookings.stationId))
    .limit(1);
  if (!booking) return;
  const { stationId, startsAt, endsAt } = booking;
  const [has] = await ctx.db
    .select({ places: count() })
    .from(connectors)
    .where(eq(connectors.stationId, stationId));
  await addHold(ctx, {
    stationId,
    startsAt,
    endsAt,
    connectors: has?.places ?? 1,
    reason: "The power company works in the street",
  });
}
