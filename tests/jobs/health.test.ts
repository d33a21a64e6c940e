import { makeWorkerUtils } from "graphile-worker";
import { afterAll, expect, it } from "vitest";

import { readHealth } from "@/lib/jobs/read-health";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../support/database";
import { makeUser, testConfig } from "../support/world";

const { db, url } = await testDatabase();
const admin = makeContext({ db, config: testConfig, actor: await makeUser(db, "SystemAdmin") });
const queue = await makeWorkerUtils({ connectionString: url });
afterAll(() => queue.release());

it("the queue's depth: what is due, due later, taken, and given up", async () => {
  const depth = async () => (await readHealth(admin)).queue;
  expect(await depth()).toEqual({ due: 0, later: 0, running: 0, parked: 0, oldestDueAt: null });
  const oldest = new Date("2026-01-01T00:00:00.000Z");
  await queue.addJob("slots", {}, { runAt: oldest });
  await queue.addJob("slots", {});
  const later = await queue.addJob("slots", {}, { runAt: new Date(Date.now() + 60_000) });
  expect(await depth()).toEqual({
    due: 2,
    later: 1,
    running: 0,
    parked: 0,
    oldestDueAt: oldest.toISOString(),
  });
  await queue.permanentlyFailJobs([later.id], "too often");
  expect(await depth()).toMatchObject({ due: 2, later: 0, parked: 1 });
});

it("health is an admin's alone", async () => {
  const actor = await makeUser(db, "Backoffice");
  await expect(readHealth(makeContext({ db, config: testConfig, actor }))).rejects.toMatchObject({
    code: "request.forbidden",
  });
});
