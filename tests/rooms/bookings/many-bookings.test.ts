import { expect, it } from "vitest";

import { listBookings } from "@/lib/bookings";
import { ListBookings } from "@/lib/bookings/schema";
import { makeContext } from "@/lib/wiring";

import { testDatabase } from "../../support/database";
import { makeManyBookings } from "../../support/many-bookings";
import { testConfig } from "../../support/world";

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
