import { expect, it } from "vitest";

import { listBookings } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { makeManyBookings, manyBookings } from "../../../support/many-bookings";
import { makeBusiness, makeUser, testConfig } from "../../../support/world";

// How long it takes, `npm run bench` says.
const { db } = await testDatabase();
const { office, admin, queries } = await makeManyBookings(db);

it.each(queries)("10,000 bookings, $name: as many as there are", async ({ query, page, total }) => {
  for (const actor of [office, admin]) {
    const ctx = makeContext({ db, actor, config: testConfig });
    const found = await listBookings(ctx, { ...ListBookings.parse(query), page, limit: 20 });
    expect(found.total).toBe(total);
    expect(found.items.length).toBe(Math.min(20, total - (page - 1) * 20));
    expect(new Set(found.items.map(({ id }) => id)).size).toBe(found.items.length);
  }
});

it("10,000 bookings, by business: an admin sees those of the one named, an office none of another's", async () => {
  const { id: other } = await makeBusiness(db);
  const find = async (actor: typeof office, businessId: string) => {
    const query = { ...ListBookings.parse({ businessId }), page: 1, limit: 1 };
    return (await listBookings(makeContext({ db, actor, config: testConfig }), query)).total;
  };
  const rival = await makeUser(db, "Backoffice", { businessId: other });
  const business = office.businessId ?? "";
  expect(await find(admin, business)).toBe(manyBookings);
  expect(await find(admin, other)).toBe(0);
  expect(await find(office, business)).toBe(manyBookings);
  expect(await find(office, other)).toBe(0);
  expect(await find(rival, business)).toBe(0);
});
