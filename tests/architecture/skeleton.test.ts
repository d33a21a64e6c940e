import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { readCatalogue } from "@/scripts/parts/generated/catalogues";
import { root } from "@/scripts/parts/paths";

import { keysOf } from "../support/architecture/catalogue-checks";

// A language that nobody speaks, in a folder that goes again.
const folder = mkdtempSync(join(tmpdir(), "messages-"));
afterAll(() => rmSync(folder, { recursive: true }));
const generate = () =>
  execFileSync(
    process.execPath,
    ["--import", "tsx", root("scripts/generate-messages.ts"), "xx", folder],
    { cwd: root() },
  );

test("a language's files have every word of the English ones, the rules' too", () => {
  generate();
  expect(readCatalogue("xx", folder)).toEqual(readCatalogue("en"));
  expect(keysOf(readCatalogue("xx", folder).bookings ?? {})).toEqual(
    expect.arrayContaining(["rules.refusals.booking.in_past", "rules.settings.leadMinutes"]),
  );
});

test("what a language says is kept when it is written anew, and what is said no more is not", () => {
  const mine = { bookingStatus: { Pending: "Xx", Gone: "Xx" } };
  writeFileSync(join(folder, "xx/bookings.json"), JSON.stringify(mine));
  generate();
  expect(readCatalogue("xx", folder).bookings?.bookingStatus).toMatchObject({
    Pending: "Xx",
    Approved: "Approved",
  });
  expect(keysOf(readCatalogue("xx", folder).bookings ?? {})).not.toContain("bookingStatus.Gone");
});
