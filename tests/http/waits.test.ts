import { setTimeout as pause } from "node:timers/promises";

import { describe, expect, it } from "vitest";

import { createDatabase } from "@/db/client";
import { idempotencyKeys, idempotencyWaiters } from "@/db/schema/http";
import { anonymous } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { fingerprintOf } from "@/lib/http/fingerprint";
import { once, type KeptResult } from "@/lib/http/idempotency";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../support/database";
import { testConfig } from "../support/world";

const { db, sql, url } = await testDatabase({ max: 4 });
/** Another web process, with one connection for all who wait there. */
const other = createDatabase(url, { max: 1 });
const here = makeContext({ db, actor: anonymous, config: testConfig });
const there = makeContext({ db: other.db, actor: anonymous, config: testConfig });

const asked = (body: unknown = 1) =>
  fingerprintOf({ method: "POST", path: "/x", body }, testConfig.accessTokenKeys);
const ofKey = (key: string, caller = key, body?: unknown) => ({
  caller,
  key,
  fingerprint: asked(body),
});
const result = (data: string): KeptResult<string> => ({ status: 201, headers: {}, data });
const patience = { waitMs: 5_000, waiters: 4 };
const run = (
  ctx: Context,
  key: ReturnType<typeof ofKey>,
  work: () => Promise<string> | string,
  how = patience,
) =>
  once(ctx, key, async () => result(await work()), how).then(
    ({ result: { data }, replayed }) => `${data}${replayed ? " again" : ""}`,
    (error: { code?: string }) => error.code ?? String(error),
  );

/** Work that has begun and ends when it is told to. */
function slowWork() {
  const begun = Promise.withResolvers<void>();
  const end = Promise.withResolvers<string>();
  const work = async () => {
    begun.resolve();
    return end.promise;
  };
  return { work, begun: begun.promise, end: end.resolve, fail: end.reject };
}

const never = () => {
  throw new Error("It ran a second time.");
};
const waiting = () => db.$count(idempotencyWaiters);
async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) {
    if (await condition()) return;
    await pause(10);
  }
  throw new Error("It did not come to that.");
}

describe("a second request with a running key", () => {
  it("waits in any process for the first result, four of a caller, and none holds a connection", async () => {
    const key = ofKey("four");
    const slow = slowWork();
    const first = run(here, key, slow.work);
    await slow.begun;
    const waiters = [1, 2, 3, 4].map(() => run(there, key, never));
    await until(async () => (await waiting()) === 4);
    // Long enough to see who holds a transaction, and who only looks.
    await pause(500);
    const began = performance.now();
    expect(await run(here, key, never)).toBe("idempotency.in_progress");
    expect(await run(there, key, never)).toBe("idempotency.in_progress");
    // Of the process with one connection: it answers others while four wait.
    for (let turn = 0; turn < 20; turn += 1) await other.sql`select 1`;
    expect(performance.now() - began).toBeLessThan(2_500);
    const [idle] = await sql`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and xact_start < clock_timestamp() - interval '300 ms'
        and state like 'idle in transaction%'`;
    expect(idle?.n).toBe(1);
    expect(await run(here, ofKey("another", "somebody else"), () => "mine")).toBe("mine");
    slow.end("made");
    expect(await first).toBe("made");
    expect(await Promise.all(waiters)).toEqual(Array.from({ length: 4 }, () => "made again"));
    expect(await waiting()).toBe(0);
    expect(await run(there, key, never)).toBe("made again");
  });

  it("is refused when its patience has ended, and not before", async () => {
    const key = ofKey("patience");
    const slow = slowWork();
    const first = run(here, key, slow.work);
    await slow.begun;
    const short = { waitMs: 400, waiters: 4 };
    const began = performance.now();
    expect(await run(there, key, never, short)).toBe("idempotency.in_progress");
    expect(performance.now() - began).toBeGreaterThanOrEqual(400);
    expect(await waiting()).toBe(0);
    const last = run(there, key, never, { waitMs: 3_000, waiters: 4 });
    await pause(2_000);
    slow.end("in time");
    expect([await first, await last]).toEqual(["in time", "in time again"]);
  });

  it("gets the first result where that held what the database cannot, in both answers alike", async () => {
    const key = ofKey("odd");
    expect(await run(here, key, () => "x\0y \ud83d")).toBe("x\ufffdy \ufffd");
    expect(await run(there, key, never)).toBe("x\ufffdy \ufffd again");
  });

  it("hears the result even at the last look, right at the end", async () => {
    const key = ofKey("edge");
    const slow = slowWork();
    const first = run(here, key, slow.work);
    await slow.begun;
    // Looks come after 20, 60, 140, 300 ms, and at the end.
    const second = run(there, key, never, { waitMs: 540, waiters: 4 });
    await pause(420);
    slow.end("late");
    expect([await first, await second]).toEqual(["late", "late again"]);
  });

  it("runs itself where the first is killed, or refused", async () => {
    const key = ofKey("killed");
    const first = slowWork();
    const pid = Promise.withResolvers<number>();
    // What becomes of the dead connection's own request is the driver's affair.
    const doomed = createDatabase(url, { max: 1 });
    const dying = makeContext({ db: doomed.db, actor: anonymous, config: testConfig });
    void once(dying, key, async (ctx) => {
      const [row] = await ctx.db.execute<{ pid: number }>("select pg_backend_pid() as pid");
      pid.resolve(row?.pid ?? 0);
      return result(await first.work());
    }).catch(() => "dead");
    const held = await pid.promise;
    const second = run(there, key, () => "the second's");
    await sql`select pg_terminate_backend(${held})`;
    expect(await second).toBe("the second's");
    void doomed.sql.end({ timeout: 0 });

    const refusedKey = ofKey("refused");
    const refused = slowWork();
    const one = run(here, refusedKey, refused.work);
    await refused.begun;
    const two = run(there, refusedKey, () => "may be");
    refused.fail(fail("request.not_found"));
    expect([await one, await two]).toEqual(["request.not_found", "may be"]);
  });

  it("is refused as another request, once the first is known", async () => {
    const key = ofKey("reused");
    const slow = slowWork();
    const first = run(here, key, slow.work);
    await slow.begun;
    const second = run(there, ofKey("reused", "reused", 2), never);
    slow.end("one");
    expect([await first, await second]).toEqual(["one", "idempotency.key_reused"]);
  });

  it("does not count waiters that died", async () => {
    const caller = "dead";
    const past = new Date(Date.now() - 1_000);
    await db
      .insert(idempotencyWaiters)
      .values([1, 2, 3, 4].map(() => ({ id: crypto.randomUUID(), caller, waitsUntil: past })));
    const slow = slowWork();
    const first = run(here, ofKey(caller), slow.work);
    await slow.begun;
    const second = run(there, ofKey(caller), never);
    await until(async () => (await waiting()) === 1);
    slow.end("one");
    expect([await first, await second]).toEqual(["one", "one again"]);
    expect(await db.$count(idempotencyKeys)).toBeGreaterThan(3);
    await other.close();
  });
});
