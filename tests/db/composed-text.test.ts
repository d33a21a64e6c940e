import { readdirSync, readFileSync } from "node:fs";

import { expect, it } from "vitest";

import { root } from "@/scripts/parts/paths";

import { testDatabase } from "../support/database";
import { makeBusiness, makeStation } from "../support/world";

const { db, sql } = await testDatabase();
const file = readdirSync(root("db/migrations")).find((name) => /composed-text/.test(name)) ?? "";

it("F17: composes what was stored decomposed, and leaves a key that another has", async () => {
  const { id: businessId } = await makeBusiness(db, "Cafe\u0301 Power");
  const imported = { source: "afdc", amenities: ["Cafe\u0301", "WC"] };
  const one = await makeStation(db, businessId, {
    name: "Cafe\u0301",
    sourceId: "e\u0301",
    ...imported,
  });
  const twin = await makeStation(db, businessId, { name: "Pier", sourceId: "é", ...imported });
  const alone = await makeStation(db, businessId, { sourceId: "u\u0308", ...imported });
  await sql.begin(async (tx) => {
    const text = readFileSync(root(`db/migrations/${file}`), "utf8");
    for (const statement of text.split("--> statement-breakpoint")) await tx.unsafe(statement);
  });
  const rows = await sql`select id, name, source_id, amenities from stations`;
  const of = (id: string) => rows.find((row) => row.id === id);
  expect(of(one.id)).toMatchObject({
    name: "Café",
    source_id: "e\u0301",
    amenities: ["Café", "WC"],
  });
  expect(of(twin.id)).toMatchObject({ name: "Pier", source_id: "é" });
  expect(of(alone.id)).toMatchObject({ source_id: "ü" });
  expect(await sql`select name from businesses`).toMatchObject([{ name: "Café Power" }]);
});
