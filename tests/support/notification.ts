import { notifications } from "@/db/schema/inbox";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";

import { testStart } from "./world";

/** Puts a notification into a person's inbox, as it is; what puts it there is tested in the rooms. */
export async function makeNotification(
  db: Db,
  userId: string,
  row: Partial<typeof notifications.$inferInsert> = {},
): Promise<{ id: string }> {
  const id = row.id ?? newId();
  await db.insert(notifications).values({
    eventId: newId(),
    kind: "AsWritten",
    type: "system",
    values: { title: "Hello", message: "Nothing to do." },
    createdAt: testStart,
    ...row,
    id,
    userId,
  });
  return { id };
}
