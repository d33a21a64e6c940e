import { beforeEach, describe, expect, it } from "vitest";

import { audits } from "@/db/schema/audit";
import { outboxEvents } from "@/db/schema/outbox";
import { newId } from "@/lib/core/ids";
import { readHealth } from "@/lib/jobs/read-health";
import { readMetrics } from "@/lib/process/metrics";
import { deliverEvents, listDeliveries, retryDelivery } from "@/lib/records/outbox";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { minutes } from "../../../support/test-clock";
import { makeUser, testStart } from "../../../support/world";
import { contextOf, publish, subscriber } from "./setting";

const { db } = await testDatabase();
const clock = fileClock(testStart);
let broken = true;
const heard: string[] = [];
const ctx = contextOf(db, clock, [
  subscriber("broker", async (_, { id }) => {
    if (broken) throw new Error("no broker");
    heard.push(id);
  }),
  subscriber("mail"),
]);
const admin = { ...ctx, actor: await makeUser(db, "SystemAdmin") };
const list = (query: Partial<Parameters<typeof listDeliveries>[1]> = {}) =>
  listDeliveries(admin, { page: 1, limit: 100, ...query });

/** An event that was tried eight times for the broker in vain, and once for the mail. */
async function parked(): Promise<{ eventId: string; subscriber: string }> {
  broken = true;
  await publish(ctx, newId());
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await deliverEvents(ctx);
    clock.advance(minutes(16));
  }
  const { items } = await list({ state: "Parked" });
  return { eventId: items[0]?.eventId ?? "", subscriber: "broker" };
}

beforeEach(async () => {
  await db.delete(outboxEvents);
  await db.delete(audits);
  heard.length = 0;
});

describe("a parked delivery", () => {
  it("is listed with its reason, subject and subscriber", async () => {
    const { eventId } = await parked();
    await publish(ctx, newId());
    const { items, total } = await list();
    expect(total).toBe(3);
    expect(items.at(-1)).toMatchObject({
      eventId,
      subscriber: "broker",
      type: "station.changed",
      subject: expect.stringMatching(/^station\//),
      at: testStart.toISOString(),
      state: "Parked",
      attempts: 8,
      lastError: "no broker",
    });
    expect((await list({ state: "Waiting" })).total).toBe(2);
    expect((await list({ subscriber: "mail" })).total).toBe(1);
  });

  it("is tried again when an admin asks, and leaves an audit", async () => {
    const key = await parked();
    broken = false;
    expect(await deliverEvents(ctx)).toEqual({ delivered: 0, failed: 0 });
    expect(await retryDelivery(admin, key)).toMatchObject({ state: "Waiting", parkedAt: null });
    expect(await deliverEvents(ctx)).toEqual({ delivered: 1, failed: 0 });
    expect(heard).toEqual([key.eventId]);
    expect((await list()).total).toBe(0);
    expect(await db.select().from(audits)).toMatchObject([
      {
        entity: "Event",
        entityId: key.eventId,
        action: "Retry",
        from: "Parked",
        to: "Waiting",
        actorId: admin.actor.userId,
        changes: { subscriber: "broker", event: "station.changed" },
      },
    ]);
  });

  it("is parked again at once where the one try fails too", async () => {
    const key = await parked();
    await retryDelivery(admin, key);
    expect(await deliverEvents(ctx)).toEqual({ delivered: 0, failed: 1 });
    const [again] = (await list()).items;
    expect(again).toMatchObject({ state: "Parked", attempts: 9 });
  });

  it("cannot be retried while it is still tried, when it is done, or where there is none", async () => {
    const key = await parked();
    const code = (asked: typeof key) =>
      retryDelivery(admin, asked).then(
        () => "done",
        (error: { code: string }) => error.code,
      );
    expect(await code({ ...key, subscriber: "mail" })).toBe("delivery.not_found");
    expect(await code({ ...key, eventId: newId() })).toBe("delivery.not_found");
    expect(await code(key)).toBe("done");
    expect(await code(key)).toBe("delivery.not_parked");
  });

  it("is an admin's to see and to retry", async () => {
    const key = await parked();
    const owner = { ...ctx, actor: await makeUser(db, "EvOwner") };
    await expect(retryDelivery(owner, key)).rejects.toMatchObject({ code: "request.forbidden" });
    await expect(listDeliveries(owner, { page: 1, limit: 1 })).rejects.toMatchObject({
      code: "request.forbidden",
    });
  });
});

it("health and metrics count what waits and what is parked for each subscriber", async () => {
  await parked();
  await publish(ctx, newId(), newId());
  const { events } = await readHealth(admin);
  expect(events).toMatchObject({
    due: 4,
    parked: 1,
    subscribers: [
      { name: "broker", due: 2, parked: 1, oldestDueAt: clock.real().toISOString() },
      { name: "mail", due: 2, parked: 0 },
    ],
  });
  const { text } = await readMetrics(db);
  expect(text).toContain('baybook_outbox_deliveries{subscriber="broker",state="parked"} 1');
  expect(text).toContain('baybook_outbox_deliveries{subscriber="mail",state="waiting"} 2');
  expect(text).toContain('baybook_outbox_deliveries{subscriber="notifications",state="parked"} 0');
});
