import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";

import { book } from "@/app/(site)/stations/[id]/book/actions";
import { owners } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { settings } from "@/db/schema/settings";
import { setProcessContext } from "@/lib/process/context";

import { testDatabase } from "../../support/database";
import { fileClock } from "../../support/file-clock";
import { hours } from "../../support/test-clock";
import { cookieFor } from "../../support/sign-in";
import {
  makeBusiness,
  makeSlots,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../../support/world";

// Next's request scope exists inside Next alone; what it would hand over is set here.
const next = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next-intl/server", () => ({ getMessages: async () => ({}), getLocale: async () => "en" }));
vi.mock("next/headers", () => ({
  headers: async () => next.headers,
  cookies: async () => ({ set: () => {}, getAll: () => [] }),
}));
vi.stubEnv("NEXTAUTH_SECRET", "test-nextauth-secret-0123456789abcdef");

const { db } = await testDatabase();
setProcessContext({ db, clock: fileClock(testStart), config: testConfig });
const { id: businessId } = await makeBusiness(db);
const { id: stationId } = await makeStation(db, businessId);
await makeSlots(db, stationId, testStart, 40);
await db.insert(settings).values({
  scope: "Business",
  scopeId: businessId,
  name: "requireNic",
  value: true,
  updatedAt: testStart,
});

/** Sends the confirm page's form; where the browser was led, or what the form hears. */
async function confirm(fields: Readonly<Record<string, string>>): Promise<string> {
  const form = new FormData();
  const at = (hour: number) => new Date(testStart.getTime() + hours(hour)).toISOString();
  const all = { stationId, startsAt: at(24), endsAt: at(25), ...fields };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  form.append("idempotencyKey", crypto.randomUUID());
  try {
    const { message, errors } = await book(null, form);
    return `${message} ${JSON.stringify(errors)}`;
  } catch (error) {
    return String((error as { digest?: unknown }).digest);
  }
}

it("a business that asks for an identity number is given one with the booking, kept from then on", async () => {
  const owner = await makeUser(db, "EvOwner", { nic: null });
  next.headers = new Headers({ "x-path": "/x", cookie: await cookieFor(db, owner) });
  const nicOf = async () =>
    (await db.select().from(owners).where(eq(owners.userId, owner.userId)))[0]?.nic;
  const booked = () => db.select().from(bookings).where(eq(bookings.ownerId, owner.userId));

  expect(await confirm({ nic: " ", country: "LK" })).toMatch(/asks for an identity number/);
  expect(await confirm({ nic: "12", country: "LK" })).toMatch(/"nic":"Use 12 digits/);
  // What is refused for another reason gives nothing away.
  const past = new Date(testStart.getTime() - hours(3)).toISOString();
  expect(await confirm({ nic: "991234567v", country: "LK", startsAt: past })).not.toMatch(/NEXT/);
  expect([await nicOf(), await booked()]).toEqual([null, []]);

  expect(await confirm({ nic: "991234567v", country: "LK" })).toMatch(/^NEXT_REDIRECT/);
  expect(await nicOf()).toBe("991234567V");
  expect(await booked()).toHaveLength(1);
});
