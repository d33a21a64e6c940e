import { setTimeout as sleep } from "node:timers/promises";

import { describe, expect, it } from "vitest";

import { inTransaction, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { publishEvent } from "@/lib/records/outbox/inside";

import { testApi } from "../support/api";
import { listen } from "../support/live-line";
import { makeUser, testConfig } from "../support/world";

const api = await testApi();
const admin = await makeUser(api.db, "SystemAdmin");
const ctx = makeContext({ db: api.db, actor: jobActor("live"), config: testConfig });
const publish = (ctx: Context, ids: readonly string[]) =>
  publishEvent(
    ctx,
    ...ids.map((stationId) => ({
      type: "station.changed" as const,
      payload: { stationId },
      stationId,
    })),
  );
const ids = (count: number) => Array.from({ length: count }, newId);

/** Listens, and waits until what is told from now on is heard. */
async function joined() {
  const heard = await listen(admin);
  const [mark = ""] = ids(1);
  await publish(ctx, [mark]);
  await expect.poll(() => heard.length, { timeout: 2_000 }).toBe(1);
  heard.length = 0;
  return heard;
}

describe("a live line", () => {
  it("tells 3,000 events of one transaction, each once, in the order of writing", async () => {
    const heard = await joined();
    const stations = ids(3_000);
    await inTransaction(ctx, (ctx) => publish(ctx, stations));
    await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(3_000);
    await sleep(700);
    expect(heard.map(({ stationId }) => stationId)).toEqual(stations);
  });

  it("says that there was more than it can tell, and goes on from there", async () => {
    const heard = await joined();
    await inTransaction(ctx, (ctx) => publish(ctx, ids(11_000)));
    await expect.poll(() => heard.at(-1)?.type, { timeout: 10_000 }).toBe("missed");
    expect(heard.filter(({ type }) => type === "missed")).toHaveLength(1);
    expect(heard.length).toBeLessThan(11_000);
    const [next = ""] = ids(1);
    await publish(ctx, [next]);
    await expect.poll(() => heard.at(-1)?.stationId, { timeout: 2_000 }).toBe(next);
  });

  it("says so too where more happened while it was away than it can tell", async () => {
    const since = Date.now();
    await publish(ctx, ids(1_200));
    const heard = await listen(admin, { query: `?since=${since}` });
    await expect.poll(() => heard.map(({ type }) => type), { timeout: 2_000 }).toEqual(["missed"]);
  });

  it("tells what a long transaction wrote before others, and waits for none that was rolled back", async () => {
    const heard = await joined();
    const [late = "", early = "", never = "", last = ""] = ids(4);
    let commit = () => {};
    const held = new Promise<void>((resolve) => (commit = resolve));
    const long = inTransaction(ctx, async (ctx) => {
      await publish(ctx, [late]);
      await held;
    });
    const lost = inTransaction(ctx, async (ctx) => {
      await publish(ctx, [never]);
      throw new Error("rolled back");
    });
    await expect(lost).rejects.toThrow("rolled back");
    await publish(ctx, [early]);
    await expect.poll(() => heard.length, { timeout: 2_000 }).toBe(1);
    await publish(ctx, [last]);
    await expect.poll(() => heard.length, { timeout: 2_000 }).toBe(2);
    await sleep(1_000);
    commit();
    await long;
    await expect.poll(() => heard.length, { timeout: 2_000 }).toBe(3);
    expect(heard.map(({ stationId }) => stationId)).toEqual([early, last, late]);
  });

  it("does not lag behind at 500 events a second", async () => {
    const heard = await joined();
    for (let turn = 0; turn < 30; turn += 1) {
      await Promise.all([publish(ctx, ids(50)), sleep(100)]);
    }
    await expect.poll(() => heard.length, { timeout: 2_000 }).toBe(1_500);
    const lags = heard.map(({ lagMs = Number.NaN }) => lagMs).toSorted((a, b) => a - b);
    expect(lags[Math.floor(lags.length * 0.9)]).toBeLessThan(1_000);
  });
});
