import { and, desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { users } from "@/db/schema/accounts";
import { notifications, pushSubscriptions } from "@/db/schema/inbox";
import { jobRuns } from "@/db/schema/jobs";
import { messages } from "@/db/schema/notifications";
import { outboxEvents } from "@/db/schema/outbox";
import type { UserActor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { chooseChannels, listNotifications, removeAllNotifications } from "@/lib/insight/inbox";
import { sendMessages } from "@/lib/insight/notifications";
import type { Transports } from "@/lib/insight/notifications/inside";
import { runQuietly } from "@/lib/jobs/run-job";
import { watchWorker } from "@/lib/jobs/watch-worker";
import { transportsOf } from "@/lib/process/transports";
import { makeContext } from "@/lib/process/wiring";

import { makeBrowser, vapidPair } from "../support/browser-ring";
import { testDatabase } from "../support/database";
import { fileClock } from "../support/file-clock";
import { startMailServer } from "../support/mail-server";
import { startReceiver } from "../support/receiver";
import { minutes } from "../support/test-clock";
import { makeBusiness, makeUser, testConfig, testStart } from "../support/world";

const { db } = await testDatabase();
const clock = fileClock(testStart);
const base = makeContext({ db, clock, config: testConfig, actor: jobActor("watch") });
/** A web process with these ways out. */
const web = (transports: Transports = {}) => ({
  ...base,
  ports: { ...base.ports, transports: () => transports },
});
const look = (watching = testStart, transports?: Transports) =>
  watchWorker(web(transports), watching);
/** A worker says that it lives. */
const beat = () => runQuietly(base, "outbox", null);
const as = (actor: UserActor) => ({ ...base, actor });

const admin = await makeUser(db, "SystemAdmin");
const { id: businessId } = await makeBusiness(db);
await makeUser(db, "Backoffice", { businessId });
await makeUser(db, "EvOwner");
await makeUser(db, "SystemAdmin", { status: "Deactivated" });

const told = () =>
  db
    .select()
    .from(notifications)
    .where(eq(notifications.kind, "WorkerSilent"))
    .orderBy(notifications.id);
const out = () => db.select().from(messages).orderBy(messages.channel);

beforeEach(async () => {
  await db.delete(messages);
  await db.delete(notifications);
  await db.delete(jobRuns);
  await db.delete(outboxEvents);
});

describe("no worker is heard of", () => {
  it("for three minutes: every administrator who may sign in is told, not a moment before, and nobody else", async () => {
    await beat();
    clock.advance(minutes(3) - 1);
    expect(await look()).toBeNull();
    expect(await told()).toEqual([]);
    clock.advance(1);
    expect(await look()).toEqual({ since: testStart, told: 1 });
    expect(await told()).toMatchObject([{ userId: admin.userId, type: "system" }]);
    const query = { page: 1, limit: 10 };
    const { items } = await listNotifications(as(admin), query);
    expect(items).toMatchObject([
      {
        title: "No worker has been heard of since Mon, Jun 1, 12:00 UTC",
        path: "/admin/health",
        isRead: false,
      },
    ]);
    const events = await db
      .select()
      .from(outboxEvents)
      .where(eq(outboxEvents.type, "inbox.changed"));
    expect(events.map(({ payload }) => payload.userId)).toEqual([admin.userId]);
  });

  it("also where one recorded a run while its clock was a day ahead", async () => {
    clock.advance(minutes(24 * 60));
    await beat();
    clock.set(testStart);
    clock.advance(minutes(3));
    expect(await look()).toMatchObject({ told: 1 });
  });

  it("while one beats once a minute, nobody is", async () => {
    for (let minute = 0; minute < 10; minute += 1) {
      await beat();
      clock.advance(minutes(1));
      expect(await look()).toBeNull();
    }
    expect(await told()).toEqual([]);
  });

  it("by any number of web processes at once and again: once, and a deleted notice does not come back", async () => {
    await beat();
    clock.advance(minutes(3));
    const looks = await Promise.all(Array.from({ length: 6 }, () => look()));
    expect(looks.map((one) => one?.told).toSorted()).toEqual([0, 0, 0, 0, 0, 1]);
    expect(await told()).toHaveLength(1);
    await removeAllNotifications(as(admin));
    for (let minute = 0; minute < 5; minute += 1) {
      clock.advance(minutes(1));
      expect(await look()).toEqual({ since: testStart, told: 0 });
    }
    expect(await told()).toEqual([]);
  });

  it("a second time: told again, after the worker was back and three minutes passed", async () => {
    await beat();
    clock.advance(minutes(10));
    expect(await look()).toMatchObject({ told: 1 });
    await beat();
    expect(await look()).toBeNull();
    clock.advance(minutes(3) - 1);
    expect(await look()).toBeNull();
    clock.advance(1);
    expect(await look()).toMatchObject({ told: 1 });
    const [first, second, ...more] = await told();
    expect(more).toEqual([]);
    expect(first?.eventId).not.toBe(second?.eventId);
    expect(second?.values.startsAt).toBe(new Date(testStart.getTime() + minutes(10)).toISOString());
  });

  it("on a fresh database, where none ever ran: three minutes after the first process looked, once in all", async () => {
    clock.advance(minutes(3) - 1);
    expect(await look()).toBeNull();
    clock.advance(1);
    expect(await look()).toEqual({ since: testStart, told: 1 });
    clock.advance(minutes(2));
    // Another process, which began later.
    expect(await look(new Date(testStart.getTime() + minutes(1)))).toMatchObject({ told: 0 });
    expect(await told()).toHaveLength(1);
    await beat();
    expect(await look()).toBeNull();
  });

  it("because everything was off: the worker has three minutes from when a web process began to look", async () => {
    await beat();
    clock.advance(minutes(60 * 24));
    const watching = clock.real();
    expect(await look(watching)).toBeNull();
    clock.advance(minutes(3) - 1);
    expect(await look(watching)).toBeNull();
    clock.advance(1);
    expect(await look(watching)).toEqual({ since: testStart, told: 1 });
  });

  it("a failing job is a beat all the same: its worker lives", async () => {
    await beat();
    clock.advance(minutes(2));
    await db.insert(jobRuns).values({
      id: newId(),
      name: "messages",
      startedAt: clock.real(),
      finishedAt: clock.real(),
      succeeded: false,
      error: "no",
    });
    clock.advance(minutes(2));
    expect(await look()).toBeNull();
  });
});

describe("what leaves the house", () => {
  it("goes by mail and push of the web process itself, each once, whatever process wrote it", async () => {
    const rings: string[] = [];
    const browser = makeBrowser();
    const mail = await startMailServer();
    const push = await startReceiver((answer, { raw }) => {
      rings.push(browser.read(raw));
      answer.writeHead(201).end();
    });
    await db.insert(pushSubscriptions).values({
      id: newId(),
      userId: admin.userId,
      endpoint: push.url,
      ...browser.keys,
      createdAt: testStart,
    });
    const transports = transportsOf({
      ...vapidPair(),
      SMTP_URL: mail.url,
      WEBHOOKS_PRIVATE: "1",
      BASE_URL: testConfig.baseUrl,
    });
    await beat();
    clock.advance(minutes(4));
    await Promise.all([look(testStart, transports), look(testStart, transports)]);
    await look(testStart, transports);
    expect(await out()).toMatchObject([
      { channel: "Email", status: "Sent" },
      { channel: "WebPush", status: "Sent" },
    ]);
    expect(mail.inbox).toHaveLength(1);
    const [{ subject, text, headers } = {}] = mail.inbox;
    expect(subject).toBe("No worker has been heard of since Mon, Jun 1, 12:00 UTC");
    expect(text).toContain(`${testConfig.baseUrl}/admin/health`);
    expect(headers?.has("list")).toBe(false);
    expect(rings.map((text) => JSON.parse(text) as object)).toMatchObject([
      { title: "No worker has been heard of since Mon, Jun 1, 12:00 UTC" },
    ]);
    await db.delete(pushSubscriptions);
  });

  it("is nothing where the process has no way out, and no other message is touched", async () => {
    const other = {
      id: newId(),
      eventId: newId(),
      channel: "Email" as const,
      recipient: "somebody@example.test",
      kind: "PasswordChanged" as const,
      locale: "en",
      values: { name: "Ravi" },
      status: "Pending" as const,
      nextAttemptAt: testStart,
      createdAt: testStart,
    };
    await db.insert(messages).values(other);
    await beat();
    clock.advance(minutes(4));
    await look();
    expect(await out()).toMatchObject([{ id: other.id, status: "Pending", attempts: 0 }]);
    await beat();
    clock.advance(minutes(4));
    await look(testStart, { Email: async () => {} });
    const rows = await db.select().from(messages).where(eq(messages.id, other.id));
    expect(rows).toMatchObject([{ status: "Pending", attempts: 0 }]);
  });

  it("is tried again by later looks while the mail server refuses, and by the worker once it is back", async () => {
    let tries = 0;
    const Email = async () => {
      tries += 1;
      throw new Error("not now");
    };
    await beat();
    clock.advance(minutes(3));
    await look(testStart, { Email });
    clock.advance(minutes(1));
    await look(testStart, { Email });
    expect(tries).toBe(2);
    expect(await out()).toMatchObject([{ status: "Pending", attempts: 2, lastError: "not now" }]);
    clock.advance(minutes(1));
    await beat();
    await look(testStart, { Email });
    expect(tries).toBe(2);
    const worker = { ...base, actor: jobActor("messages") };
    clock.advance(minutes(1));
    expect(await sendMessages(worker, { Email: async () => {} })).toMatchObject({ sent: 1 });
  });

  it("says the time by the clock that the reader chose, and leaves the inbox alone that they do not keep", async () => {
    const words: string[] = [];
    const Email = async ({ subject }: { subject: string | null }) => void words.push(subject ?? "");
    await chooseChannels(as(admin), {
      timeZone: "Asia/Kathmandu",
      inApp: { all: false },
      quietHours: { from: "00:00", to: "23:59" },
    });
    await beat();
    clock.advance(minutes(3));
    expect(await look(testStart, { Email })).toMatchObject({ told: 1 });
    expect(words).toEqual(["No worker has been heard of since Mon, Jun 1, 5:45 PM GMT+5:45"]);
    expect(await told()).toEqual([]);
    await chooseChannels(as(admin), { inApp: { all: true }, quietHours: null });
  });

  it("is told to an administrator of each, in their language", async () => {
    const second = await makeUser(db, "SystemAdmin", { locale: "en-XA" });
    await beat();
    clock.advance(minutes(3));
    expect(await look(testStart, { Email: async () => {} })).toMatchObject({ told: 2 });
    const [row] = await db
      .select({ locale: messages.locale })
      .from(messages)
      .where(and(eq(messages.userId, second.userId), eq(messages.kind, "WorkerSilent")))
      .orderBy(desc(messages.id));
    expect(row).toEqual({ locale: "en-XA" });
    await db.update(users).set({ status: "Deactivated" }).where(eq(users.id, second.userId));
  });
});
