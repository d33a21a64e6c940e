import { afterAll, expect, test } from "vitest";

import { createDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { systemClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { deliverEvents, listDeliveries } from "@/lib/records/outbox";
import { publishEvent } from "@/lib/records/outbox/inside";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { goBackBefore } from "../support/old-database";
import { makeUser, testConfig } from "../support/world";

const url = await createTestDatabase();
const { db, sql, close } = createDatabase(url);
afterAll(async () => {
  await close();
  await dropTestDatabase(url);
});

test("what waited or was given up before there were subscribers still comes, in order, or is shown", async () => {
  await goBackBefore("_deliveries", url);
  const now = new Date().toISOString();
  // As the table was then: what came later has no column yet.
  const userId = newId();
  const person = { name: "Ada Owner", email: "ada@example.test", created_at: now, updated_at: now };
  await sql`insert into users ${sql({ id: userId, role: "EvOwner", status: "Active", ...person })}`;
  const old = (type: string, payload: object, columns: object = {}) => {
    const row = { id: newId(), at: now, type, next_attempt_at: now, ...columns };
    return sql`insert into outbox_events ${sql({ ...row, payload: JSON.stringify(payload) })}`;
  };
  await old("owner.registered", { userId, ownerId: userId }, { delivered_at: now });
  await old("user.deactivated", { userId }, { attempts: 2, last_error: "no link" });
  await old("user.reactivated", { userId });
  const given = { attempts: 8, parked_at: now, last_error: "no words" };
  await old("user.password_changed", { userId }, given);
  await old("setting.changed", { scope: "Platform", names: [] });
  await old("station.changed", { stationId: userId }, { delivered_at: now });

  await migrate(url);

  const ctx = makeContext({
    db,
    actor: jobActor("outbox"),
    clock: systemClock,
    config: testConfig,
  });
  const admin = { ...ctx, actor: await makeUser(db, "SystemAdmin") };
  const open = async () =>
    (await listDeliveries(admin, { page: 1, limit: 10, sort: "at" })).items.map((one) => [
      one.type,
      one.subject,
      one.state,
      one.attempts,
      one.lastError,
    ]);
  const subject = `user/${userId}`;
  const parked = ["user.password_changed", subject, "Parked", 8, "no words"];
  expect(await open()).toEqual([
    ["user.deactivated", subject, "Waiting", 2, "no link"],
    ["user.reactivated", subject, "Waiting", 0, null],
    parked,
  ]);
  await publishEvent(ctx, {
    type: "user.deactivated",
    payload: { userId, ownerId: userId, reason: null },
  });
  expect(await deliverEvents(ctx)).toEqual({ delivered: 3, failed: 0 });
  expect(await open()).toEqual([parked]);
  const mails = await sql`select kind from messages order by id`;
  expect(mails.map(({ kind }) => kind as string)).toEqual([
    "AccountDeactivated",
    "AccountReactivated",
    "AccountDeactivated",
  ]);
  const events =
    await sql`select position::int, type, subject from outbox_events order by position`;
  expect(events.map(({ position }) => position as number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  // What was told stands in the inbox, too, and apps hear of it.
  expect(new Set(events.slice(7).map(({ type }) => type as string))).toEqual(
    new Set(["inbox.changed"]),
  );
  expect(events[4]?.subject).toBe("scope/00000000-0000-0000-0000-000000000000");
});
