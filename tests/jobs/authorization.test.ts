import { describe, expect, it } from "vitest";

import {
  extendWalkUps,
  markNoShows,
  reconcileReserved,
  rejectUnreviewed,
} from "@/lib/charging/bookings";
import { importSessions, movePhotos } from "@/lib/charging/sessions";
import { anonymous, type Role } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { mailReports, rollDays } from "@/lib/insight/reports";
import {
  sendMessages,
  sendMessagesOf,
  spreadMailings,
  tellAdmins,
} from "@/lib/insight/notifications";
import { relayEvents } from "@/lib/insight/broker";
import { cleanWebhooks } from "@/lib/insight/webhooks/clean-webhooks";
import { sendWebhooks } from "@/lib/insight/webhooks/send-webhooks";
import { cleanRecords } from "@/lib/jobs/clean-records";
import { watchWorker } from "@/lib/jobs/watch-worker";
import { jobLists, jobs } from "@/lib/jobs/jobs";
import { cleanCredentials, createAdmin, eraseDue } from "@/lib/people/accounts";
import { makeContext } from "@/lib/process/wiring";
import { sealAudits } from "@/lib/records/audit";
import { supersedeContent } from "@/lib/records/content";
import { sweepStrays, sweepUploads } from "@/lib/records/files";
import {
  beginFollowing,
  cleanEvents,
  deliverEvents,
  followEvents,
  readRecentEvents,
} from "@/lib/records/outbox";
import { recountRatings } from "@/lib/service/reviews";
import { cleanSlots, refreshSlots } from "@/lib/sites/schedules";
import { keepCells } from "@/lib/sites/stations";
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
const pastHeader = "CP ID,Connector,Start Date,Start Time,End Date,End Time,Total kWh,Site\n";
let serial = 0;
const newAdmin = () => ({ email: `admin${(serial += 1)}@example.test`, name: "Ada" });

/** What nobody does but our jobs and commands, and which of them. */
const deeds: Record<string, { by: JobName[]; run: (ctx: Context) => Promise<unknown> }> = {
  sealAudits: { by: ["seal"], run: sealAudits },
  relayEvents: { by: ["broker"], run: relayEvents },
  sendWebhooks: { by: ["webhooks"], run: sendWebhooks },
  cleanWebhooks: { by: ["clean-up"], run: cleanWebhooks },
  refreshSlots: { by: ["slots"], run: refreshSlots },
  keepCells: { by: ["map-cells"], run: keepCells },
  cleanSlots: { by: ["clean-up"], run: cleanSlots },
  markNoShows: { by: ["no-show", "unreviewed"], run: markNoShows },
  extendWalkUps: { by: ["walk-ups"], run: extendWalkUps },
  rejectUnreviewed: { by: ["no-show", "unreviewed"], run: rejectUnreviewed },
  recountRatings: { by: ["ratings"], run: recountRatings },
  reconcileReserved: { by: ["reconcile"], run: reconcileReserved },
  deliverEvents: { by: ["outbox"], run: (ctx) => deliverEvents(ctx, []) },
  cleanEvents: { by: ["clean-up"], run: cleanEvents },
  readRecentEvents: { by: ["live"], run: (ctx) => readRecentEvents(ctx, testStart) },
  beginFollowing: { by: ["live"], run: beginFollowing },
  followEvents: { by: ["live"], run: (ctx) => followEvents(ctx, { position: 0, gaps: [] }) },
  mailReports: { by: ["report-mails"], run: mailReports },
  rollDays: { by: ["report-days"], run: rollDays },
  spreadMailings: { by: ["mailings"], run: spreadMailings },
  sendMessagesOf: { by: ["watch"], run: (ctx) => sendMessagesOf(ctx, {}, newId()) },
  tellAdmins: {
    by: ["watch"],
    run: (ctx) => tellAdmins(ctx, { eventId: newId(), since: testStart }),
  },
  watchWorker: { by: ["watch"], run: (ctx) => watchWorker(ctx, testStart) },
  sendMessages: { by: ["messages"], run: (ctx) => sendMessages(ctx, {}) },
  cleanCredentials: { by: ["clean-up"], run: cleanCredentials },
  eraseDue: { by: ["erase"], run: eraseDue },
  importSessions: {
    by: ["import"],
    run: (ctx) => importSessions(ctx, { source: pastHeader, businessId }),
  },
  movePhotos: { by: ["photo-move"], run: movePhotos },
  sweepUploads: { by: ["upload-sweep"], run: sweepUploads },
  sweepStrays: { by: ["stray-sweep"], run: (ctx) => sweepStrays(ctx, () => {}) },
  supersedeContent: { by: ["supersede"], run: supersedeContent },
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

/** The jobs that close bookings: each holds what the other does, for both read the same table of closings. */
const closing: readonly string[] = ["no-show", "unreviewed"];

/** Every job that the worker runs, part by part as the rooms list them, so that no part hides behind the first. */
const parts = jobLists.flatMap((list) =>
  Object.entries(list).map(([name, { run }]) => ({ name: name as JobName, run })),
);

it("tries every job of the worker", () => {
  const tried = new Set<string>(parts.map(({ name }) => name));
  expect([...tried].toSorted()).toEqual(Object.keys(jobs).toSorted());
});

describe.each(parts)("a part of the job $name", ({ name, run }) => {
  const others = jobNames.filter((other) => other !== name);

  it("is refused to every other job", async () => {
    for (const other of others) {
      if (closing.includes(name) && closing.includes(other)) continue;
      const asOther = { ...ctx, actor: jobActor(other) };
      expect(await outcome(run(asOther, () => {})), other).toBe("request.forbidden");
    }
  });

  it("is done as its own", async () => {
    expect(await outcome(run({ ...ctx, actor: jobActor(name) }, () => {}))).toBe("done");
  });
});
