import { createServer } from "node:http";
import { createServer as createSocketServer, type AddressInfo, type Server } from "node:net";

import { afterAll, expect, it } from "vitest";

import { inTransaction, type Context } from "@/lib/core/context";
import { jobActor } from "@/lib/core/job-actor";
import { askOutside, asTransaction } from "@/lib/core/outside";
import { emailTransport } from "@/lib/insight/notifications/inside";
import { searchAddresses } from "@/lib/sites/stations";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../support/database";
import { makeBusiness, makeUser, testConfig } from "../support/world";

const { db, sql } = await testDatabase({ max: 2 });
const { id: businessId } = await makeBusiness(db);
const actor = await makeUser(db, "Backoffice", { businessId });

/** Neighbours that answer after three seconds; they count who comes. */
const slowness = 3_000;
let asked = 0;
const geocoder = createServer((_request, response) => {
  asked += 1;
  setTimeout(() => response.end("[]"), slowness);
});
const mailServer = createSocketServer((socket) => {
  asked += 1;
  socket.on("error", () => undefined);
  setTimeout(() => socket.end("421 not now\r\n"), slowness);
});
const listen = async (server: Server) => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  afterAll(() => void server.close());
  return (server.address() as AddressInfo).port;
};
const geocoderUrl = `http://127.0.0.1:${await listen(geocoder)}/search`;
const send = emailTransport({
  url: `smtp://127.0.0.1:${await listen(mailServer)}`,
  from: "Baybook <no-reply@baybook.test>",
});
const mail = {
  id: "1",
  recipient: "ada@example.test",
  subject: "Hello",
  body: "Hello",
  locale: "en",
  url: null,
};
const ctx: Context = makeContext({ db, actor, config: { ...testConfig, geocoderUrl } });

it("keeps the pool's connections free while neighbours take three seconds", async () => {
  const began = performance.now();
  const asking = Promise.allSettled([
    ...[1, 2, 3, 4].map(() => searchAddresses(ctx, { q: "Quay Street" })),
    ...[1, 2, 3, 4].map(() => send(mail)),
  ]);
  await expect.poll(() => asked, { timeout: 2_500 }).toBe(8);
  for (let turn = 0; turn < 30; turn += 1) await sql`select 1`;
  const [held] = await sql`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
  const took = performance.now() - began;
  const outcomes = (await asking).map(({ status }) => status);
  expect(took).toBeLessThan(slowness);
  expect(performance.now() - began).toBeGreaterThanOrEqual(slowness - 100);
  expect(held?.n).toBe(0);
  expect(outcomes).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => (n < 5 ? "fulfilled" : "rejected")));
});

it("refuses to ask any of them inside a transaction, by whatever context", async () => {
  asked = 0;
  const inside = /inside a transaction/;
  await expect(
    inTransaction(ctx, (ctx) => searchAddresses(ctx, { q: "Quay Street" })),
  ).rejects.toThrow(inside);
  await expect(
    inTransaction(ctx, () => searchAddresses(ctx, { q: "Quay Street" })),
  ).rejects.toThrow(inside);
  const worker = makeContext({ db, actor: jobActor("messages"), config: testConfig });
  await expect(inTransaction(worker, async () => send(mail))).rejects.toThrow(inside);
  const nested = inTransaction(ctx, (ctx) =>
    inTransaction(ctx, () => askOutside("It", async () => 1)),
  );
  await expect(nested).rejects.toThrow(inside);
  expect(asked).toBe(0);
});

it("lets ask again once the transaction has ended, from what began inside it too", async () => {
  const ended = Promise.withResolvers<void>();
  let later: Promise<number> | undefined;
  await asTransaction(async () => {
    later = ended.promise.then(() => askOutside("It", async () => 1));
  });
  ended.resolve();
  expect(await later).toBe(1);
  await expect(inTransaction(ctx, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await askOutside("It", async () => 2)).toBe(2);
});
