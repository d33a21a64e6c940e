import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { outboxEvents } from "@/db/schema/outbox";
import { inTransaction } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { cleanEvents, deliverEvents } from "@/lib/records/outbox";
import { publishEvent, type OutboxEvent } from "@/lib/records/outbox/inside";
import { makeContext } from "@/lib/process/wiring";
import type { JobName } from "@/lib/words";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { hours, minutes } from "../../../support/test-clock";
import { testConfig, testStart } from "../../../support/world";

const { db } = await testDatabase({ max: 20 });
const clock = fileClock(testStart);
const as = (name: JobName) => makeContext({ db, actor: jobActor(name), clock, config: testConfig });
const ctx = as("outbox");
const publish = (count: number) =>
  publishEvent(
    ctx,
    ...Array.from({ length: count }, (_, index) => ({
      type: "setting.changed" as const,
      payload: { scope: "Platform", names: [String(index)] },
    })),
  );

beforeEach(async () => {
  await db.delete(outboxEvents);
});

describe("the outbox", () => {
  it("holds nothing of a transaction that failed", async () => {
    const failing = inTransaction(ctx, async (inside) => {
      await publishEvent(inside, { type: "station.changed", payload: { stationId: newId() } });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await deliverEvents(ctx, async () => {})).toEqual({ delivered: 0, failed: 0 });
  });

  it("delivers each event once though several workers deliver at once", async () => {
    await publish(60);
    const seen: unknown[] = [];
    const handler = async (_: unknown, { payload }: OutboxEvent) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      seen.push(String(payload.names));
    };
    await Promise.all([1, 2, 3].map(() => deliverEvents(ctx, handler)));
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });

  it("undoes what a failed handler wrote, tries again with growing pauses, and parks after eight tries", async () => {
    await publish(1);
    const handler = async (inside: typeof ctx) => {
      await publishEvent(inside, { type: "station.created", payload: { stationId: newId() } });
      throw new Error("not today");
    };
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect(await deliverEvents(ctx, handler)).toEqual({ delivered: 0, failed: 1 });
      expect(await deliverEvents(ctx, handler)).toEqual({ delivered: 0, failed: 0 });
      clock.advance(minutes(16));
    }
    expect(await deliverEvents(ctx, handler)).toEqual({ delivered: 0, failed: 0 });
    const rows = await db.select().from(outboxEvents);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ attempts: 8, lastError: "not today" });
    expect(rows[0]?.parkedAt).not.toBeNull();
  });

  it("goes on with the next event when one fails", async () => {
    await publish(3);
    const handler = async (_: unknown, { payload }: OutboxEvent) => {
      if (String(payload.names) === "0") throw new Error("broken");
    };
    expect(await deliverEvents(ctx, handler)).toEqual({ delivered: 2, failed: 1 });
  });

  it("forgets what was delivered 30 days ago, and keeps what is parked", async () => {
    await publish(2);
    await deliverEvents(ctx, async () => {}, 1);
    await db.update(outboxEvents).set({ parkedAt: testStart }).where(eq(outboxEvents.attempts, 0));
    clock.advance(hours(24 * 30));
    expect(await cleanEvents(as("clean-up"))).toEqual({ events: 0 });
    clock.advance(1);
    expect(await cleanEvents(as("clean-up"))).toEqual({ events: 1 });
  });
});
