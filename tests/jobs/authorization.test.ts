import { describe, expect, it } from "vitest";

import { markNoShows, reconcileReserved, rejectUnreviewed } from "@/lib/charging/bookings";
import { anonymous, type Role } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { jobActor } from "@/lib/core/job-actor";
import { sendMessages } from "@/lib/insight/notifications";
import { cleanRecords } from "@/lib/jobs/clean-records";
import { cleanCredentials, createAdmin } from "@/lib/people/accounts";
import { makeContext } from "@/lib/process/wiring";
import { sealAudits } from "@/lib/records/audit";
import {
  beginFollowing,
  cleanEvents,
  deliverEvents,
  followEvents,
  readRecentEvents,
} from "@/lib/records/outbox";
import { cleanSlots, refreshSlots } from "@/lib/sites/schedules";
import { jobNames, type JobName } from "@/lib/words";

import { testDatabase } from "../support/database";
import { testClockAt } from "../support/test-clock";
import { makeBusiness, makeUser, testConfig, testStart } from "../support/world";

const { db } = await testDatabase();
const ctx = makeContext({
  db,
  actor: anonymous,
  clock: testClockAt(testStart),
  config: testConfig,
});
const { id: businessId } = await makeBusiness(db);
let serial = 0;
const newAdmin = () => ({ email: `admin${(serial += 1)}@example.test`, name: "Ada" });

/** What nobody does but our jobs and commands, and which of them. */
const deeds: Record<string, { by: JobName[]; run: (ctx: Context) => Promise<unknown> }> = {
  sealAudits: { by: ["seal"], run: sealAudits },
  refreshSlots: { by: ["slots"], run: refreshSlots },
  cleanSlots: { by: ["clean-up"], run: cleanSlots },
  markNoShows: { by: ["no-show", "unreviewed"], run: markNoShows },
  rejectUnreviewed: { by: ["no-show", "unreviewed"], run: rejectUnreviewed },
  reconcileReserved: { by: ["reconcile"], run: reconcileReserved },
  deliverEvents: { by: ["outbox"], run: (ctx) => deliverEvents(ctx, []) },
  cleanEvents: { by: ["clean-up"], run: cleanEvents },
  readRecentEvents: { by: ["live"], run: (ctx) => readRecentEvents(ctx, testStart) },
  beginFollowing: { by: ["live"], run: beginFollowing },
  followEvents: { by: ["live"], run: (ctx) => followEvents(ctx, { position: 0, gaps: [] }) },
  sendMessages: { by: ["messages"], run: (ctx) => sendMessages(ctx, {}) },
  cleanCredentials: { by: ["clean-up"], run: cleanCredentials },
  cleanRecords: { by: ["clean-up"], run: cleanRecords },
  createAdmin: { by: ["admin", "seed"], run: (ctx) => createAdmin(ctx, newAdmin()) },
};

async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (!isAppError(error)) throw error;
    return error.code;
  }
}

describe.each(Object.entries(deeds))("%s", (_, { by, run }) => {
  it("is for no person, whatever their role, and for nobody unknown", async () => {
    for (const role of ["SystemAdmin", "Backoffice", "Operator", "EvOwner"] satisfies Role[]) {
      const actor = await makeUser(db, role, role === "Backoffice" ? { businessId } : {});
      expect(await outcome(run({ ...ctx, actor })), role).toBe("request.forbidden");
    }
    expect(await outcome(run(ctx))).toBe("auth.required");
  });

  it("is for the jobs that are named, and no other", async () => {
    for (const name of jobNames) {
      const expected = by.includes(name) ? "done" : "request.forbidden";
      expect(await outcome(run({ ...ctx, actor: jobActor(name) })), name).toBe(expected);
    }
  });
});
