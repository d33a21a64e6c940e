import { afterAll, expect, test } from "vitest";

import { createDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { newId } from "@/lib/core/ids";
import { listMessages } from "@/lib/insight/notifications";
import { makeContext } from "@/lib/process/wiring";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { goBackBefore } from "../support/old-database";
import { makeUser, testConfig } from "../support/world";

const url = await createTestDatabase();
const { db, sql, close } = createDatabase(url);
afterAll(async () => {
  await close();
  await dropTestDatabase(url);
});

test("messages from before keep the words that they were written in, those that were sent what they were about", async () => {
  await goBackBefore("_messages-by-kind", url);
  const now = new Date().toISOString();
  const old = (status: string, body: string) =>
    sql`insert into messages ${sql({
      id: newId(),
      event_id: newId(),
      channel: "Email",
      recipient: "ada@example.test",
      subject: "Choose a new password",
      body,
      status,
      next_attempt_at: now,
      created_at: now,
    })}`;
  await old("Sent", "");
  await old("Kept", 'Hello "Ada",\n\nhere it is.');

  await migrate(url);

  const admin = await makeUser(db, "SystemAdmin");
  const ctx = makeContext({ db, actor: admin, config: testConfig });
  const { items } = await listMessages(ctx, { page: 1, limit: 10 });
  expect(items.map(({ status, subject, body }) => ({ status, subject, body }))).toEqual([
    { status: "Kept", subject: "Choose a new password", body: 'Hello "Ada",\n\nhere it is.' },
    { status: "Sent", subject: "Choose a new password", body: null },
  ]);
});
