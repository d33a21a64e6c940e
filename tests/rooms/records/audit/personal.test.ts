import { readdirSync, readFileSync } from "node:fs";

import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { auditActors, auditPersonal, audits } from "@/db/schema/audit";
import { anonymous, type Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { listAudits } from "@/lib/records/audit";
import { recordAudit, type AuditEntry } from "@/lib/records/audit/inside";
import { sayIn } from "@/lib/words/say";
import { root } from "@/scripts/parts/paths";

import { auditsOf } from "../../../support/audits";
import { testDatabase } from "../../../support/database";
import { makeUser, testConfig } from "../../../support/world";

const { db } = await testDatabase();
const as = (actor: Actor) => makeContext({ db, config: testConfig, actor });
const admin = await makeUser(db, "SystemAdmin", { name: "Ada Lovelace" });

const migration = "_personal-values-apart.sql";
const emails = ["old@example.test", "new@example.test"];
const entry = (over: Partial<AuditEntry> = {}): AuditEntry => ({
  entity: "User",
  entityId: newId(),
  action: "Update",
  reason: "Nimal asked for it",
  changes: { email: emails, role: "EvOwner" },
  ...over,
});

async function recorded(actor: Actor, over?: Partial<AuditEntry>) {
  const one = entry(over);
  await recordAudit(as(actor), one);
  const [row] = await db.select().from(audits).where(eq(audits.entityId, one.entityId));
  if (!row) throw new Error("nothing was recorded");
  return row;
}

const seen = async (entityId: string) => {
  const { items } = await listAudits(as(admin), { entityId, page: 1, limit: 9 });
  return items[0];
};

const hash = expect.stringMatching(/^sha256:[0-9a-f]{64}$/);

describe("a record", () => {
  it("holds hashes where a person's words, names and addresses would stand", async () => {
    const row = await recorded(admin);
    expect(row).toMatchObject({
      actorName: hash,
      reason: hash,
      changes: { email: hash, role: "EvOwner" },
      personal: ["reason", "changes.email"],
    });
    const beside = await db.select().from(auditPersonal).where(eq(auditPersonal.auditId, row.id));
    expect(beside).toHaveLength(2);
    const [match] = await db.execute(sql`
      select count(*)::int as same from audit_personal p join audits a on a.id = p.audit_id
      where a.id = ${row.id} and 'sha256:' || encode(sha256(convert_to(p.salt || p.value, 'UTF8')), 'hex')
        = coalesce(a.changes ->> substr(p.field, 9), a.reason)`);
    expect(match).toEqual({ same: 2 });
  });

  it("shows the values while they are there, and says when they were erased", async () => {
    const { id, entityId } = await recorded(admin);
    expect(await seen(entityId)).toMatchObject({
      actor: { name: "Ada Lovelace" },
      reason: "Nimal asked for it",
      changes: { email: emails, role: "EvOwner" },
    });
    await db.delete(auditPersonal).where(eq(auditPersonal.auditId, id));
    expect(await seen(entityId)).toMatchObject({
      actor: { name: "Ada Lovelace" },
      reason: "erased",
      changes: { email: "erased", role: "EvOwner" },
    });
    // Worded when it is read, and stored nowhere.
    const marked = { ...as(admin), locale: "en-XA" } as const;
    const { items } = await listAudits(marked, { entityId, page: 1, limit: 9 });
    expect(items[0]?.reason).toBe(sayIn("en-XA")("audits.erased"));
    expect(items[0]?.reason).not.toBe("erased");
  });

  it("keeps a job's reasons and names: they are words of ours", async () => {
    const row = await recorded(jobActor("no-show"), { changes: { startsAt: 1 } });
    expect(row).toMatchObject({
      actorName: "no-show",
      reason: "Nimal asked for it",
      personal: null,
    });
  });

  it("keeps apart what nobody known wrote, too", async () => {
    expect(await recorded(anonymous, { changes: undefined })).toMatchObject({
      actorName: "Anonymous",
      reason: hash,
    });
  });

  it("adds nothing beside it where nothing is personal, and a person's name once", async () => {
    const actor = await makeUser(db, "EvOwner", { name: "Ravi Perera" });
    const before = await db.$count(auditPersonal);
    const plain = { reason: undefined, changes: { startsAt: [1, 2] } };
    const rows = [await recorded(actor, plain), await recorded(actor, plain)];
    expect(await db.$count(auditPersonal)).toBe(before);
    expect(await db.$count(auditActors, eq(auditActors.userId, actor.userId))).toBe(1);
    expect(new Set(rows.map(({ actorName }) => actorName)).size).toBe(1);
    await recorded({ ...actor, name: "Ravi Silva" }, plain);
    expect(await db.$count(auditActors, eq(auditActors.userId, actor.userId))).toBe(2);
  });

  it("is one record of one statement each for many at once", async () => {
    const entries = Array.from({ length: 300 }, () => entry());
    await recordAudit(as(admin), ...entries);
    for (const { entityId } of [entries[0], entries.at(-1)].filter((one) => one !== undefined)) {
      expect(await auditsOf(db, entityId)).toMatchObject([
        { actorName: "Ada Lovelace", reason: "Nimal asked for it", changes: { email: emails } },
      ]);
    }
  });

  it("is found by its actor's name, and no longer once that is erased", async () => {
    const actor = await makeUser(db, "Backoffice", { name: "Zenobia Office" });
    await recorded(actor);
    const found = async () =>
      (await listAudits(as(admin), { actor: "zenobia", page: 1, limit: 9 })).total;
    expect(await found()).toBe(1);
    await db.delete(auditActors).where(eq(auditActors.userId, actor.userId));
    expect(await found()).toBe(0);
    const all = await listAudits(as(admin), { actor: actor.userId, page: 1, limit: 9 });
    expect(all.items[0]?.actor).toEqual({ id: actor.userId, role: "Backoffice", name: "erased" });
  });
});

describe("the migration of what was recorded before", () => {
  const file = readdirSync(root("db/migrations")).find((name) => name.endsWith(migration));
  const statements = readFileSync(root(`db/migrations/${file}`), "utf8");

  it("moves names, reasons and personal changes beside the records, each under its hash", async () => {
    await db.execute(sql`truncate audits, audit_personal, audit_actors`);
    const row = (over: Partial<typeof audits.$inferInsert>) => ({
      id: newId(),
      at: new Date(),
      entity: "User" as const,
      entityId: newId(),
      action: "Update",
      actorId: admin.userId,
      actorRole: "SystemAdmin",
      actorName: "Ada Lovelace",
      requestId: "request-1",
      ...over,
    });
    const byPerson = row({ reason: 'She said "no"', changes: { email: emails, role: "x" } });
    const plain = row({ changes: { stationIds: [[], []] } });
    const byJob = row({ actorId: null, actorRole: "Job", actorName: "no-show", reason: "late" });
    const notes = row({ entity: "Session", changes: { notes: [null, "Nimal’s car"] } });
    await db.insert(audits).values([byPerson, plain, byJob, notes]);
    for (const statement of statements.split("--> statement-breakpoint")) {
      await db.execute(sql.raw(statement));
    }
    const stored = await db.select().from(audits).where(eq(audits.id, byPerson.id));
    expect(stored).toMatchObject([
      { actorName: hash, reason: hash, changes: { email: hash, role: "x" } },
    ]);
    expect(stored[0]?.personal?.toSorted()).toEqual(["changes.email", "reason"]);
    for (const one of [byPerson, plain, byJob, notes]) {
      const [shown] = (await listAudits(as(admin), { entityId: one.entityId, page: 1, limit: 1 }))
        .items;
      expect(shown).toMatchObject({
        actor: { name: one.actorName },
        reason: one.reason ?? null,
        changes: one.changes ?? null,
      });
    }
    expect(await db.$count(auditActors)).toBe(1);
  });
});
