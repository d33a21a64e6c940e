import { asc } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { outboxEvents } from "@/db/schema/outbox";
import { inTransaction } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { cleanEvents, deliverEvents } from "@/lib/records/outbox";
import { publishEvent, type OutboxEvent } from "@/lib/records/outbox/inside";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { hours, minutes } from "../../../support/test-clock";
import { testStart } from "../../../support/world";
import { contextOf, deliveries, publish, subscriber } from "./setting";

const { db } = await testDatabase({ max: 20 });
const clock = fileClock(testStart);
const on = (...subscribers: Parameters<typeof contextOf>[2]) => contextOf(db, clock, subscribers);
const ids = (count: number) => Array.from({ length: count }, newId);
const failing = (name: string) =>
  subscriber(name, async () => {
    throw new Error(`${name} is broken`);
  });

beforeEach(async () => {
  await db.delete(outboxEvents);
});

describe("publishing", () => {
  it("writes nothing of a transaction that failed", async () => {
    const ctx = on(subscriber("mail"));
    const lost = inTransaction(ctx, async (inside) => {
      await publish(inside, newId());
      throw new Error("no");
    });
    await expect(lost).rejects.toThrow("no");
    expect(await deliverEvents(ctx)).toEqual({ delivered: 0, failed: 0 });
  });

  it("makes a delivery for each who hears of the type, and none for who does not, in the order told", async () => {
    const ctx = on(subscriber("mail"), { ...subscriber("other"), on: ["booking.created"] });
    const stations = ids(3);
    await publish(ctx, ...stations);
    expect(await deliveries(db)).toMatchObject(
      stations.map((id) => ({ subscriber: "mail", subject: `station/${id}`, attempts: 0 })),
    );
    const events = await db.select().from(outboxEvents).orderBy(asc(outboxEvents.position));
    expect(events.map(({ payload }) => payload.stationId)).toEqual(stations);
  });

  it("takes as many events at once as a change has", async () => {
    const ctx = on(subscriber("mail"));
    await publish(ctx, ...ids(4_500));
    expect(await deliverEvents(ctx)).toEqual({ delivered: 4_500, failed: 0 });
  });

  it("says what an event is about by its room's words", async () => {
    const ctx = on();
    const [bookingId = "", ownerId = "", scopeId = ""] = ids(3);
    await publishEvent(
      ctx,
      { type: "qr.issued", payload: { bookingId, ownerId } },
      { type: "owner.registered", payload: { userId: ownerId, ownerId } },
      { type: "setting.changed", payload: { scope: "Station", scopeId, names: [] } },
    );
    const events = await db.select().from(outboxEvents).orderBy(asc(outboxEvents.position));
    expect(events.map(({ subject }) => subject)).toEqual([
      `booking/${bookingId}`,
      `user/${ownerId}`,
      `scope/${scopeId}`,
    ]);
  });
});

describe("delivery", () => {
  it("happens once though several workers deliver at once", async () => {
    const seen: string[] = [];
    const ctx = on(
      subscriber("mail", async (_, { id }) => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        seen.push(id);
      }),
    );
    await publish(ctx, ...ids(700));
    await Promise.all([1, 2, 3].map(() => deliverEvents(ctx)));
    expect(seen).toHaveLength(700);
    expect(new Set(seen).size).toBe(700);
  });

  it("goes on for one subscriber whatever becomes of another", async () => {
    const heard: string[] = [];
    const ctx = on(
      failing("broken"),
      subscriber("mail", async (_, { id }) => void heard.push(id)),
    );
    await publish(ctx, ...ids(300));
    expect(await deliverEvents(ctx)).toEqual({ delivered: 300, failed: 300 });
    expect(heard).toHaveLength(300);
    const broken = (await deliveries(db)).filter((one) => one.subscriber === "broken");
    expect(broken.every(({ attempts, deliveredAt }) => attempts === 1 && !deliveredAt)).toBe(true);
    expect(broken.every(({ lastError }) => lastError === "broken is broken")).toBe(true);
  });

  it("undoes what a failed subscriber wrote, tries again with growing pauses, and parks after eight tries", async () => {
    const ctx = on({
      ...subscriber("mail", async (inside) => {
        await publishEvent(inside, { type: "station.created", payload: { stationId: newId() } });
        throw new Error("not today");
      }),
    });
    await publish(ctx, newId());
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect(await deliverEvents(ctx)).toEqual({ delivered: 0, failed: 1 });
      expect(await deliverEvents(ctx)).toEqual({ delivered: 0, failed: 0 });
      clock.advance(minutes(16));
    }
    expect(await deliverEvents(ctx)).toEqual({ delivered: 0, failed: 0 });
    expect(await db.select().from(outboxEvents)).toHaveLength(1);
    const [parked] = await deliveries(db);
    expect(parked).toMatchObject({ attempts: 8, lastError: "not today", deliveredAt: null });
    expect(parked?.parkedAt).not.toBeNull();
  });

  it("says why a statement failed, without the statement and its values", async () => {
    const ctx = on(
      subscriber("mail", async (inside) => {
        await inside.db.insert(outboxEvents).values({
          id: "no id",
          at: testStart,
          type: "secret of somebody",
          subject: "",
          payload: {},
        });
      }),
    );
    await publish(ctx, newId());
    await deliverEvents(ctx);
    const [row] = await deliveries(db);
    expect(row?.lastError).toBe('invalid input syntax for type uuid: "…"');
  });
});

