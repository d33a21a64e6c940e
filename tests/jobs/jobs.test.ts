import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { idempotencyKeys, rateLimits } from "@/db/schema/http";
import { jobRuns } from "@/db/schema/jobs";
import { bookings } from "@/db/schema/bookings";
import { messages } from "@/components/i18n/messages/en";
import { anonymous } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { isJobName, jobNames } from "@/lib/jobs/jobs";
import { runJob, runQuietly } from "@/lib/jobs/run-job";
import { rebuildSlots } from "@/lib/sites/schedules/inside";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../support/database";
import { fileClock } from "../support/file-clock";
import { hours, minutes } from "../support/test-clock";
import { makeBusiness, makeStation, makeUser, testConfig, testStart } from "../support/world";
import { settingOf } from "../rooms/sites/schedules/setting";

const { db } = await testDatabase({ max: 20 });
const clock = fileClock(testStart);
const ctx = makeContext({ db, clock, config: testConfig, actor: anonymous });
const runsOf = (name: string) =>
  db.select().from(jobRuns).where(eq(jobRuns.name, name)).orderBy(desc(jobRuns.id));

describe("the worker's jobs", () => {
  it("have the names that the worker and the test route know", () => {
    expect(jobNames).toEqual(
      expect.arrayContaining(["slots", "no-show", "unreviewed", "reconcile", "clean-up"]),
    );
    expect(isJobName("slots")).toBe(true);
    expect(isJobName("toString")).toBe(false);
  });

  it.each(jobNames)("run on an empty house: %s", async (name) => {
    const run = await runJob(ctx, name);
    expect(Object.keys(messages.health.jobNames)).toContain(name);
    expect(Object.keys(messages.health.jobWords)).toContain(name);
    expect(Object.keys(messages.health.counts)).toEqual(
      expect.arrayContaining(Object.keys(run.result)),
    );
    expect(Object.values(run.result).every((count) => count === 0)).toBe(true);
    expect((await runsOf(name))[0]).toMatchObject({ succeeded: true, result: run.result });
  });

  it("record what went wrong, and throw it on", async () => {
    const broken = {
      ...ctx,
      ports: { ...ctx.ports, bookingClaims: () => Promise.reject(new Error("no")) },
    };
    const business = await makeBusiness(db);
    const { id } = await makeStation(db, business.id);
    await settingOf(db).open(id, ["08:00", "22:00"]);
    await expect(runJob(broken, "slots")).rejects.toThrow("no");
    expect((await runsOf("slots"))[0]).toMatchObject({ succeeded: false, error: "no" });
    expect((await runJob(ctx, "slots")).result).toMatchObject({ stations: 1, added: 196 });
  });

  it("that run all the time leave a record when they did something, and once a minute", async () => {
    const count = async () => (await runsOf("outbox")).length;
    const before = await count();
    expect(await runQuietly(ctx, "outbox", clock.real())).toMatchObject({ recorded: false });
    expect(await count()).toBe(before);
    const earlier = new Date(clock.real().getTime() - minutes(1) - 1);
    expect(await runQuietly(ctx, "outbox", earlier)).toMatchObject({ recorded: true });
    expect(await count()).toBe(before + 1);
  });

  it("release a no-show's place once, though three workers look at once", async () => {
    const world = settingOf(db);
    const business = await makeBusiness(db);
    const { id: stationId } = await makeStation(db, business.id);
    await world.open(stationId, ["08:00", "22:00"]);
    const { userId: ownerId } = await makeUser(db, "EvOwner");
    const at = { stationId, businessId: business.id, ownerId };
    const id = await world.book(at, "2026-06-01T13:00:00Z", "2026-06-01T14:00:00Z");
    await rebuildSlots(world.job("slots"), [stationId]);
    clock.set("2026-06-01T13:14:59.999Z");
    expect((await runJob(ctx, "no-show")).result).toEqual({ count: 0 });
    clock.set("2026-06-01T13:15:00Z");
    const runs = await Promise.all([1, 2, 3].map(() => runJob(ctx, "no-show")));
    expect(runs.reduce((sum, { result }) => sum + (result.count ?? 0), 0)).toBe(1);
    const [booking] = await db.select().from(bookings).where(eq(bookings.id, id));
    expect(booking?.status).toBe("NoShow");
    expect((await world.slots(stationId)).every(({ reserved }) => reserved === 0)).toBe(true);
    expect((await runJob(ctx, "reconcile")).result).toMatchObject({ differences: 0 });
  });
});

it("clean-up removes keys, limits and runs when their time is over, not before", async () => {
  await db.delete(jobRuns);
  await db.insert(idempotencyKeys).values({
    caller: "c",
    key: "k",
    fingerprint: "f",
    status: 201,
    headers: {},
    createdAt: testStart,
  });
  await db.insert(rateLimits).values({ bucket: "b", windowEndsAt: testStart, hits: 1 });
  await db.insert(jobRuns).values({ id: newId(), name: "old", startedAt: testStart });
  const clean = async () => (await runJob(ctx, "clean-up")).result;
  expect(await clean()).toMatchObject({ idempotencyKeys: 0, rateLimits: 0, jobRuns: 0 });
  clock.advance(hours(7 * 24));
  expect(await clean()).toMatchObject({ idempotencyKeys: 0, rateLimits: 1 });
  clock.advance(1);
  expect(await clean()).toMatchObject({ idempotencyKeys: 1 });
  clock.advance(hours(24 * 24));
  expect(await clean()).toMatchObject({ jobRuns: 2 });
});
