import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";

import { offlineRefusals } from "@/db/schema/queue";
import type { UserActor } from "@/lib/core/actor";

import { makeBusiness, makeUser } from "../../support/world";
import { makeGate } from "./gate";

vi.stubEnv("NEXTAUTH_SECRET", "s".repeat(32));
const { api, businessId, station, operator, colleague, office, at, booked, checkIn, listedOf } =
  await makeGate();

it("the office reads why in words, the connector's number and the currency of what was paid", async () => {
  const { id, code } = await booked();
  await checkIn({ code }, colleague);
  api.clock.set(at(30));
  const { body } = await api.call("GET", `/api/v1/stations/${station.id}`, { as: operator });
  const third = body.data.connectors.find(({ number }: { number: number }) => number === 3);
  await checkIn({ code, connectorId: third.id, scannedAt: at(5) });
  const listed = await listedOf(id, office);
  expect(listed).toMatchObject([
    { facts: { connectorNumber: 3, currency: "USD", message: expect.stringContaining("used") } },
  ]);
  expect(listed[0].facts.message).toContain(`by ${colleague.name}`);
  expect(listed[0].facts.message).toMatch(/ at \d\d:\d\d /);
  // Whose name was erased since is not said.
  const details = {
    usedAt: at(0).toISOString(),
    timeZone: "America/New_York",
    place: "New York",
  };
  await api.db.update(offlineRefusals).set({ details }).where(eq(offlineRefusals.id, listed[0].id));
  expect((await listedOf(id, office))[0].facts.message).toMatch(/ by –\.$/);
});

it("what is listed is of one business where an admin names it, and of no other for its office", async () => {
  const { id, code } = await booked();
  await checkIn({ code }, colleague);
  api.clock.set(at(30));
  await checkIn({ code, scannedAt: at(5) });
  const { id: rival } = await makeBusiness(api.db);
  const admin = await makeUser(api.db, "SystemAdmin");
  const bookingsOf = async (as: UserActor, business: string) => {
    const path = `/api/v1/operator/exceptions?limit=100&businessId=${business}`;
    const { body } = await api.call("GET", path, { as });
    return body.data.map(({ bookingId }: { bookingId: string }) => bookingId);
  };
  expect(await bookingsOf(admin, businessId)).toContain(id);
  expect(await bookingsOf(admin, rival)).toEqual([]);
  expect(await bookingsOf(office, rival)).toEqual([]);
});
