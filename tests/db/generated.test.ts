import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";

import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { expect, test } from "vitest";

const files = readdirSync("db/schema").map((name) => resolve("db/schema", name));
const modules = await Promise.all(
  files.map((file) => import(file) as Promise<Record<string, unknown>>),
);

test("the migrations make the tables as they are written: there is nothing left to generate", async () => {
  const newest = readdirSync("db/migrations/meta")
    .filter((name) => name.endsWith("_snapshot.json"))
    .toSorted()
    .at(-1);
  const before = JSON.parse(readFileSync(`db/migrations/meta/${newest}`, "utf8"));
  const now = generateDrizzleJson(Object.assign({}, ...modules), before.id);
  expect(await generateMigration(before, now)).toEqual([]);
});
