import { sql as raw } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { bookingStatus } from "@/lib/charging/bookings/schema";
import type { UserActor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";

import { hours } from "./test-clock";
import { energyTariff, makeBusiness, makeStation, makeUser, testStart } from "./world";

export const manyBookings = 10_000;
/** Owners, each with one booking an hour, so that none overlap. */
const crowd = 100;

interface Query {
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
  readonly page: number;
  /** How many it finds. */
  readonly total: number;
}

/** A business with 10,000 bookings of every state at four stations, and what its people ask of the table. */
export async function makeManyBookings(
  db: Db,
): Promise<{ office: UserActor; admin: UserActor; queries: readonly Query[] }> {
  const business = await makeBusiness(db);
  const stations = await Promise.all([1, 2, 3, 4].map(() => makeStation(db, business.id)));
  const owners: UserActor[] = [];
  for (let made = 0; made < crowd; made += 1) owners.push(await makeUser(db, "EvOwner"));
  const rows = Array.from({ length: manyBookings }, (_, index) => {
    const startsAt = new Date(testStart.getTime() + hours(Math.floor(index / crowd)));
    return {
      id: newId(),
      number: `BK-${String(index).padStart(4, "0")}-MANY`,
      ownerId: owners[index % crowd]?.userId ?? "",
      stationId: stations[index % stations.length]?.id ?? "",
      businessId: business.id,
      startsAt,
      endsAt: new Date(startsAt.getTime() + hours(1)),
      status: bookingStatus.options[index % bookingStatus.options.length] ?? "Pending",
      tariff: energyTariff,
      estimateMinor: 500,
      createdAt: testStart,
      updatedAt: testStart,
    } as const;
  });
  for (let from = 0; from < manyBookings; from += 1_000) {
    await db.insert(bookings).values(rows.slice(from, from + 1_000));
  }
  await db.execute(raw`analyze`);
  const station = stations[0]?.id ?? "";
  const nic = owners[7]?.ownerNic ?? "";
  const ofStatus = Math.ceil(manyBookings / bookingStatus.options.length);
  return {
    office: await makeUser(db, "Backoffice", { businessId: business.id }),
    admin: await makeUser(db, "SystemAdmin"),
    queries: [
      { name: "the first page", query: {}, page: 1, total: manyBookings },
      { name: "the last page", query: {}, page: manyBookings / 20, total: manyBookings },
      { name: "by status", query: { status: "Pending" }, page: 1, total: ofStatus },
      {
        name: "by station",
        query: { stationId: station },
        page: 3,
        total: manyBookings / stations.length,
      },
      { name: "by identity number", query: { search: nic }, page: 2, total: manyBookings / crowd },
      { name: "by booking number", query: { search: "BK-0042" }, page: 1, total: 1 },
      {
        name: "by day",
        query: { from: "2026-06-02", to: "2026-06-02" },
        page: 1,
        total: 24 * crowd,
      },
      {
        name: "the newest of a status",
        query: { sort: "-createdAt", status: "Approved" },
        page: 2,
        total: ofStatus - 1,
      },
    ],
  };
}
