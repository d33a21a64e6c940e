import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { stations } from "@/db/schema/stations";
import { listAudits } from "@/lib/records/audit";
import { recordAudit } from "@/lib/records/audit/inside";
import { ListAudits } from "@/lib/records/audit/schema";
import { anonymous, type Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { makeBusiness, makeStation, makeUser, testConfig } from "../../../support/world";
import { refusal } from "../../people/accounts/setting";

const { db } = await testDatabase();
// 23:30 on 31 May in New York, 09:15 on 1 June in Kathmandu.
const clock = fileClock("2026-06-01T03:30:00Z");
const as = (actor: Actor) => makeContext({ db, clock, config: testConfig, actor });
const business = await makeBusiness(db);
const other = await makeBusiness(db, "Mohawk Power");
const albany = (await makeStation(db, business.id)).id;
const nepal = (await makeStation(db, business.id, { timeZone: "Asia/Kathmandu" })).id;
const elsewhere = (await makeStation(db, other.id)).id;
const owner = await makeUser(db, "EvOwner");
const office = await makeUser(db, "Backoffice", { businessId: business.id, name: "Olga Office" });
const operator = await makeUser(db, "Operator", {
  businessId: business.id,
  stationIds: [albany, nepal],
});
const admin = await makeUser(db, "SystemAdmin");

async function deed(stationId: string, businessId: string, at: string, ownerId?: string) {
  clock.set(at);
  const entityId = newId();
  const facts = { entity: "Booking", entityId, action: "Approve", businessId, stationId } as const;
  await recordAudit(as(office), { ...facts, ownerId, from: "Pending", to: "Approved" });
  return entityId;
}

const deeds = {
  albanyYesterday: await deed(albany, business.id, "2026-05-31T03:59:59Z"),
  albanyToday: await deed(albany, business.id, "2026-05-31T04:00:00Z", owner.userId),
  nepalYesterday: await deed(nepal, business.id, "2026-05-31T18:14:59Z"),
  nepalToday: await deed(nepal, business.id, "2026-05-31T18:15:00Z"),
  elsewhere: await deed(elsewhere, other.id, "2026-06-01T03:00:00Z"),
};
clock.set("2026-06-01T03:30:00Z");

const seen = async (actor: Actor, query: object = {}) => {
  const asked = { ...ListAudits.parse(query), page: 1, limit: 100 };
  const { items, total } = await listAudits(as(actor), asked);
  expect(items).toHaveLength(total);
  const names = Object.entries(deeds);
  return items.map(({ entityId }) => names.find(([, id]) => id === entityId)?.[0]);
};

describe("audit records", () => {
  it("are all a SystemAdmin's to see, newest first", async () => {
    expect(await seen(admin)).toEqual(Object.keys(deeds).toReversed());
  });

  it("are oldest first where one asks so", async () => {
    expect(await seen(admin, { sort: "at" })).toEqual(Object.keys(deeds));
    expect(await seen(admin, { sort: "-at" })).toEqual(Object.keys(deeds).toReversed());
    expect(ListAudits.safeParse({ sort: "actor" }).success).toBe(false);
  });

  it("are the own business's for its office", async () => {
    expect(await seen(office)).toEqual([
      "nepalToday",
      "nepalYesterday",
      "albanyToday",
      "albanyYesterday",
    ]);
  });

  it("are an Operator's stations' since each station's own midnight", async () => {
    expect(await seen(operator)).toEqual(["nepalToday", "albanyToday"]);
    expect(await seen({ ...operator, stationIds: [] })).toEqual([]);
  });

  it("are an owner's own history", async () => {
    expect(await seen(owner)).toEqual(["albanyToday"]);
    expect(await refusal(listAudits(as(anonymous), { page: 1, limit: 1 }))).toBe("auth.required");
  });

  it("are found by entity, deed, actor, station and time, within the scope", async () => {
    expect(await seen(admin, { entityId: deeds.nepalToday })).toEqual(["nepalToday"]);
    expect(await seen(admin, { entity: "Session" })).toEqual([]);
    expect(await seen(admin, { action: "Approve", stationId: elsewhere })).toEqual(["elsewhere"]);
    expect(await seen(office, { stationId: elsewhere })).toEqual([]);
    expect(await seen(admin, { actor: "olga" })).toHaveLength(5);
    expect(await seen(admin, { actor: office.userId })).toHaveLength(5);
    expect(await seen(admin, { actor: "%" })).toEqual([]);
    const times = { from: "2026-05-31T04:00:00Z", to: "2026-05-31T18:15:00Z" };
    expect(await seen(admin, times)).toEqual(["nepalYesterday", "albanyToday"]);
  });

  it("say what the thing is called, where it has a name", async () => {
    clock.set("2026-06-02T03:30:00Z");
    const about = [
      { entity: "Station", entityId: albany },
      { entity: "Business", entityId: business.id },
      { entity: "User", entityId: owner.userId },
      { entity: "Setting", entityId: nepal },
      { entity: "Station", entityId: newId() },
    ] as const;
    for (const one of about) await recordAudit(as(admin), { ...one, action: "Update" });
    const { items } = await listAudits(as(admin), {
      action: "Update",
      sort: "at",
      page: 1,
      limit: 9,
    });
    const [station, zone] = await Promise.all(
      [albany, nepal].map(
        async (id) => (await db.select().from(stations).where(eq(stations.id, id)))[0]?.name,
      ),
    );
    expect(items.map(({ entityName }) => entityName)).toEqual([
      station,
      "Hudson Charging",
      owner.name,
      zone,
      null,
    ]);
  });
});
