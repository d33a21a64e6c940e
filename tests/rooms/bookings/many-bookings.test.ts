import { sql as raw } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { bookings, bookingStatuses } from "@/db/schema/bookings";
import { listBookings } from "@/lib/bookings";
import { ListBookings } from "@/lib/bookings/schema";
import type { UserActor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { makeContext } from "@/lib/wiring";

import { testDatabase } from "../../support/database";
import { hours } from "../../support/test-clock";
import {
  energyTariff,
  makeBusiness,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../../support/world";

/** Milliseconds that nobody notices, with room for a busy machine; measured it is 10 to 20. */
const noticed = 100;
const count = 10_000;
/** Owners, each with one booking an hour, so that none overlap. */
const crowd = 100;

const { db } = await testDatabase();
const business = await makeBusiness(db);
const stations = await Promise.all([1, 2, 3, 4].map(() => makeStation(db, business.id)));
const owners: UserActor[] = [];
for (let made = 0; made < crowd; made += 1) owners.push(await makeUser(db, "EvOwner"));
const office = await makeUser(db, "Backoffice", { businessId: business.id });
const admin = await makeUser(db, "SystemAdmin");
const rows = Array.from({ length: count }, (_, index) => {
  const startsAt = new Date(testStart.getTime() + hours(Math.floor(index / crowd)));
  return {
    id: newId(),
    number: `BK-${String(index).padStart(4, "0")}-MANY`,
    ownerId: owners[index % crowd]?.userId ?? "",
    stationId: stations[index % stations.length]?.id ?? "",
    businessId: business.id,
    startsAt,
    endsAt: new Date(startsAt.getTime() + hours(1)),
    status: bookingStatuses[index % bookingStatuses.length] ?? "Pending",
    tariff: energyTariff,
    estimateMinor: 500,
    createdAt: testStart,
    updatedAt: testStart,
  } as const;
});
for (let from = 0; from < count; from += 1_000) {
  await db.insert(bookings).values(rows.slice(from, from + 1_000));
}
await db.execute(raw`analyze`);

/** The quickest of five, in milliseconds: what the work takes, not what else the machine does. */
async function quickest(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return Math.min(...took);
}

describe.each([
  ["office", office],
  ["admin", admin],
] as const)("a table of 10,000 bookings, for the %s", (_, actor) => {
  const ctx = makeContext({ db, actor, config: testConfig });
  const list = (query: Record<string, string>, page = 1) =>
    listBookings(ctx, { ...ListBookings.parse(query), page, limit: 20 });

  it.each([
    ["the first page", {}, 1, count],
    ["the last page", { sort: "-startsAt" }, count / 20, count],
    ["by status", { status: "Pending" }, 1, Math.ceil(count / bookingStatuses.length)],
    ["by station", { stationId: stations[0]?.id ?? "" }, 3, count / stations.length],
    ["by identity number", { search: owners[7]?.ownerNic ?? "" }, 2, count / crowd],
    ["by booking number", { search: "BK-0042" }, 1, 1],
    ["by day", { from: "2026-06-02", to: "2026-06-02" }, 1, 24 * crowd],
    ["by what is newest", { sort: "-createdAt", status: "Approved" }, 2, 1_111],
  ] as const)("%s comes without a wait", async (_name, query, page, total) => {
    const found = await list(query, page);
    expect(found.total).toBe(total);
    expect(found.items.length).toBe(Math.min(20, total - (page - 1) * 20));
    expect(await quickest(() => list(query, page))).toBeLessThan(noticed);
  });
});
