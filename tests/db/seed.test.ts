import { sql as raw } from "drizzle-orm";
import { expect, it } from "vitest";

import { createDatabase } from "@/db/client";
import { seedDemo } from "@/db/seed";
import { changePassword, loadActor, login, verifyAccessToken } from "@/lib/people/accounts";
import { findActor } from "@/lib/people/accounts/inside";
import { anonymous } from "@/lib/core/actor";
import { jobActor } from "@/lib/core/job-actor";
import { suggestOperations } from "@/lib/insight/suggestions";
import { setProcessContext } from "@/lib/process/context";
import { refuseDemoLogins } from "@/lib/process/demo-logins";
import { makeContext, readConfig } from "@/lib/process/wiring";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { testDatabase } from "../support/database";
import { demoEnv as env } from "../support/demo-env";
import { makeBusiness, makeUser } from "../support/world";

const { db, url } = await testDatabase();
const lines: string[] = [];
const seed = () => seedDemo({ databaseUrl: url, env, log: (line) => lines.push(line) });

async function numbers(query: string): Promise<Record<string, number>> {
  const rows = await db.execute<{ name: string; count: string }>(raw.raw(query));
  return Object.fromEntries([...rows].map(({ name, count }) => [name, Number(count)]));
}

it("refuses to seed outside the demo", async () => {
  const options = { databaseUrl: url, env: { ...env, BAYBOOK_DEMO: "0" }, log: () => {} };
  await expect(seedDemo(options)).rejects.toThrow("npm run demo");
});

it("A6: refuses a database that has accounts of its own, and leaves it as it is", async () => {
  const others = await createTestDatabase();
  const { db, sql, close } = createDatabase(others);
  try {
    await makeUser(db, "Backoffice", { businessId: (await makeBusiness(db)).id });
    const options = { databaseUrl: others, env, log: () => {} };
    await expect(seedDemo(options)).rejects.toThrow("accounts of its own");
    expect(await sql`select count(*)::int from users`).toEqual([{ count: 1 }]);
  } finally {
    await close();
    await dropTestDatabase(others);
  }
});

it("seeds every station and bookings in every state, and once", async () => {
  await seed();

  const stations = await numbers(
    "select case when business_id is null then 'listed' else 'run' end as name, count(*) from stations group by 1",
  );
  expect((stations.listed ?? 0) + (stations.run ?? 0)).toBe(4_736 + 13);
  expect(stations.run).toBeGreaterThan(140);
  const states = await numbers("select status as name, count(*) from bookings group by 1");
  console.log(states);
  for (const status of [
    "Pending",
    "Approved",
    "Rejected",
    "InProgress",
    "Completed",
    "NoShow",
    "CanceledByOwner",
    "CanceledByBackoffice",
    "CanceledByOperator",
  ]) {
    expect(states[status], status).toBeGreaterThan(0);
  }
  // By the rules that judge real connectors, for the office that the demo's login is of.
  const config = readConfig(env);
  const clock = { now: () => new Date(), real: () => new Date() };
  const office = await db.execute<{ id: string }>(
    raw`select id from users where email = 'backoffice@demo.baybook.test'`,
  );
  const job = makeContext({ db, actor: jobActor("outbox"), clock, config });
  const actor = await findActor(job, office[0]?.id ?? "");
  const told = actor && (await suggestOperations(makeContext({ db, actor, clock, config }), {}));
  expect(told?.failingConnectors[0], "something for the office to look at").toMatchObject({
    failed: 3,
  });
  const late = await numbers(
    "select 'late' as name, count(*) from bookings where late_until > starts_at",
  );
  expect(late.late, "somebody who is due within this hour").toBeGreaterThan(0);
  const conflicts = await numbers(
    "select 'open' as name, count(*) from bookings where conflict_at is not null",
  );
  expect(conflicts.open, "somebody to move or cancel").toBeGreaterThan(0);
  const modes = await numbers("select mode as name, count(*) from tariffs group by 1");
  expect(Object.keys(modes).toSorted()).toEqual(["Energy", "Flat", "Hybrid", "Time"]);

  const rated = await numbers(
    "select 'stations' as name, count(*) from stations where rating_count >= 3",
  );
  expect(rated.stations, "what drivers say of stations").toBeGreaterThan(8);
  const reviews = await numbers("select status as name, count(*) from reviews group by 1");
  expect(Object.keys(reviews).toSorted()).toEqual(["Approved", "Pending"]);

  const atGate = await numbers(
    `select status as name, count(*) from bookings where origin = 'WalkUp' and not exists (
      select from sessions where booking_id = bookings.id and import_key is not null) group by 1`,
  );
  expect(atGate).toEqual({ Completed: 1, InProgress: 1 });
  const refused = await numbers("select act as name, count(*) from offline_refusals group by 1");
  expect(refused).toEqual({ Finalize: 1 });
  const energy = await numbers(
    "select 'kWh' as name, sum(energy_wh) / 1000 as count from sessions where import_key is not null",
  );
  expect(energy.kWh, "a real year").toBeGreaterThan(300_000);
  const last = await numbers(
    "select 'days ago' as name, extract(day from now() - max(ended_at)) as count from sessions where import_key is not null",
  );
  expect(last["days ago"]).toBeLessThan(9);

  const news = await numbers(
    `select case when at < now() - interval '1 day' then 'old' else 'fresh' end as name, count(*)
      from outbox_deliveries d join outbox_events e on e.id = d.event_id
      where subscriber = 'notices' and delivered_at is null group by 1`,
  );
  expect(news.old, "nobody's bell counts a fortnight").toBeUndefined();
  expect(news.fresh).toBeGreaterThan(0);

  const before = await numbers("select 'bookings' as name, count(*) from bookings");
  await seed();
  expect(lines.at(-1)).toBe("The demo's data is there already.");
  expect(await numbers("select 'bookings' as name, count(*) from bookings")).toEqual(before);
}, 300_000);

