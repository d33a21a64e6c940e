import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";
import { z } from "zod";

import { together } from "@/components/i18n/together";
import { fieldKey, translate } from "@/lib/http/translate-refusal";
import { errorTable, settingNames } from "@/lib/words";
import type { RefusalRow } from "@/lib/words/refusals";
import { readCatalogue } from "@/scripts/parts/generated/catalogues";
import { fieldWords, sentencesIn } from "@/scripts/parts/generated/field-words";
import { spellRefusal } from "@/scripts/parts/generated/skeleton";
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
generate();
const files = readCatalogue("xx", folder);
const all = together(...Object.values(files)) as { rules: Record<string, object> };

test("a language's files have every word of the pages, and every rule's, in the file of its room", () => {
  const english = keysOf(together(...Object.values(readCatalogue("en"))));
  const keys = keysOf(together(...Object.values(files)));
  expect(keys.filter((key) => !key.startsWith("rules.")).toSorted()).toEqual(english.toSorted());
  for (const code of Object.keys(errorTable)) expect(keys).toContain(`rules.refusals.${code}`);
  expect(Object.keys(all.rules.settings ?? {}).toSorted()).toEqual([...settingNames].toSorted());
  expect(keysOf(files.bookings ?? {})).toEqual(
    expect.arrayContaining(["rules.refusals.booking.in_past", "rules.settings.leadMinutes"]),
  );
  expect(all.rules.fields).toMatchObject({
    "use-15-to-240-minutes": "Use 15 to 240 minutes.",
    "use-12-digits-or-9-digits-followed-by-v-or-x":
      "Use 12 digits, or 9 digits followed by V or X.",
    "there-is-no-such-field-here": "There is no such field here.",
  });
});

test.for(Object.entries<RefusalRow>(errorTable))("%s says its values there too", ([code, row]) => {
  const names = new Set<string>();
  const message = spellRefusal(row, (name) => {
    names.add(name);
    return `‹${name}›`;
  });
  const details = Object.fromEntries([...names].map((name) => [name, `‹${name}›`]));
  expect(translate({ code, message: "", errors: [], details }, "xx", all).message).toBe(message);
});

test("what a language says is kept when it is written anew, and what is said no more is not", () => {
  const mine = { bookingStatus: { Pending: "Xx", Gone: "Xx" } };
  writeFileSync(join(folder, "xx/bookings.json"), JSON.stringify(mine));
  generate();
  expect(readCatalogue("xx", folder).bookings?.bookingStatus).toMatchObject({
    Pending: "Xx",
    Approved: "Confirmed",
  });
  expect(keysOf(readCatalogue("xx", folder).bookings ?? {})).not.toContain("bookingStatus.Gone");
});

test("what a schema says is wrong is found however deep it stands, and what zod says is not", () => {
  const day = z.string().regex(/^\d+$/, "Digits alone.").max(3);
  const schema = z
    .object({ days: z.array(day.optional()).min(1, { error: "One day." }), kind: z.enum(["A"]) })
    .refine(() => true, "Both or neither.")
    .transform((value) => value);
  const found = fieldWords([schema]);
  expect(found.toSorted()).toEqual(["Both or neither.", "Digits alone.", "One day."]);
  expect(sentencesIn('add("This date stands twice.", "twice")')).toEqual([
    "This date stands twice.",
  ]);
  expect(found.map(fieldKey)).toContain("digits-alone");
});
