import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { auditActors, auditPersonal, auditSeals, audits } from "@/db/schema/audit";
import type { Context, Db } from "@/lib/core/context";
import { instantOf, newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { sealAudits, verifyAudits } from "@/lib/records/audit";
import { recordAudit } from "@/lib/records/audit/inside";
import { hashSeal, merkleRoot, platformChain } from "@/lib/records/audit/rules";

import { testDatabase } from "../../../support/database";
import { makeUser, testConfig } from "../../../support/world";

const { db } = await testDatabase({ max: 8 });
const admin = await makeUser(db, "SystemAdmin", { name: "Ada Lovelace" });
const as = (actor: Context["actor"], within: Db = db) =>
  makeContext({ db: within, config: testConfig, actor });
const seal = () => sealAudits(as(jobActor("seal")));
const verify = () => verifyAudits(as(jobActor("invariants")));
const [hudson, mohawk] = [newId(), newId()];

async function record(businessId: string | null = hudson, ctx = as(admin)) {
  const entityId = newId();
  const changes = { email: ["old@example.test", "new@example.test"] };
  const facts = { entity: "User", entityId, action: "Update", businessId, changes } as const;
  await recordAudit(ctx, { ...facts, reason: "Asked for" });
  const [row] = await ctx.db.select().from(audits).where(eq(audits.entityId, entityId));
  if (!row) throw new Error("nothing was recorded");
  return row.id;
}

const ofChain = (chain: string) =>
  db.select().from(auditSeals).where(eq(auditSeals.chain, chain)).orderBy(auditSeals.number);

beforeEach(() => db.execute(sql`truncate audits, audit_personal, audit_actors, audit_seals`));

describe("sealing", () => {
  it("chains a seal for each business, and one for the platform", async () => {
    const first = [await record(hudson), await record(mohawk), await record(hudson)];
    await record(null);
    expect(await seal()).toEqual({ seals: 3, records: 4 });
    const last = await record(hudson);
    expect(await seal()).toEqual({ seals: 1, records: 1 });
    expect(await seal()).toEqual({ seals: 0, records: 0 });
    const [one, two] = await ofChain(hudson);
    expect(one).toMatchObject({ number: 1, count: 2, previous: "0".repeat(64) });
    expect(one?.records).toEqual([first[0], first[2]]);
    expect(two).toMatchObject({ number: 2, count: 1, previous: one && hashSeal(one) });
    expect(two?.records).toEqual([last]);
    expect(await ofChain(platformChain)).toHaveLength(1);
    const [row] = await db
      .select()
      .from(audits)
      .where(eq(audits.id, first[2] ?? ""));
    expect(row).toMatchObject({ seal: 1, leaf: 1 });
    const proof = await verify();
    expect(proof).toMatchObject({ chains: 3, seals: 4, records: 5, differences: [] });
    const head = proof.heads.find(({ chain }) => chain === hudson);
    expect(head).toEqual({ chain: hudson, number: 2, hash: two && hashSeal(two) });
  });

  it("skips nobody who commits late, and waits for nobody", async () => {
    let late = "";
    await db.transaction(async (tx) => {
      late = await record(hudson, as(admin, tx as Db));
      const early = await record(hudson);
      expect(early > late).toBe(true);
      expect(await seal()).toEqual({ seals: 1, records: 1 });
    });
    expect(await seal()).toEqual({ seals: 1, records: 1 });
    expect((await ofChain(hudson)).at(-1)?.records).toEqual([late]);
    expect((await verify()).differences).toEqual([]);
  });

  it("seals once while several workers do", async () => {
    for (let made = 0; made < 40; made += 1) await record(made % 2 ? hudson : mohawk);
    const runs = await Promise.all(Array.from({ length: 6 }, seal));
    expect(runs.reduce((sum, { records }) => sum + records, 0)).toBe(40);
    expect(await verify()).toMatchObject({ records: 40, differences: [], tail: { count: 0 } });
  });

  it("takes no more than fits one transaction at a time, and all of them in the end", async () => {
    const entry = { entity: "Station", action: "Import", businessId: hudson } as const;
    for (const _ of [1, 2, 3, 4, 5]) {
      const many = Array.from({ length: 500 }, () => ({ ...entry, entityId: newId() }));
      await recordAudit(as(admin), ...many);
    }
    expect(await seal()).toEqual({ seals: 2, records: 2_500 });
    expect(await verify()).toMatchObject({ records: 2_500, differences: [] });
  });

  it("says the open tail and since when", async () => {
    expect((await verify()).tail).toEqual({ count: 0, since: null });
    // By the time that ids are made of, which runs ahead where another file of this process had moved it.
    const now = () => instantOf(newId()).getTime();
    const before = now();
    await record();
    await record();
    const { tail } = await verify();
    expect(tail.count).toBe(2);
    expect(tail.since?.getTime()).toBeGreaterThanOrEqual(before);
    expect(tail.since?.getTime()).toBeLessThanOrEqual(now());
  });
});

describe("verifying names what was tampered with", () => {
  let ids: string[] = [];
  beforeEach(async () => {
    ids = [];
    for (let round = 0; round < 3; round += 1) {
      for (let made = 0; made < 3; made += 1) ids.push(await record());
      await seal();
    }
    if ((await verify()).differences.length > 0) throw new Error("different from the start");
  });
  const difference = async () => (await verify()).differences[0];

  const fields = {
    at: sql`at + interval '1 ms'`,
    entity: sql`'Station'`,
    entity_id: sql`gen_random_uuid()`,
    action: sql`'Block'`,
    actor_id: sql`gen_random_uuid()`,
    actor_role: sql`'Operator'`,
    actor_name: sql`'sha256:0'`,
    from: sql`'Active'`,
    to: sql`'Active'`,
    reason: sql`'Another'`,
    changes: sql`'{"email": "x"}'::jsonb`,
    personal: sql`null`,
    station_id: sql`gen_random_uuid()`,
    owner_id: sql`gen_random_uuid()`,
    request_id: sql`'request-2'`,
    leaf: sql`7`,
  };
  it.each(Object.entries(fields))("a record whose %s was changed", async (column, value) => {
    await db.execute(
      sql`update audits set ${sql.identifier(column)} = ${value} where id = ${ids[4]}`,
    );
    expect(await difference()).toEqual({
      chain: hudson,
      seal: 2,
      auditId: ids[4],
      what: "the record was changed",
    });
  });

  it("a record that was moved to another business", async () => {
    await db.execute(sql`update audits set business_id = ${mohawk} where id = ${ids[4]}`);
    expect(await difference()).toMatchObject({ auditId: ids[4], what: "the record is gone" });
  });

  it("a record that was deleted", async () => {
    await db.delete(audits).where(eq(audits.id, ids[5] ?? ""));
    expect(await difference()).toMatchObject({
      seal: 2,
      auditId: ids[5],
      what: "the record is gone",
    });
  });

  it("a record that was slipped in", async () => {
    const added = await record();
    await db.update(audits).set({ seal: 1, leaf: 3 }).where(eq(audits.id, added));
    expect(await difference()).toMatchObject({ auditId: added, what: "the record was added" });
    await db.update(audits).set({ seal: 9 }).where(eq(audits.id, added));
    expect(await difference()).toMatchObject({ auditId: added, what: "there is no such seal" });
  });

  it("a seal that was removed, and one whose leaves were made to fit", async () => {
    await db.execute(sql`update audit_seals set leaves[1] = ${"0".repeat(64)} where number = 1`);
    expect(await difference()).toMatchObject({
      seal: 1,
      auditId: null,
      what: "is not over the records that it names",
    });
    await db.execute(sql`delete from audit_seals where number = 1`);
    expect(await difference()).toMatchObject({ seal: 2, what: "seal 1 is missing before it" });
  });

  it("a seal that was made anew over other records", async () => {
    const [one] = await ofChain(hudson);
    const leaves = ["1".repeat(64), "2".repeat(64), "3".repeat(64)];
    await db
      .update(auditSeals)
      .set({ leaves, root: merkleRoot(leaves) })
      .where(eq(auditSeals.number, 1));
    expect(await difference()).toMatchObject({ seal: 1, auditId: one?.records[0] });
    await db.execute(sql`update audit_seals set sealed_at = sealed_at + interval '1 s', leaves = ${`{${one?.leaves}}`}::text[],
      root = ${one?.root} where number = 1`);
    expect(await difference()).toMatchObject({
      seal: 2,
      what: "does not follow the seal before it",
    });
  });

  it("a personal value that was changed, but none that was erased", async () => {
    await db.delete(auditPersonal).where(eq(auditPersonal.auditId, ids[0] ?? ""));
    expect((await verify()).differences).toEqual([]);
    await db
      .update(auditPersonal)
      .set({ value: '"Never asked"' })
      .where(sql`audit_id = ${ids[1]} and field = 'reason'`);
    expect(await difference()).toMatchObject({ auditId: ids[1], what: "its reason was changed" });
  });

  it("an actor's name that was changed, but none that was erased", async () => {
    await db.update(auditActors).set({ name: "Somebody Else" });
    expect(await difference()).toMatchObject({ what: "its actor's name was changed" });
    await db.delete(auditActors);
    expect((await verify()).differences).toEqual([]);
  });
});

it("the root is that of RFC 9162: of one leaf itself, of more its split tree", () => {
  // SHA-256 of nothing, and of the marks and leaves by hand.
  expect(merkleRoot([])).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  const [a, b, c] = ["a", "b", "c"].map((digit) => digit.repeat(64));
  if (!a || !b || !c) throw new Error("three leaves");
  expect(merkleRoot([a])).toBe(a);
  expect(merkleRoot([a, b, c])).toBe(merkleRoot([merkleRoot([a, b]), c]));
  expect(merkleRoot([a, b, c])).not.toBe(merkleRoot([a, merkleRoot([b, c])]));
});
