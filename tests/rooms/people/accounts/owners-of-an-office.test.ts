import { expect, it } from "vitest";

import { deactivateOwner, listOwners, reactivateOwner, readOwner } from "@/lib/people/accounts";
import { readMatches } from "@/lib/insight/search";
import { ReadMatches } from "@/lib/insight/search/schema";
import type { Context } from "@/lib/core/context";

import { bookedBefore } from "../../../support/booked-before";
import { testDatabase } from "../../../support/database";
import { makeBusiness, makeUser } from "../../../support/world";
import { refusal, settingOf } from "./setting";

const { db } = await testDatabase();
const world = settingOf(db);
const [hudson, mohawk] = [await makeBusiness(db, "Hudson"), await makeBusiness(db, "Mohawk")];
const officeOf = async (businessId: string) =>
  world.as(await makeUser(db, "Backoffice", { businessId }));
const [office, rival] = [await officeOf(hudson.id), await officeOf(mohawk.id)];
const admin = world.as(await makeUser(db, "SystemAdmin"));
const known = await world.owner("200212360001", { phone: "+94771230001" });
const stranger = await world.owner("200212360002", { phone: "+94771230002" });
await bookedBefore(db, hudson.id, known.id);

const page = { page: 1, limit: 10, sort: "name" } as const;
const listed = async (ctx: Context, search?: string) =>
  (await listOwners(ctx, { ...page, ...(search !== undefined && { search }) })).items
    .map(({ id }) => id)
    .toSorted();
const both = [known.id, stranger.id].toSorted();

it("lists those who booked at the office's stations, and everybody for an administrator", async () => {
  expect(await listed(office)).toEqual([known.id]);
  expect(await listed(rival)).toEqual([]);
  expect(await listed(admin)).toEqual(both);
  expect(await listed(office, "Ravi")).toEqual([known.id]);
  expect(await listed(admin, "2002123600")).toEqual(both);
});

it("finds anybody else by the whole number, email or phone alone", async () => {
  const { email, id } = stranger;
  for (const whole of ["200212360002", "2002 1236-0002", email, email.toUpperCase()]) {
    expect(await listed(office, whole), whole).toEqual([id]);
  }
  expect(await listed(office, "+94 77 123 0002")).toEqual([id]);
  for (const part of ["20021236000", "0002", email.slice(1), email.slice(0, -1), "7712300", ""]) {
    expect(await listed(office, part), part).not.toContain(id);
  }
  expect((await readOwner(office, { nic: "200212360002" })).id).toBe(id);
  expect(await refusal(readOwner(office, { nic: id }))).toBe("owner.not_found");
  expect((await readOwner(office, { nic: known.id })).id).toBe(known.id);
});

it("searches no wider than it lists", async () => {
  const find = async (ctx: Context, q: string) =>
    (await readMatches(ctx, ReadMatches.parse({ q }))).matches
      .filter(({ type }) => type === "Owner")
      .map(({ id }) => id)
      .toSorted();
  expect(await find(office, "Ravi")).toEqual([known.id]);
  expect(await find(office, "2002123600")).toEqual([known.id]);
  expect(await find(office, stranger.email)).toEqual([stranger.id]);
  expect(await find(admin, "Ravi")).toEqual(both);
});

it("deactivates those alone whom it served, offers no more, and reactivates whoever comes to it", async () => {
  const close = (ctx: Context, nic: string) =>
    refusal(deactivateOwner(ctx, { nic, reason: "Three no-shows" }));
  expect((await readOwner(office, { nic: "200212360002" })).can).toEqual([]);
  expect(await close(office, "200212360002")).toBe("owner.not_served");
  expect(await close(rival, "200212360001")).toBe("owner.not_served");
  expect((await readOwner(office, { nic: "200212360001" })).can).toContain("deactivate");
  expect(await close(office, "200212360001")).toBe("done");
  expect(await refusal(reactivateOwner(rival, { nic: "200212360001" }))).toBe("done");
  expect(await close(admin, "200212360002")).toBe("done");
});
