import { and, asc, count, eq, inArray, lte, or, sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";

import { users } from "@/db/schema/accounts";
import { mailings, messages } from "@/db/schema/notifications";
import { jobActor } from "@/lib/core/job-actor";
import { newId } from "@/lib/core/ids";
import { sendMessages, spreadMailings } from "@/lib/insight/notifications";
import { mailingBatch, type Transport } from "@/lib/insight/notifications/rules";
import { wordMessage } from "@/lib/insight/notifications/word-message";
import { makeContext } from "@/lib/process/wiring";
import { createDraft, publishDraft, updateDraft } from "@/lib/records/content";
import type { ContentKind } from "@/lib/records/content/schema";
import { deliverEvents } from "@/lib/records/outbox";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { minutes } from "../../../support/test-clock";
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
const clerk = await makeUser(db, "Backoffice", { businessId: business.id });
const blocked = await makeUser(db, "EvOwner");
await db
  .update(users)
  .set({ status: "Deactivated" })
  .where(inArray(users.id, [gone.userId, clerk.userId]));
await db.update(users).set({ status: "Blocked" }).where(eq(users.id, blocked.userId));
const july = new Date("2026-07-01T00:00:00Z");

beforeEach(async () => {
  await db.delete(mailings);
  await db.delete(messages);
});

async function publish(kind: ContentKind, body = "New words", effectiveAt = july) {
  const { id } = await createDraft(admin, { kind, locale: "en" });
  await updateDraft(admin, { id, body });
  await publishDraft(admin, { id, effectiveAt });
  await deliverEvents(as(jobActor("outbox")));
}
const spread = () => spreadMailings(as(jobActor("mailings")));
const send = (transport: Transport) =>
  sendMessages(as(jobActor("messages")), { Email: transport }, 60_000);
const works: Transport = async () => {};
const fails: Transport = async () => {
  throw new Error("No route to host");
};
/** What the worker does every second, for so long; a step a minute, because the clock stands between. */
async function pass(minutesLong: number, transport: Transport) {
  for (let minute = 0; minute < minutesLong; minute += 1) {
    await spread();
    await send(transport);
    clock.advance(minutes(1));
  }
}
const statuses = async () =>
  Object.fromEntries(
    (
      await db
        .select({ status: messages.status, people: count() })
        .from(messages)
        .groupBy(messages.status)
    ).map(({ status, people }) => [status, people]),
  );
/** How many are to be told. */
const readers = async () => {
  const where = and(
    lte(users.createdAt, testStart),
    or(eq(users.status, "Active"), eq(users.id, gone.userId)),
  );
  const [row] = await db.select({ people: count() }).from(users).where(where);
  return row?.people ?? 0;
};
const addPeople = (many: number, name: string) =>
  db.insert(users).values(
    Array.from({ length: many }, (_, index) => ({
      id: newId(),
      role: "EvOwner" as const,
      email: `${name}${index}@example.test`,
      name: "Many",
      createdAt: testStart,
      updatedAt: testStart,
    })),
  );
/** A push message that went out just now. */
const ringBrowser = () =>
  db.insert(messages).values({
    id: newId(),
    eventId: newId(),
    channel: "WebPush",
    recipient: newId(),
    kind: "BookingReminder",
    locale: "en",
    values: {},
    status: "Sent",
    nextAttemptAt: clock.now(),
    triedAt: clock.now(),
    createdAt: clock.now(),
  });
const written = () => db.select().from(messages).orderBy(asc(messages.recipient));
const textTo = async (email: string | null) => {
  const [row] = await db
    .select()
    .from(messages)
    .where(eq(messages.recipient, email ?? ""));
  return row && wordMessage(row);
};

it("tells everybody who may sign in of changed terms, once, with the day in the zone of their business and by the clock that they chose", async () => {
  await db.update(users).set({ hourCycle: 24 }).where(eq(users.id, office.userId));
  await publish("terms-of-service");
  // Whoever comes after it reads the new ones.
  clock.advance(1_000);
  const late = await makeUser(db, "EvOwner");
  await db.update(users).set({ createdAt: clock.now() }).where(eq(users.id, late.userId));
  const people = await db
    .select({ email: users.email })
    .from(users)
    .where(
      sql`${users.status} <> 'Blocked' and ${users.id} not in (${late.userId}, ${clerk.userId})`,
    )
    .orderBy(asc(users.email));
  // A deactivated owner may sign in to read, and their data is kept; a clerk may not.
  expect(people.map(({ email }) => email)).toContain(gone.email);
  expect(await spread()).toEqual({ written: people.length });
  expect(await spread()).toEqual({ written: 0 });
  expect((await written()).map(({ recipient }) => recipient)).toEqual(
    people.map(({ email }) => email),
  );
  expect(await textTo(owner.email)).toMatchObject({
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
  await addPeople(2 * mailingBatch + 50, "many");
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
  expect(await written()).toHaveLength(await readers());
  expect(await db.select().from(mailings)).toMatchObject([{ doneAt: expect.any(Date) }]);
});

it("ends with a version that never comes into force, and the next letter says so", async () => {
  const day = (count: number) => new Date(testStart.getTime() + count * 86_400_000);
  await publish("terms-of-service", "Late words", day(30));
  await publish("terms-of-service", "Early words", day(20));
  expect(await spread()).toEqual({ written: mailingBatch });
  const [first] = await written();
  expect(first?.values).toMatchObject({ effectiveAt: day(20).toISOString(), replaces: "yes" });
  expect(first && wordMessage(first).body).toContain(
    "It takes the place of the version that we told you of before, which will not come into force. Read it here:",
  );
  expect(await db.select().from(mailings).orderBy(asc(mailings.eventId))).toMatchObject([
    { doneAt: expect.any(Date), lastUserId: null },
    { doneAt: null },
  ]);
});

it("in force already is told of all the same, as after a long outage", async () => {
  const soon = new Date(testStart.getTime() + 14 * 86_400_000);
  await publish("privacy-policy", "Soon", soon);
  clock.set(soon);
  expect(await spread()).toEqual({ written: mailingBatch });
});

it("misses nobody by an outage of an hour, and writes few meanwhile", async () => {
  await publish("terms-of-service", "Words in an outage");
  await pass(60, fails);
  expect((await statuses()).Sent).toBeUndefined();
  // Those before it is known, and one at a time to find out when it ends.
  expect((await written()).length).toBeLessThan(mailingBatch + 10);
  await pass(40, works);
  expect(await statuses()).toEqual({ Sent: await readers() });
  expect(await db.select().from(mailings)).toMatchObject([{ doneAt: expect.any(Date) }]);
});

it("knows an outage of the mail server, although browsers are rung meanwhile", async () => {
  await addPeople(2 * mailingBatch, "browser");
  await publish("terms-of-service", "Words while browsers ring");
  for (let minute = 0; minute < 180; minute += 1) {
    await pass(1, fails);
    await ringBrowser();
  }
  expect(await db.$count(messages, eq(messages.channel, "Email"))).toBeLessThan(mailingBatch + 10);
});

it("goes on past addresses that take nothing, and gives those up in the end", async () => {
  await addPeople(30, "full");
  await publish("terms-of-service", "Words to full boxes");
  const boxes: Transport = async ({ recipient }) => {
    if (recipient.startsWith("full")) throw new Error("Mailbox full");
  };
  await pass(60, boxes);
  expect((await statuses()).Sent).toBe((await readers()) - 30);
  // Others go out meanwhile, so that it is not the way that is shut.
  for (let minute = 0; minute < 9 * 16; minute += 1) {
    await db.update(messages).set({ triedAt: clock.now() }).where(eq(messages.status, "Sent"));
    await pass(1, boxes);
  }
  expect(await statuses()).toEqual({ Sent: (await readers()) - 30, Parked: 30 });
  expect(await db.select().from(mailings)).toMatchObject([{ doneAt: expect.any(Date) }]);
});

it("does not keep the next one waiting while its own messages fail", async () => {
  await publish("terms-of-service", "First to be told");
  expect(await spread()).toEqual({ written: mailingBatch });
  await publish("privacy-policy", "Second to be told");
  expect(await spread()).toEqual({ written: mailingBatch });
  const kinds = new Set((await written()).map(({ kind }) => kind));
  expect(kinds).toEqual(new Set(["TermsChanged", "PrivacyChanged"]));
});
