import { seedDemo } from "@/db/seed";

import { createTestDatabase } from "../support/cluster";
import { testEnvironment } from "../support/server";

/** The address of a new database with the demo's data, to be copied. */
export async function demoTemplate(): Promise<string> {
  const template = await createTestDatabase();
  const env = { ...testEnvironment(template, "http://localhost"), BAYBOOK_DEMO: "1" };
  await seedDemo({ databaseUrl: template, env, log: () => {} });
  return template;
}
