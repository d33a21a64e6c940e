import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";

import { notifications } from "@/db/schema/inbox";
import { startWatch } from "@/lib/jobs/start-watch";
import { setProcessContext } from "@/lib/process/context";

import { testDatabase } from "../support/database";
import { minutes, testClockAt } from "../support/test-clock";
import { makeUser, testConfig, testStart } from "../support/world";

const { db } = await testDatabase();
const clock = testClockAt(testStart);
const { userId } = await makeUser(db, "SystemAdmin");
let end = () => {};
afterEach(() => end());

const told = async () =>
  (await db.select().from(notifications).where(eq(notifications.userId, userId))).map(
    ({ kind, values }) => [kind, values.startsAt],
  );

it("a web process looks by itself, again and again, begins anew where it could not, and tells once", async () => {
  let looks = 0;
  let isAway = false;
  const watched = new Proxy(db, {
    get(target, name, receiver) {
      if (name === "select") looks += 1;
      if (name === "select" && isAway) {
        throw Object.assign(new Error("away"), { code: "ECONNREFUSED" });
      }
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  setProcessContext({ db: watched, clock, config: testConfig });
  end = startWatch(20);
  // Asked for again, as Next may.
  startWatch(20);
  const later = async () => {
    const before = looks;
    await expect.poll(() => looks).toBeGreaterThan(before + 4);
  };
  const minute = async () => {
    clock.advance(minutes(1));
    await later();
  };
  await later();
  await minute();
  await minute();
  isAway = true;
  await minute();
  await minute();
  isAway = false;
  // No worker could say that it lives: its three minutes begin with the database's return.
  const back = clock.real();
  await later();
  await minute();
  await minute();
  expect(await told()).toEqual([]);
  await minute();
  expect(await told()).toEqual([["WorkerSilent", back.toISOString()]]);
  await minute();
  expect(await told()).toHaveLength(1);
  end();
  // What is under way ends.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const ended = looks;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(looks).toBe(ended);
});
