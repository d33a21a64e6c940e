import { asc, eq, sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";

import { users } from "@/db/schema/accounts";
import { mailings, messages } from "@/db/schema/notifications";
import { jobActor } from "@/lib/core/job-actor";
import { spreadMailings } from "@/lib/insight/notifications";
import { mailingBatch } from "@/lib/insight/notifications/rules";
import { wordMessage } from "@/lib/insight/notifications/word-message";
import { makeContext } from "@/lib/process/wiring";
import { createDraft, publishDraft, updateDraft } from "@/lib/records/content";
import type { ContentKind } from "@/lib/records/content/schema";
import { deliverEvents } from "@/lib/records/outbox";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { makeBusiness, makeUser, testConfig, testStart } from "../../../support/world";

const { db } = await testDatabase({ max: 10 });
const clock = fileClock(testStart);
const as = (actor: Parameters<typeof makeContext>[0]["actor"]) =>
  makeContext({ db, actor, clock, config: testConfig });
const business = await makeBusiness(db);
const admin = as(await makeUser(db, "SystemAdmin", { name: "Ada" }));
const office = await makeUser(db, "Backoffice", { businessId: business.id });
const owner = await makeUser(db, "EvOwner");
const gone = await makeUser(db, "EvOwner");
await db.update(users).set({ status: "Deactivated" }).where(eq(users.id, gone.userId));
const effectiveAt = new Date("2026-07-01T00:00:00Z");

beforeEach(async () => {
  await db.delete(mailings);
  await db.delete(messages);
});

async function publish(kind: ContentKind, body = "New words") {
  const { id } = await createDraft(admin, { kind, locale: "en" });
  await updateDraft(admin, { id, body });
  await publishDraft(admin, { id, effectiveAt });
  await deliverEvents(as(jobActor("outbox")));
}
const spread = () => spreadMailings(as(jobActor("mailings")));
const written = () => db.select().from(messages).orderBy(asc(messages.recipient));
const textTo = async (email: string | null) => {
  const [row] = await db
    .select()
    .from(messages)
    .where(eq(messages.recipient, email ?? ""));
  return row && wordMessage(row);
};

it("tells every active user of changed terms, once, with the day in the zone of their business", async () => {
  await publish("terms-of-service");
  // Whoever comes after it reads the new ones.
  clock.advance(1_000);
  const late = await makeUser(db, "EvOwner");
  await db.update(users).set({ createdAt: clock.now() }).where(eq(users.id, late.userId));
  const people = await db
    .select({ email: users.email })
    .from(users)
    .where(sql`${users.status} = 'Active' and ${users.id} <> ${late.userId}`)
    .orderBy(asc(users.email));
  expect(await spread()).toEqual({ written: people.length });
  expect(await spread()).toEqual({ written: 0 });
  expect((await written()).map(({ recipient }) => recipient)).toEqual(
    people.map(({ email }) => email),
  );
  expect(await textTo(owner.email)).toEqual({
    subject: "Our terms change",
    body: expect.stringContaining(
      "It holds from July 1, 2026 at 00:00 UTC. Read it here:\n\nhttp://baybook.test/terms?version=2",
    ),
  });
  expect((await textTo(office.email))?.body).toContain("June 30, 2026 at 20:00 EDT");
});

it("tells of the privacy policy in the reader's language, and of no other text", async () => {
  await publish("about");
  expect(await spread()).toEqual({ written: 0 });
  await db.update(users).set({ locale: "en-XA" }).where(eq(users.id, owner.userId));
  await publish("privacy-policy");
  await spread();
  const rows = await written();
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["PrivacyChanged"]));
  expect(rows.find(({ recipient }) => recipient === owner.email)?.locale).toBe("en-XA");
});

it("goes on in batches, while no more than one waits, by whichever worker, and misses nobody", async () => {
  const many = 2 * mailingBatch + 50;
  const rows = Array.from({ length: many }, (_, index) => ({
    id: sql<string>`gen_random_uuid()`,
    role: "EvOwner" as const,
    email: `many${index}@example.test`,
    name: "Many",
    createdAt: testStart,
    updatedAt: testStart,
  }));
  await db.insert(users).values(rows);
  await publish("terms-of-service", "Third words");
  const runs = await Promise.all([spread(), spread(), spread()]);
  expect(runs.map((run) => run.written).toSorted()).toEqual([0, 0, mailingBatch]);
  // Those wait; a new password's message does not wait behind more.
  expect(await spread()).toEqual({ written: 0 });
  await db.update(messages).set({ status: "Sent" });
  for (let runs = 0; runs < 4; runs += 1) {
    await spread();
    await db.update(messages).set({ status: "Sent" });
  }
  const [count] = await db
    .select({ people: sql<number>`count(*)::int` })
    .from(users)
    .where(sql`${users.status} = 'Active' and ${users.createdAt} <= ${testStart.toISOString()}`);
  expect(await written()).toHaveLength(count?.people ?? 0);
  expect(await db.select().from(mailings)).toMatchObject([{ doneAt: expect.any(Date) }]);
});
