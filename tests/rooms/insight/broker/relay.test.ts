import { beforeEach, describe, expect, it } from "vitest";

import { outboxEvents } from "@/db/schema/outbox";
import { jobActor } from "@/lib/core/job-actor";
import { newId } from "@/lib/core/ids";
import { relayEvents } from "@/lib/insight/broker";
import { messageOf, partsOf, roundsOf, type BrokerMessage } from "@/lib/insight/broker/rules";
import {
  deliverEvents,
  listDeliveries,
  readSubscribers,
  retryDelivery,
} from "@/lib/records/outbox";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { minutes } from "../../../support/test-clock";
import { makeUser, testConfig, testStart } from "../../../support/world";
import { deliveries, publish, relayContext } from "./setting";

const { db } = await testDatabase();
const clock = fileClock(testStart);
const ctx = relayContext(db, clock);
const admin = { ...ctx, actor: await makeUser(db, "SystemAdmin") };

beforeEach(() => db.delete(outboxEvents));

/** A broker in this process, which has what it was sent and refuses what it is told to. */
function brokerThat(refuses: (message: BrokerMessage) => boolean = () => false) {
  const had: BrokerMessage[] = [];
  let away = false;
  return {
    had,
    subjects: () => had.map(({ subject }) => subject),
    setAway: (now: boolean) => (away = now),
    close: async () => {},
    send: async (messages: readonly BrokerMessage[]) => {
      if (away) throw new Error("It is away.");
      const refused = new Map<string, string>();
      const stopped = new Set<string>();
      for (const message of messages) {
        if (stopped.has(message.subject)) continue;
        if (refuses(message)) {
          refused.set(message.id, "too large");
          stopped.add(message.subject);
        } else had.push(message);
      }
      return refused;
    },
  };
}

describe("events to a broker", () => {
  it("leave no row where there is none", async () => {
    const without = relayContext(db, clock, testConfig);
    await publish(without, newId());
    expect(await deliveries(db)).toEqual([]);
    expect(readSubscribers({ ...admin, config: testConfig })).not.toContain("broker");
    expect(readSubscribers(admin)).toContain("broker");
    expect(await relayEvents(without)).toEqual({ delivered: 0, failed: 0 });
  });

  it("go in the order of writing, as CloudEvents, and are nobody else's to deliver", async () => {
    const broker = brokerThat();
    const [a, b] = [newId(), newId()];
    await publish(ctx, a, b, a);
    await deliverEvents({ ...ctx, actor: jobActor("outbox") });
    expect(await relayEvents(ctx, broker)).toEqual({ delivered: 3, failed: 0 });
    expect(broker.subjects()).toEqual([a, b, a].map((id) => `station/${id}`));
    expect(JSON.parse(broker.had[0]?.body ?? "")).toMatchObject({
      specversion: "1.0",
      id: broker.had[0]?.id,
      type: "station.status_changed",
      subject: `station/${a}`,
      data: { stationId: a, to: "Inactive" },
    });
    expect(await relayEvents(ctx, broker)).toEqual({ delivered: 0, failed: 0 });
  });

  it("wait while it is away, and are not given up however long that is", async () => {
    const broker = brokerThat();
    broker.setAway(true);
    await publish(ctx, newId(), newId());
    for (let round = 0; round < 20; round += 1) {
      await expect(relayEvents(ctx, broker)).rejects.toThrow("away");
      clock.advance(minutes(15));
    }
    expect(await deliveries(db)).toMatchObject([
      { attempts: 0, parkedAt: null },
      { attempts: 0, parkedAt: null },
    ]);
    broker.setAway(false);
    expect(await relayEvents(ctx, broker)).toEqual({ delivered: 2, failed: 0 });
  });

  it("that it refuses are parked after 8 tries, hold their subject so long, and are sent again by an admin", async () => {
    const [bad, good] = [newId(), newId()];
    let isRefusing = true;
    let first: string | undefined;
    const broker = brokerThat(({ id, subject }) => {
      if (subject === `station/${bad}`) first ??= id;
      return isRefusing && id === first;
    });
    await publish(ctx, bad, good, bad);
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect(broker.subjects()).not.toContain(`station/${bad}`);
      await relayEvents(ctx, broker);
      clock.advance(minutes(15));
    }
    await relayEvents(ctx, broker);
    // The subject goes on without the one that was given up.
    expect(broker.subjects()).toEqual([`station/${good}`, `station/${bad}`]);
    const { items } = await listDeliveries(admin, { subscriber: "broker", page: 1, limit: 10 });
    expect(items).toMatchObject([{ state: "Parked", attempts: 8, lastError: "too large" }]);
    isRefusing = false;
    await retryDelivery(admin, { eventId: items[0]?.eventId ?? "", subscriber: "broker" });
    expect(await relayEvents(ctx, broker)).toEqual({ delivered: 1, failed: 0 });
  });

  it("are another worker's when their own died, and nobody's twice while it lives", async () => {
    await publish(ctx, newId());
    const broker = brokerThat();
    const dying = { close: async () => {}, send: () => new Promise<never>(() => {}) };
    void relayEvents(ctx, dying);
    await expect
      .poll(async () => (await deliveries(db))[0]?.nextAttemptAt.getTime())
      .toBe(testStart.getTime() + minutes(1));
    expect(await relayEvents(ctx, broker)).toEqual({ delivered: 0, failed: 0 });
    clock.advance(minutes(1));
    expect(await relayEvents(ctx, broker)).toEqual({ delivered: 1, failed: 0 });
  });
});

it("carries source 001's names where it has some", () => {
  const event = {
    id: newId(),
    at: testStart,
    subject: "session/1",
    payload: {},
    attempts: 1,
  };
  const of = (type: "session.started" | "session.completed" | "station.changed") =>
    messageOf({ ...event, type }, "http://baybook.test").headers["ce-alias"];
  expect([of("session.started"), of("session.completed"), of("station.changed")]).toEqual([
    "ChargingSessionStarted",
    "ChargingSessionCompleted",
    undefined,
  ]);
});

it("says where the data's schema lies of what the OpenAPI document describes, and of nothing else", () => {
  const event = { id: newId(), at: testStart, subject: "user/1", payload: {}, attempts: 1 };
  const of = (type: "station.changed" | "inbox.changed") =>
    JSON.parse(messageOf({ ...event, type }, "http://baybook.test").body) as object;
  expect(of("station.changed")).toHaveProperty(
    "dataschema",
    "http://baybook.test/api/v1/openapi.json#/components/schemas/event.station.changed.v1",
  );
  expect(of("inbox.changed")).not.toHaveProperty("dataschema");
});

it("sends of each subject one at a time", () => {
  const message = (id: string, subject: string) => ({
    id,
    subject,
    type: "",
    body: "",
    headers: {},
  });
  const rounds = roundsOf([message("1", "a"), message("2", "b"), message("3", "a")]);
  expect(rounds.map((round) => round.map(({ id }) => id))).toEqual([["1", "2"], ["3"]]);
});

it.each([
  ["kafka://a:9092,b:9092", { hosts: ["a:9092", "b:9092"], login: undefined, tls: false }],
  [
    "nats://u:p%40ss@h:4222?tls=1",
    { hosts: ["h:4222"], login: { user: "u", password: "p@ss" }, tls: true },
  ],
])("reads %s", (url, parts) => expect(partsOf(url)).toEqual(parts));
