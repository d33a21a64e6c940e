import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";

import { type Embedded, startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { hourMs } from "@/lib/core/durations";
import { hashPassword } from "@/lib/core/passwords";

import { makeClusterFolder } from "../support/cluster";
import { hang } from "../support/hang";
import { startServer, type TestServer } from "../support/server";
import { makeBusiness, makeStation, makeUser } from "../support/world";

const home = makeClusterFolder();

const password = "Wait-for-me-1";
let postgres: Embedded;
let server: TestServer;
let stationId: string;
let headers: Readonly<Record<string, string>>;
const firstSlot = new Date(Math.ceil(Date.now() / hourMs) * hourMs + hourMs);

// A cluster of its own, because all of it is stopped.
beforeAll(async () => {
  postgres = await startEmbedded({ directory: join(home, "postgres"), durable: false });
  await migrate(postgres.url);
  server = await startServer({ databaseUrl: postgres.url, env: { TEST_CLOCK: "" } });
  const { id: businessId } = await makeBusiness(server.db);
  stationId = (await makeStation(server.db, businessId)).id;
  await logIn(server.admin.email, server.admin.password);
  const day = [{ start: "00:00", end: "24:00" }];
  const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
  await ask(`/api/v1/stations/${stationId}/schedule`, { weekly }, {}, "PUT");
  const owner = await makeUser(server.db, "EvOwner", {
    passwordHash: await hashPassword(password),
  });
  await logIn(owner.email ?? "", password);
}, 180_000);

afterAll(async () => {
  await server?.stop();
  await postgres?.stop();
  rmSync(home, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly replayed: boolean;
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- each test knows the answer that it asks for
  readonly data: any;
  readonly ms: number;
}

async function logIn(username: string, password: string): Promise<void> {
  headers = {};
  const login = await ask("/api/v1/auth/login", { username, password });
  headers = { authorization: `Bearer ${login.data.accessToken}` };
}

async function ask(
  path: string,
  body?: unknown,
  more: HeadersInit = {},
  method = body === undefined ? "GET" : "POST",
): Promise<Answer> {
  const began = performance.now();
  const response = await fetch(server.url + path, {
    headers: {
      ...headers,
      ...more,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: "manual",
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    replayed: response.headers.has("idempotency-replayed"),
    text,
    data: isJson ? JSON.parse(text).data : undefined,
    ms: performance.now() - began,
  };
}

const slotStart = (at: number) => new Date(firstSlot.getTime() + at * hourMs);

/** The slot of that number, an hour each, so that one owner's bookings do not overlap. */
function book(at: number, key: string) {
  const [startsAt, endsAt] = [slotStart(at), slotStart(at + 1)];
  return ask("/api/v1/bookings", { stationId, startsAt, endsAt }, { "idempotency-key": key });
}

const api = ["/api/v1/stations?limit=1", "/api/v1/auth/me", "/api/v1/bookings", "/api/health"];
const pages = ["/", "/stations"];

async function openTransactions(): Promise<number> {
  const [open] = await server.sql`
    select count(*)::int as count from pg_stat_activity where state like 'idle in transaction%'`;
  return open?.count;
}

async function everybody() {
  const answers = await Promise.all([
    ...[...api, ...api, ...pages].map((path) =>
      ask(path === "/stations" ? `/stations/${stationId}` : path),
    ),
    book(90, "hung"),
  ]);
  return {
    statuses: [...new Set(answers.map(({ status }) => status))],
    retryAfter: [...new Set(answers.map(({ retryAfter }) => retryAfter))],
    slowest: Math.max(...answers.map(({ ms }) => ms)),
    pages: answers.filter(({ text }) => text.includes("<html")).map(({ text }) => text),
  };
}

test("A4: while PostgreSQL hangs everything answers 503 within 2 s, says it plainly, and goes on by itself", async () => {
  // A machine that is busy with other tests is slow to answer at first.
  const well = async () => (await everybody()).statuses.every((status) => status < 300);
  await expect.poll(well, { timeout: 20_000 }).toBe(true);
  const goOn = hang(postgres.pid);
  try {
    for (let times = 1; times <= 3; times++) {
      const { slowest, pages: shown, ...said } = await everybody();
      expect(said).toEqual({ statuses: [503], retryAfter: ["2"] });
      expect(shown).toHaveLength(pages.length);
      for (const html of shown) expect(html).toContain("We cannot reach our data just now");
      expect(slowest).toBeLessThan(2_000);
      await sleep(1_000);
    }
  } finally {
    goOn();
  }
  await expect.poll(async () => (await ask("/api/health")).status, { timeout: 5_000 }).toBe(200);
  // As many at once as the pool has connections, and more: none is half used, and each hears its own answer.
  const mine = await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      at % 2 ? ask("/api/v1/auth/me") : ask(`/api/v1/stations/${stationId}`),
    ),
  );
  expect(mine.map(({ status }) => status)).toEqual(mine.map(() => 200));
  expect(mine.map(({ data }) => (data.role ? "me" : data.id))).toEqual(
    mine.map((_, at) => (at % 2 ? "me" : stationId)),
  );
  // What nobody waits for any more is rolled back soon, and nothing stays open.
  await expect.poll(openTransactions, { timeout: 5_000 }).toBe(0);
});

test("A4: what was under way when it hung is done once or not at all, and its key brings the one result", async () => {
  const keys = Array.from({ length: 60 }, (_, at) => `under-way-${at}`);
  const sent = keys.map((key, at) => book(at, key));
  await Promise.race(sent);
  const goOn = hang(postgres.pid);
  let answers: Answer[];
  try {
    answers = await Promise.all(sent);
  } finally {
    goOn();
  }
  expect(answers.every(({ status }) => status === 201 || status === 503)).toBe(true);
  await expect.poll(async () => (await ask("/api/health")).status, { timeout: 5_000 }).toBe(200);
  const again = await Promise.all(keys.map((key, at) => book(at, key)));
  expect(again.map(({ status }) => status)).toEqual(again.map(() => 201));
  for (const [at, { status, data }] of answers.entries()) {
    if (status === 201) expect(again[at]).toMatchObject({ replayed: true, data: { id: data.id } });
  }
  const end = slotStart(keys.length).toISOString();
  const [{ made, holding } = {}] = await server.sql`
    select (select count(*)::int from bookings where starts_at < ${end}) as made,
      (select sum(reserved)::int from slots where starts_at < ${end}) as holding`;
  expect([made, holding]).toEqual([keys.length, keys.length]);
});

test("A4: the worker goes on too", async () => {
  const goOn = hang(postgres.pid);
  await sleep(3_000);
  goOn();
  await expect.poll(async () => (await ask("/api/health")).status, { timeout: 5_000 }).toBe(200);
  await book(80, "for-the-worker");
  const left = async () => {
    const [row] = await server.sql`select count(*)::int as left from outbox_deliveries
      where delivered_at is null and parked_at is null`;
    return row?.left;
  };
  await expect.poll(left, { timeout: 20_000 }).toBe(0);
});
