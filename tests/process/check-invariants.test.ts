import { sql, type SQL } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { checkInvariants } from "@/lib/process/check-invariants";
import { invariants } from "@/lib/process/room-parts";
import { sealAudits } from "@/lib/records/audit";
import { recordAudit } from "@/lib/records/audit/inside";
import { newId } from "@/lib/core/ids";

import { testDatabase } from "../support/database";
import { settingOf } from "../rooms/charging/bookings/setting";

const { db } = await testDatabase();
const s = await settingOf(db);
const owner = await s.owner();
const { id } = await s.approved(owner, 5, 7);
await s.book(await s.owner(), 5);
await recordAudit(s.as(s.admin), {
  entity: "User",
  entityId: newId(),
  action: "Update",
  changes: { email: ["old@example.test", "new@example.test"] },
});
// The world's business was put there as it is: the record of its approval belongs to it.
await recordAudit(s.as(s.admin), {
  entity: "Business",
  entityId: s.businessId,
  action: "Approve",
  from: "PendingApproval",
  to: "Active",
});
await sealAudits(s.job("seal"));

/** What does not hold after the statement, which is taken back. */
async function brokenBy(statement: SQL): Promise<string[]> {
  const taken = new Error("taken back");
  let broken: string[] = [];
  await db
    .transaction(async (tx) => {
      await tx.execute(statement);
      const ctx = { ...s.job("invariants"), db: tx };
      const results = [];
      for (const { name, find } of invariants) results.push({ name, found: await find(ctx) });
      broken = results.filter(({ found }) => found.length > 0).map(({ name }) => name);
      throw taken;
    })
    .catch((error: unknown) => {
      if (error !== taken) throw error;
    });
  return broken;
}

it("all hold after bookings and audits, and each is asked", async () => {
  const results = await checkInvariants(s.job("invariants"));
  expect(results.filter(({ differences }) => differences.length > 0)).toEqual([]);
  expect(results.map(({ name }) => name)).toEqual(invariants.map(({ name }) => name));
});

describe("each says what is planted", () => {
  const told = (table: string) => `${table}: every status is what the last audit made it`;
  const slots = "slots: reserved is the number of claims that hold a place";
  const flags = "bookings: what no longer fits its slots is flagged, and nothing else";
  const sealed = "audits: every sealed record is as it was sealed";

  it.each([
    ["a place too many", sql`update slots set reserved = reserved + 1 where reserved = 1`, [slots]],
    [
      "a status that nobody audited",
      sql`update bookings set status = 'InProgress' where id = ${id}`,
      [told("bookings")],
    ],
    ["a station", sql`update stations set status = 'Inactive'`, [told("stations")]],
    ["a user", sql`update users set status = 'Blocked'`, [told("users")]],
    ["a business", sql`update businesses set status = 'Rejected'`, [told("businesses")]],
    [
      "a flag that nothing calls for",
      sql`update bookings set conflict = 'OverCapacity', conflict_at = now() where id = ${id}`,
      [flags],
    ],
    ["a flag by half", sql`update bookings set conflict_at = now() where id = ${id}`, [flags]],
    ["fewer places than bookings", sql`update slots set capacity = 0`, [flags]],
    ["a changed record", sql`update audits set request_id = 'x' where entity = 'User'`, [sealed]],
    [
      "a personal value of nothing",
      sql`insert into audit_personal values (${newId()}, 'reason', '"x"', 'y')`,
      ["audits: every personal value has its record"],
    ],
  ] as const)("%s", async (_, statement, broken) => {
    expect(await brokenBy(statement)).toEqual(broken);
  });
});
