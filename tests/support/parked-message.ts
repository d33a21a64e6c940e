import { messages } from "@/db/schema/notifications";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";

import { testStart } from "./world";

/** A message that was given up after eight tries, inserted as it is; answers its id. */
export async function parkedMessage(db: Db, id: string = newId()): Promise<string> {
  await db.insert(messages).values({
    id,
    eventId: newId(),
    channel: "Email",
    recipient: "ada@example.test",
    kind: "PasswordChanged",
    locale: "en",
    values: { name: "Ada", baseUrl: "http://baybook.test" },
    status: "Parked",
    attempts: 8,
    nextAttemptAt: testStart,
    lastError: "try later",
    createdAt: testStart,
  });
  return id;
}
