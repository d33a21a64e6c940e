import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

import { sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { anonymous } from "@/lib/core/actor";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { askOutside } from "@/lib/core/outside";
import { firstStep } from "@/lib/core/steps";
import { endpoint } from "@/lib/http/endpoint";
import { fingerprintOf } from "@/lib/http/fingerprint";
import { inSteps } from "@/lib/http/steps";
import { makeContext } from "@/lib/process/wiring";

import { testApi } from "../support/api";
import { testConfig } from "../support/world";

const { db } = await testApi();
await db.execute(sql`create table unlocks (id uuid primary key, socket int not null, answer text)`);

/** A charger across the street: it counts what it is asked, and takes its time. */
let [asked, takesMs, breaks] = [0, 0, false];
const charger = createServer((_request, response) => {
  asked += 1;
  if (breaks) return response.destroy();
  return setTimeout(() => response.end("Unlocked"), takesMs);
});
await new Promise<void>((listening) => charger.listen(0, "127.0.0.1", listening));
const address = `http://127.0.0.1:${(charger.address() as AddressInfo).port}/`;
afterAll(() => charger.close());

const body = z.strictObject({ socket: z.int() });
type Unlock = z.infer<typeof body>;

/** The use case: the order is stored, the charger is asked, what it says is stored. */
async function unlock(ctx: Context, { socket }: Unlock) {
  const order = await firstStep(ctx, async (ctx) => {
    if (socket === 0) throw fail("request.not_found");
    const id = newId();
    await ctx.db.execute(sql`insert into unlocks (id, socket) values (${id}, ${socket})`);
    return { id };
  });
  const said = await askOutside("The charger", async () => (await fetch(address)).text());
  await inTransaction(ctx, (ctx) => settle(ctx, order.id, said));
  return { ...order, answer: said };
}

const settle = async (ctx: Context, id: string, said: string) => {
  await ctx.db.execute(
    sql`update unlocks set answer = ${said} where id = ${id} and answer is null`,
  );
};

/** What the order has come to: null while the charger has not answered. */
async function outcome(ctx: Context, id: string) {
  const [row] = await ctx.db.execute<{ answer: string | null }>(
    sql`select answer from unlocks where id = ${id}`,
  );
  if (row?.answer === "Broken") throw fail("request.unavailable");
  return row?.answer ? { id, answer: row.answer } : null;
}

const declared = {
  tag: "Test",
  summary: "Unlock a socket",
  permission: "service.read",
  body,
  returns: z.object({ id: z.string(), answer: z.string() }),
  idempotent: "steps",
} as const;
const POST = endpoint({ ...declared, outcome, run: (ctx, { body }) => unlock(ctx, body) });

const send = async (handler: typeof POST, key: string | null, socket: number) => {
  const headers = new Headers({
    "x-forwarded-for": "10.9.9.9",
    "content-type": "application/json",
  });
  if (key) headers.set("idempotency-key", key);
  const request = new Request("http://baybook.test/api/v1/unlocks", {
    method: "POST",
    headers,
    body: JSON.stringify({ socket }),
  });
  const answer = await handler(request, { params: Promise.resolve({}) });
  const replayed = answer.headers.get("idempotency-replayed");
  return { status: answer.status, replayed, body: await answer.json() };
};
const orders = async () =>
  (await db.execute<{ n: number }>(sql`select count(*)::int as n from unlocks`))[0]?.n;

describe("a use case in steps", () => {
  it("asks the outside once; a repeat waits for the subject and is answered from it", async () => {
    [asked, takesMs] = [0, 500];
    const key = crypto.randomUUID();
    const [first, second] = await Promise.all([
      send(POST, key, 1),
      pause(100).then(() => send(POST, key, 1)),
    ]);
    expect(first).toMatchObject({
      status: 200,
      replayed: null,
      body: { data: { answer: "Unlocked" } },
    });
    expect(second).toEqual({ ...first, replayed: "true" });
    expect(await send(POST, key, 1)).toEqual(second);
    expect([asked, await orders()]).toEqual([1, 1]);
    expect(await send(POST, key, 2)).toMatchObject({
      status: 422,
      body: { code: "idempotency.key_reused" },
    });
    expect(await send(POST, null, 2)).toMatchObject({
      status: 400,
      body: { code: "idempotency.key_required" },
    });
  });

  it("makes one subject of five that come at once", async () => {
    [asked, takesMs] = [0, 200];
    const [before, key] = [await orders(), crypto.randomUUID()];
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => send(POST, key, 3)));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(all.map((one) => one.body.data.id)).size).toBe(1);
    expect(all.filter(({ replayed }) => replayed === null)).toHaveLength(1);
    expect([asked, await orders()]).toEqual([1, (before ?? 0) + 1]);
  });

  it("finds the subject of one that died on the way, waits, and takes whoever's answer comes", async () => {
    [asked, breaks] = [0, true];
    const key = crypto.randomUUID();
    expect((await send(POST, key, 4)).status).toBe(500);
    breaks = false;
    const repeat = send(POST, key, 4);
    await pause(200);
    await db.execute(sql`update unlocks set answer = 'By hand' where answer is null`);
    expect(await repeat).toMatchObject({ status: 200, body: { data: { answer: "By hand" } } });
    expect(asked).toBe(1);
    await db.execute(sql`update unlocks set answer = 'Broken' where answer = 'By hand'`);
    expect((await send(POST, key, 4)).status).toBe(503);
  });

  it("leaves the key free after a refusal in the first step, and is in progress while nothing answers", async () => {
    const key = crypto.randomUUID();
    expect((await send(POST, key, 0)).status).toBe(404);
    expect((await send(POST, key, 5)).status).toBe(200);

    const ctx = makeContext({ db, actor: anonymous, config: testConfig });
    const asked = { method: "POST", path: "/x", body: null };
    const fingerprint = fingerprintOf(asked, testConfig.accessTokenKeys);
    const keyed = { caller: "me", key: "silent", fingerprint };
    const started = async (ctx: Context) => {
      await firstStep(ctx, async () => ({ id: newId() }));
    };
    const ask = (waitMs: number) =>
      inSteps(ctx, keyed, { run: started, outcome: async () => null }, { waitMs, waiters: 4 });
    await expect(ask(150)).rejects.toMatchObject({ code: "idempotency.in_progress" });
    await expect(ask(1)).rejects.toMatchObject({ code: "idempotency.in_progress" });
  });

  it("is declared whole, and takes its first step outside any transaction", async () => {
    expect(() => endpoint({ ...declared, run: () => ({ id: "", answer: "" }) })).toThrow("outcome");
    expect(() =>
      endpoint({
        ...declared,
        idempotent: "required",
        outcome,
        run: () => ({ id: "", answer: "" }),
      }),
    ).toThrow("outcome");
    const idle = endpoint({ ...declared, outcome, run: () => ({ id: "", answer: "" }) });
    expect((await send(idle, crypto.randomUUID(), 1)).status).toBe(500);
    const nested = endpoint({
      ...declared,
      outcome,
      run: (ctx, { body }) => inTransaction(ctx, (ctx) => unlock(ctx, body)),
    });
    const before = await orders();
    expect((await send(nested, crypto.randomUUID(), 1)).status).toBe(500);
    expect(await orders()).toBe(before);
  });
});
