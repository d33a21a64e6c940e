import { afterAll } from "vitest";

import { createDatabase, type Database, type DatabaseOptions } from "@/db/client";

import { createTestDatabase, dropTestDatabase } from "./cluster";

export interface TestDatabase extends Database {
  readonly url: string;
}

/**
 * A fresh, migrated, empty database for the calling test file, dropped when the file is done. On a machine that is busy
 * with other tests a second's silence is no sign that it hangs: it is waited for as by a command.
 * Call it at the top of the file: `const { db } = await testDatabase();`.
 */
export async function testDatabase(options: DatabaseOptions = {}): Promise<TestDatabase> {
  const url = await createTestDatabase();
  const database = createDatabase(url, { work: "command", ...options });
  afterAll(async () => {
    await database.close();
    await dropTestDatabase(url);
  });
  return { ...database, url };
}
