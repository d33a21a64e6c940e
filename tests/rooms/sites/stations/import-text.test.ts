import { eq } from "drizzle-orm";
import { expect, it } from "vitest";

import { stations } from "@/db/schema/stations";
import { importStations } from "@/lib/sites/stations";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { makeUser, testConfig, testStart } from "../../../support/world";

const { db } = await testDatabase();
const ctx = makeContext({
  db,
  actor: await makeUser(db, "SystemAdmin"),
  clock: fileClock(testStart),
  config: testConfig,
});

/** An OCPI file of one location; JSON's escapes are kept as they are written. */
const fileOf = (id: string, name: string) =>
  `[{"country_code":"NL","party_id":"TST","id":"${id}","name":"${name}","address":"Kade 1","city":"Tiel",
  "country":"NLD","coordinates":{"latitude":"51.887654","longitude":"5.434321"},"time_zone":"Europe/Amsterdam",
  "evses":[{"uid":"1","status":"AVAILABLE","connectors":[{"id":"1","standard":"IEC_62196_T2","format":"SOCKET",
  "power_type":"AC_3_PHASE","max_voltage":230,"max_amperage":16}]}]}]`;

it.each([
  [
    "F2: an emoji at the 160th character is cut before or after it",
    "emoji",
    `${"x".repeat(159)}\\ud83d\\ude00 end`,
    `${"x".repeat(159)}😀`,
  ],
  ["F2: half an emoji is told as what it is", "half", "Kade \\ud83d half", "Kade \ufffd half"],
  [
    "F14, F17: strays go, letters are composed",
    "pasted",
    "\\u202aCafe\\u0301\\u202c \\u200b",
    "Café",
  ],
])("%s, and a second run changes nothing", async (_, id, written, stored) => {
  const source = fileOf(id, written);
  const first = await importStations(ctx, { source });
  expect(first.counts).toMatchObject({ created: 1, refused: 0 });
  const second = await importStations(ctx, { source });
  expect(second.counts).toMatchObject({ created: 0, updated: 0, unchanged: 1, refused: 0 });
  const [row] = await db
    .select()
    .from(stations)
    .where(eq(stations.sourceId, `NL*TST*${id}`));
  expect(row?.name).toBe(stored);
});

it("F15: a name that shows nothing is none", async () => {
  const report = await importStations(ctx, { source: fileOf("blank", "\\u200b") });
  expect(report.rows).toMatchObject([{ outcome: "refused", code: "row_no_name" }]);
});

it("A8: a text that says how long it is refuses its row, and the rest is read", async () => {
  const [sound] = JSON.parse(fileOf("sound", "Sound")) as [object];
  const odd = { ...sound, name: "x \ud83d", id: { length: { toString: 1 } } };
  const report = await importStations(ctx, { source: JSON.stringify([odd, sound]) });
  expect(report.counts).toMatchObject({ created: 1, refused: 1 });
});
