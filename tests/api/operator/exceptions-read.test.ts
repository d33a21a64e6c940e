import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";

import { offlineRefusals } from "@/db/schema/queue";
import type { UserActor } from "@/lib/core/actor";

import { testApi } from "../../support/api";
import { hours, minutes } from "../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

vi.stubEnv("NEXTAUTH_SECRET", "s".repeat(32));
const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const station = await makeStation(api.db, businessId, { approval: "Auto", connectors: 40 });
const start = new Date(testStart.getTime() + hours(4));
await makeSlots(api.db, station.id, start, 6, { capacity: 40 });
const stationIds = [station.id];
const operator = await makeUser(api.db, "Operator", { businessId, stationIds });
const colleague = await makeUser(api.db, "Operator", { businessId, stationIds });
const office = await makeUser(api.db, "Backoffice", { businessId });
const at = (minute: number) => new Date(start.getTime() + minutes(minute));

/** A booking with its code, at its start. */
async function booked() {
  api.clock.set(testStart);
  const owner = await makeUser(api.db, "EvOwner");
  const made = await api.call("POST", "/api/v1/bookings", {
    as: owner,
    headers: { "Idempotency-Key": crypto.randomUUID() },
    body: { stationId: station.id, startsAt: start, endsAt: at(60) },
  });
  const { id } = made.body.data;
  const qr = await api.call("GET", `/api/v1/bookings/${id}/qr`, { as: owner });
  api.clock.set(start);
  return { owner, id: id as string, code: qr.body.data.code as string, token: qr.body.data.token };
}

const checkIn = (body: object, as = operator, key?: string) =>
  api.call("POST", "/api/v1/sessions/checkin", {
    as,
    body,
    ...(key && { headers: { "Idempotency-Key": key } }),
  });

/** What is kept of a booking, as a reader's list has it. */
async function keptOf(bookingId: string, as: UserActor) {
  const list = await api.call("GET", "/api/v1/operator/exceptions?limit=100", { as });
  // oxlint-disable-next-line typescript/no-explicit-any -- rows of the answer
  return { listed: list.body.data.filter((row: any) => row.bookingId === bookingId) };
}

it("the office reads why in words, the connector's number and the currency of what was paid", async () => {
  const { id, code } = await booked();
  await checkIn({ code }, colleague);
  api.clock.set(at(30));
  const { body } = await api.call("GET", `/api/v1/stations/${station.id}`, { as: operator });
  const third = body.data.connectors.find(({ number }: { number: number }) => number === 3);
  await checkIn({ code, connectorId: third.id, scannedAt: at(5) });
  const { listed } = await keptOf(id, office);
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
  expect((await keptOf(id, office)).listed[0].facts.message).toMatch(/ by –\.$/);
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
