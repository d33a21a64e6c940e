import { makeWorkerUtils } from "graphile-worker";
import { afterAll, expect, it } from "vitest";

import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { jobs } from "@/lib/jobs/jobs";
import { readHealth } from "@/lib/jobs/read-health";
import { makeContext } from "@/lib/process/wiring";
import { recordAudit } from "@/lib/records/audit/inside";

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

it("the open tail of the audits, and the last seal", async () => {
  const tail = async () => (await readHealth(admin)).audits;
  expect(await tail()).toEqual({ unsealed: 0, unsealedSince: null, lastSealedAt: null });
  const before = Date.now();
  const entry = { entity: "Station", entityId: newId(), action: "Update" } as const;
  await recordAudit(admin, entry, entry);
  const { unsealed, unsealedSince } = await tail();
  expect(unsealed).toBe(2);
  expect(Date.parse(unsealedSince ?? "")).toBeGreaterThanOrEqual(before);
  await jobs.seal.run({ ...admin, actor: jobActor("seal") });
  expect(await tail()).toEqual({
    unsealed: 0,
    unsealedSince: null,
    lastSealedAt: expect.any(String),
  });
});

it("health is an admin's alone", async () => {
  const actor = await makeUser(db, "Backoffice");
  await expect(readHealth(makeContext({ db, config: testConfig, actor }))).rejects.toMatchObject({
    code: "request.forbidden",
  });
});