describe("order", () => {
  const [one = "", other = ""] = ids(2);

  it("is kept for each subject by two workers at once, while subjects share the work", async () => {
    const heard: { subject: string; at: Date }[] = [];
    const ctx = on(
      subscriber("mail", async (_, { subject, at }) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
        heard.push({ subject, at });
      }),
    );
    const subjects = ids(40);
    const published = new AbortController();
    const working = [1, 2].map(async () => {
      while (!published.signal.aborted) await deliverEvents(ctx);
    });
    for (let turn = 0; turn < 10; turn += 1) {
      clock.advance(1_000);
      await publish(ctx, ...subjects);
    }
    published.abort();
    await Promise.all(working);
    await deliverEvents(ctx);
    expect(heard).toHaveLength(400);
    for (const id of subjects) {
      const times = heard.filter(({ subject }) => subject.endsWith(id)).map(({ at }) => +at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(new Set(times).size).toBe(10);
    }
  });

  it("lets an event wait for an earlier one of its subject, and other subjects go on", async () => {
    const heard: string[] = [];
    let broken = true;
    const ctx = on(
      subscriber("mail", async (_, { type, payload }) => {
        if (broken && type === "station.created") throw new Error("not yet");
        heard.push(`${type} ${payload.stationId === one ? "one" : "other"}`);
      }),
    );
    await publishEvent(ctx, { type: "station.created", payload: { stationId: one } });
    await publish(ctx, one, other);
    expect(await deliverEvents(ctx)).toEqual({ delivered: 1, failed: 1 });
    await publish(ctx, one);
    expect(await deliverEvents(ctx)).toEqual({ delivered: 0, failed: 0 });
    broken = false;
    clock.advance(5_000);
    expect(await deliverEvents(ctx)).toEqual({ delivered: 3, failed: 0 });
    expect(heard).toEqual([
      "station.changed other",
      "station.created one",
      "station.changed one",
      "station.changed one",
    ]);
  });

  it("goes on with a subject when the event that held it is parked", async () => {
    const heard: string[] = [];
    const ctx = on(
      subscriber("mail", async (_, { type }) => {
        if (type === "station.created") throw new Error("never");
        heard.push(type);
      }),
    );
    await publishEvent(ctx, { type: "station.created", payload: { stationId: one } });
    await publish(ctx, one);
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect(heard).toEqual([]);
      await deliverEvents(ctx);
      clock.advance(minutes(16));
    }
    expect(heard).toEqual(["station.changed"]);
  });

  it("is nobody's where the events are of one subject and many: they come in one line", async () => {
    const heard: number[] = [];
    const ctx = on(subscriber("mail", async (_, event: OutboxEvent) => void heard.push(+event.at)));
    for (let turn = 0; turn < 30; turn += 1) {
      clock.advance(1);
      await publish(ctx, ...Array.from({ length: 20 }, () => one));
    }
    expect(await deliverEvents(ctx)).toEqual({ delivered: 600, failed: 0 });
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  });
});

it("forgets what was delivered after 30 days, and keeps what is parked or waits", async () => {
  const [gone = "", kept = ""] = ids(2);
  const ctx = on(
    subscriber("mail", async (_, { payload }) => {
      if (payload.stationId === kept) throw new Error("no");
    }),
  );
  await publish(ctx, gone, kept);
  await deliverEvents(ctx);
  const clean = () => cleanEvents({ ...ctx, actor: jobActor("clean-up") });
  clock.advance(hours(24 * 30));
  expect(await clean()).toEqual({ events: 0 });
  clock.advance(1);
  expect(await clean()).toEqual({ events: 1 });
  expect((await deliveries(db)).map(({ subject }) => subject)).toEqual([`station/${kept}`]);
});

describe("a subscriber that takes many together", () => {
  it("has them at once and in the order told, and each by itself where one of them breaks", async () => {
    const heard: (string | readonly string[])[] = [];
    const of = ({ payload }: OutboxEvent) => String(payload.stationId);
    const bad = newId();
    const ctx = on({
      ...subscriber("mail", async (_ctx, event) => {
        if (of(event) === bad) throw new Error("broken");
        heard.push(of(event));
      }),
      runTogether: async (_ctx, events) => {
        const all = events.map(of);
        if (all.includes(bad)) throw new Error("broken");
        heard.push(all);
      },
    });
    const [one = "", two = "", three = ""] = ids(3);
    await publish(ctx, one, two);
    expect(await deliverEvents(ctx)).toEqual({ delivered: 2, failed: 0 });
    await publish(ctx, bad, three);
    expect(await deliverEvents(ctx)).toEqual({ delivered: 1, failed: 1 });
    expect(heard).toEqual([[one, two], three]);
  });
});
