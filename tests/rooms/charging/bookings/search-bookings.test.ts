import { eq } from "drizzle-orm";
import { expect, it } from "vitest";

import { owners, users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { exportBookings, listBookings } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import { readMatches } from "@/lib/insight/search";
import { ReadMatches } from "@/lib/insight/search/schema";

import { testDatabase } from "../../../support/database";
import { settingOf } from "./setting";

const { db } = await testDatabase();
const s = await settingOf(db);
const owner = await s.owner();
await db.update(owners).set({ nic: "047754405853" }).where(eq(owners.userId, owner.userId));
const { id, number } = await s.book(owner, 70);
await s.book(await s.owner(), 90);
const signs = number.replaceAll("-", "");
const own = signs.slice(2);

const listed = async (search: string) => {
  const query = { ...ListBookings.parse({ search }), page: 1, limit: 10 };
  return (await listBookings(s.as(s.office), query)).items.map((booking) => booking.id);
};
const matched = async (q: string) => {
  const { matches } = await readMatches(s.as(s.office), ReadMatches.parse({ q }));
  return matches.filter(({ type }) => type === "Booking").map((match) => match.id);
};

it.each([
  ["as it is written", number],
  ["without hyphens", signs],
  ["in small letters, with blanks", number.toLowerCase().replaceAll("-", " ")],
  ["with other dashes", number.replaceAll("-", "–")],
  ["with blanks around its dashes, pasted", `\u202a${number.replaceAll("-", " - ")}\u202c`],
  ["by its own signs alone", own],
  ["parted elsewhere", `${own.slice(0, 3)}-${own.slice(3)}`],
])("F28: a booking is found by its number %s", async (_, typed) => {
  expect(await listed(typed)).toEqual([id]);
  expect(await matched(typed)).toEqual([id]);
});

it("F28: a list finds by the beginning, and by nothing of which no sign is one", async () => {
  expect(await listed(signs.slice(0, 8))).toEqual([id]);
  expect(await listed("B")).toHaveLength(2);
  expect(await listed("0477 5440")).toEqual([id]);
  expect(await listed("'047754405853")).toEqual([id]);
  expect(await listed("%")).toEqual([]);
  expect(await listed("_".repeat(10))).toEqual([]);
  expect(await matched("— —")).toEqual([]);
  expect(await listed("—")).toEqual([]);
});

it("S12: a list finds what the search finds: plate, phone, email and name, however they are typed", async () => {
  await db
    .update(users)
    .set({ name: "Ámara Osei", phone: "+12125550133", email: "amara.osei@example.test" })
    .where(eq(users.id, owner.userId));
  await db.update(bookings).set({ vehiclePlate: "KTR-4100" }).where(eq(bookings.id, id));
  for (const typed of ["ktr 4100", "KTR4", "(212) 555-0133", "amara.osei@", "amara", "ÁMARA o"]) {
    expect(await listed(typed), typed).toEqual([id]);
  }
  expect(await listed("KTR-4109")).toEqual([]);
  // Part of a number, from three signs on.
  expect(await listed(own.slice(2, 7))).toEqual([id]);
});

it("F20: an identity number keeps its 0 in a spreadsheet", async () => {
  const csv = await exportBookings(s.as(s.office), ListBookings.parse({ search: number }));
  expect(csv).toContain(",'047754405853,");
});
