import { devices, notificationChannels, pushSubscriptions } from "@/db/schema/inbox";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { sample } from "@/lib/words";

import { makeBrowser } from "../../../support/browser-ring";
import { makeNotification } from "../../../support/notification";
import { now } from "./morning";

/** A notification, a browser and an app of the owner's. */
export async function make(db: Db): Promise<void> {
  const userId = sample.ownerId;
  await makeNotification(db, userId, { id: sample.notificationId, createdAt: now });
  const { unsubscribeKey } = sample;
  await db.insert(notificationChannels).values({ userId, unsubscribeKey });
  await db.insert(pushSubscriptions).values({
    id: newId(),
    userId,
    endpoint: "https://push.example/sample",
    ...makeBrowser().keys,
    createdAt: now,
  });
  await db.insert(devices).values({
    id: sample.deviceId,
    userId,
    deviceId: "sample",
    tokenHash: "sample",
    tokenSealed: "sample",
    platform: "ios",
    createdAt: now,
    seenAt: now,
  });
}
