import { afterAll, expect, test } from "vitest";

import { createDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { anonymous } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { makeContext } from "@/lib/process/wiring";
import { readContent } from "@/lib/records/content";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { goBackBefore } from "../support/old-database";
import { testConfig } from "../support/world";

const url = await createTestDatabase();
const { db, sql, close } = createDatabase(url);
afterAll(async () => {
  await close();
  await dropTestDatabase(url);
});
const read = (kind: "faq" | "terms-of-service", settings = {}) =>
  readContent(makeContext({ db, actor: anonymous, config: { ...testConfig, settings } }), {
    kind,
  });

test("first texts that somebody may have read keep their terms' numbers; the others follow the settings", async () => {
  await goBackBefore("_first-content", url);
  const now = new Date().toISOString();
  const platform = "00000000-0000-0000-0000-000000000000";
  await sql`
    insert into settings (scope, scope_id, name, value, updated_at)
    values ('Platform', ${platform}, 'changeCutoffMinutes', '100', now())`;
  await sql`insert into users ${sql({
    id: newId(),
    role: "SystemAdmin",
    email: "ada@example.test",
    name: "Ada",
    created_at: now,
    updated_at: now,
  })}`;
  await migrate(url);
  await sql`delete from settings`;
  expect((await read("terms-of-service")).markdown).toContain("until 100 minutes before the start");
  expect((await read("faq")).markdown).toContain("until 12 hours before the start");
  expect((await read("faq", { changeCutoffMinutes: 90 })).markdown).toContain("until 90 minutes");
});

test("a new database's say what its process is set to", async () => {
  await goBackBefore("_first-content", url);
  await migrate(url);
  const { markdown } = await read("terms-of-service", { changeCutoffMinutes: 1440 });
  expect(markdown).toContain("until 24 hours before the start");
});
