import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, describe, expect, it } from "vitest";

import { systemClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { relayEvents } from "@/lib/insight/broker";
import { brokerOf } from "@/lib/process/broker";
import { retryDelivery } from "@/lib/records/outbox";
import { publishEvent } from "@/lib/records/outbox/inside";

import { deliveries, publish, relayContext } from "../rooms/insight/broker/setting";
import { testDatabase } from "../support/database";
import { minutes, testClockAt } from "../support/test-clock";
import { makeUser, testStart } from "../support/world";
import { begin, endAll, kafkaServer, natsServer, type TestBroker } from "./servers";

/** Two workers are killed in each. */
const rounds = Number(process.env.CRASH_ROUNDS ?? 10);

const { db, sql, url: databaseUrl } = await testDatabase();
const ctx = relayContext(db, systemClock);
afterEach(async () => {
  endAll();
  await sql`truncate outbox_events cascade`;
});

/** Starts a worker; `onBatch` hears of each batch that it has sent. */
async function startWorker({ url }: TestBroker, onBatch = () => {}): Promise<ChildProcess> {
  // kafkajs's, harmless (docs/decisions/broker.md).
  const quiet = "--disable-warning=TimeoutNegativeWarning";
  const args = [quiet, "--import", "tsx", "tests/brokers/relay-loop.ts"];
  const worker = begin(process.execPath, args, { DATABASE_URL: databaseUrl, BROKER_URL: url });
  worker.stderr.pipe(process.stderr);
  const lines = createInterface({ input: worker.stdout });
  await once(lines, "line");
  lines.on("line", onBatch);
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  const gone = once(worker, "exit");
  worker.kill("SIGKILL");
  await gone;
}

const waiting = async () => {
  const [row] = await sql`
    select count(*)::int as n from outbox_deliveries where subscriber = 'broker' and delivered_at is null`;
  return row?.n as number;
};
/** A killed worker's leases end in a minute; nobody waits for that here. */
const endLeases = () => sql`
  update outbox_deliveries set next_attempt_at = now() where subscriber = 'broker' and delivered_at is null`;
const untilAllSent = async () => {
  await expect.poll(waiting, { timeout: 120_000, interval: 200 }).toBe(0);
};

/** The ids as a reader keeps them who leaves out what it has seen. */
const unseen = (ids: readonly string[]) => [...new Set(ids)];

async function expectEverything(broker: TestBroker): Promise<void> {
  const events = await deliveries(db);
  const kept = await broker.read();
  const had = new Set(kept.map(({ id }) => id));
  expect(events.filter(({ eventId }) => !had.has(eventId))).toEqual([]);
  expect(had.size).toBe(events.length);
  for (const subject of new Set(events.map((one) => one.subject))) {
    const told = events.filter((one) => one.subject === subject).map((one) => one.eventId);
    const heard = kept.filter((one) => one.subject === subject).map(({ id }) => id);
    expect(unseen(heard)).toEqual(told);
  }
}

describe.each([
  ["NATS JetStream", natsServer],
  ["Kafka", kafkaServer],
])("%s", (name, startBroker) => {
  it("has every event, of each subject in order, with source 001's names", async () => {
    const broker = await startBroker();
    const [session, booking, ownerId] = [newId(), newId(), newId()];
    const about = { sessionId: session, bookingId: booking, ownerId };
    await publishEvent(
      ctx,
      { type: "session.started", payload: about },
      { type: "session.updated", payload: about },
      { type: "session.completed", payload: { ...about, receiptNumber: "R-1" } },
    );
    const connected = brokerOf(broker.url);
    expect(await relayEvents(ctx, connected)).toEqual({ delivered: 3, failed: 0 });
    await connected.close();
    await expectEverything(broker);
    const kept = await broker.read();
    expect(kept.map(({ headers }) => headers["ce-alias"])).toEqual([
      "ChargingSessionStarted",
      undefined,
      "ChargingSessionCompleted",
    ]);
    expect(kept[0]?.headers["content-type"]).toMatch(/^application\/cloudevents\+json/);
  });

  it("is away: nothing is lost or given up, and all goes out when it is back", async () => {
    const broker = await startBroker();
    const stations = Array.from({ length: 50 }, newId);
    const worker = await startWorker(broker);
    await publish(ctx, ...stations);
    await untilAllSent();
    await broker.stop();
    await publish(ctx, ...stations, ...stations);
    await sleep(4_000);
    expect(await waiting()).toBe(100);
    expect((await deliveries(db)).every(({ parkedAt }) => parkedAt === null)).toBe(true);
    await broker.start();
    await untilAllSent();
    await kill(worker);
    await expectEverything(broker);
  });

  it("workers are killed in the midst of batches: nothing is lost, and each subject's order stays", async () => {
    const broker = await startBroker();
    const stations = Array.from({ length: 300 }, newId);
    for (let round = 0; round < rounds; round += 1) {
      let reached = (_: "one" | "other") => {};
      const first = new Promise<"one" | "other">((resolve) => (reached = resolve));
      const [one, other] = await Promise.all([
        startWorker(broker, () => reached("one")),
        startWorker(broker, () => reached("other")),
      ]);
      for (let times = 0; times < 4; times += 1) await publish(ctx, ...stations);
      // Whoever is first has just sent a batch that it has not marked; the second is anywhere.
      const [victim, second] = (await first) === "one" ? [one, other] : [other, one];
      await kill(victim);
      await sleep(50);
      await kill(second);
      await endLeases();
    }
    const survivor = await startWorker(broker);
    await untilAllSent();
    await kill(survivor);
    await expectEverything(broker);
    const kept = await broker.read();
    // JetStream drops what it has by its id; Kafka keeps what was sent again, as it was after every kill.
    if (name === "Kafka") expect(kept.length).toBeGreaterThan(rounds * 1_200);
    else expect(kept).toHaveLength(rounds * 1_200);
  });

  it("takes thousands of events in one run, and says how many a second", async () => {
    const broker = await startBroker();
    const connected = brokerOf(broker.url);
    for (let times = 0; times < 10; times += 1) {
      await publish(ctx, ...Array.from({ length: 500 }, newId));
    }
    const began = performance.now();
    const { delivered } = await relayEvents(ctx, connected);
    const rate = delivered / ((performance.now() - began) / 1_000);
    await connected.close();
    console.log(`${name}: ${delivered} events, ${Math.round(rate)} a second`);
    expect(delivered).toBe(5_000);
  });
});

describe("what NATS refuses", () => {
  /** Longer than a server takes, as it is set. */
  const tooLong = "x".repeat(1_100_000);
  it("is parked after 8 tries, its subject goes on, and an admin sends it again", async () => {
    const broker = await natsServer();
    const clock = testClockAt(testStart);
    const ctx = relayContext(db, clock);
    const admin = { ...ctx, actor: await makeUser(db, "SystemAdmin") };
    const connected = brokerOf(broker.url);
    const station = newId();
    await publish(ctx, station, station);
    const [first, second] = await deliveries(db);
    const setTo = (to: string) => sql`
      update outbox_events set payload = jsonb_set(payload, '{to}', to_jsonb(${to}::text))
      where id = ${first?.eventId ?? ""}`;
    await setTo(tooLong);
    for (let attempt = 1; attempt < 8; attempt += 1) {
      expect(await relayEvents(ctx, connected)).toEqual({ delivered: 0, failed: 1 });
      clock.advance(minutes(15));
    }
    expect(await relayEvents(ctx, connected)).toEqual({ delivered: 1, failed: 1 });
    expect((await broker.read()).map(({ id }) => id)).toEqual([second?.eventId]);
    expect(await deliveries(db)).toMatchObject([{ attempts: 8 }, { attempts: 1, parkedAt: null }]);
    await setTo("Inactive");
    await retryDelivery(admin, { eventId: first?.eventId ?? "", subscriber: "broker" });
    expect(await relayEvents(ctx, connected)).toEqual({ delivered: 1, failed: 0 });
    await connected.close();
    expect((await broker.read()).map(({ id }) => id)).toEqual([second?.eventId, first?.eventId]);
  });
});
