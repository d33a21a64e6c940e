import { eq } from "drizzle-orm";
import { expect, it } from "vitest";

import { notificationChannels } from "@/db/schema/inbox";
import { anonymous } from "@/lib/core/actor";
import { endEmails, readUnsubscribe } from "@/lib/insight/inbox";
import { findReceivers } from "@/lib/insight/inbox/find-receivers";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { makeUser, testConfig } from "../../../support/world";

const { db } = await testDatabase();
const nobody = makeContext({ db, actor: anonymous, config: testConfig });

it("a message's link says whether it is anybody's before anything ends, and ends nothing by it", async () => {
  const { userId } = await makeUser(db, "EvOwner");
  await findReceivers(nobody, [userId]);
  const channels = () =>
    db.select().from(notificationChannels).where(eq(notificationChannels.userId, userId));
  const [before] = await channels();
  const key = String(before?.unsubscribeKey);
  const topic = "bookingReminder" as const;
  expect(await readUnsubscribe(nobody, { key, topic })).toEqual({ topic, isOurs: true });
  expect(await readUnsubscribe(nobody, { key: "nobodys", topic })).toMatchObject({ isOurs: false });
  expect(await readUnsubscribe(nobody, { key: key.slice(1), topic })).toMatchObject({
    isOurs: false,
  });
  expect(await channels()).toEqual([before]);
  // What it says is what the click says.
  await expect(endEmails(nobody, { key: "nobodys", topic })).rejects.toMatchObject({
    code: "unsubscribe.invalid",
  });
  await endEmails(nobody, { key, topic });
  expect(await readUnsubscribe(nobody, { key, topic })).toMatchObject({ isOurs: true });
});