it("keeps reserved true to the bookings that hold capacity", async () => {
  const wrong = await db.execute(
    raw.raw(`select s.station_id, s.starts_at, s.reserved, (
      select count(*) from bookings b where b.station_id = s.station_id
        and b.status in ('Pending', 'Approved', 'InProgress')
        and b.place_group = s.place_group and b.starts_at < s.ends_at and b.ends_at > s.starts_at) as held
      from slots s`),
  );
  const rows = [...wrong] as { reserved: number; held: string }[];
  expect(rows.length).toBeGreaterThan(10_000);
  expect(rows.filter(({ reserved, held }) => reserved !== Number(held))).toEqual([]);
});

it("lets the four demo logins in at once", async () => {
  const ctx = makeContext({ db, actor: anonymous, config: readConfig(env) });
  for (const username of [
    "admin@demo.baybook.test",
    "backoffice@demo.baybook.test",
    "operator@demo.baybook.test",
    "200212345679",
  ]) {
    const result = await login(ctx, { username, password: "Baybook-demo-1" });
    expect(result.mustChangePassword).toBe(false);
  }
});

it("A6: keeps production from a database with the demo's logins, until none is open", async () => {
  setProcessContext({ db, config: readConfig(env) });
  const asked = async (over: Record<string, string> = {}) => {
    const words: string[] = [];
    const start = { NODE_ENV: "production", ...over };
    await refuseDemoLogins(start, (said) => words.push(said));
    return words.join();
  };
  expect(await asked()).toMatch(/logins of the demo \(\S+@\S+\.test, .*db:reset/);
  expect(await asked({ BAYBOOK_DEMO: "1" })).toBe("");
  expect(await asked({ NODE_ENV: "development" })).toBe("");

  // All but one are blocked, as an administrator may; the last gets a password of its own.
  await db.execute(raw`update users set status = 'Blocked' where role <> 'SystemAdmin'`);
  expect(await asked()).toContain("admin@demo.baybook.test");
  const ctx = makeContext({ db, actor: anonymous, config: readConfig(env) });
  const { accessToken } = await login(ctx, {
    username: "admin@demo.baybook.test",
    password: "Baybook-demo-1",
  });
  const actor = await loadActor(ctx, await verifyAccessToken(ctx, accessToken));
  const change = { currentPassword: "Baybook-demo-1", newPassword: "Another-river-88" };
  await changePassword({ ...ctx, actor }, change);
  expect(await asked()).toBe("");
});
