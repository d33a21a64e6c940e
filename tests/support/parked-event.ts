import { outboxDeliveries, outboxEvents } from "@/db/schema/outbox";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";

import { testStart } from "./world";

/** An event that was given up for the subscriber after eight tries, inserted as it is; answers its id. */
export async function parkedEvent(
  db: Db,
  { subscriber, id = newId(), at = testStart }: { subscriber: string; id?: string; at?: Date },
): Promise<string> {
  const subject = "user/0199f3a0-0000-7000-8000-000000000016";
  const [event] = await db
    .insert(outboxEvents)
    .values({
      id,
      at,
      type: "user.password_changed",
      subject,
      payload: { userId: subject.slice("user/".length) },
    })
    .returning();
  await db.insert(outboxDeliveries).values({
    eventId: id,
    subscriber,
    position: event?.position ?? 0,
    subject,
    attempts: 8,
    nextAttemptAt: at,
    parkedAt: at,
    lastError: "The receiver is away.",
  });
  return id;
}
