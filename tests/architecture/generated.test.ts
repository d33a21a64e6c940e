import { expect, test } from "vitest";

import { generatedFiles, staleFiles } from "@/scripts/parts/generated";
import { withSettings } from "@/scripts/parts/generated/env-example";

const files = await generatedFiles();

test("what a program writes is as it would write it now: otherwise `npm run generate`", () => {
  expect(Object.keys(files).length).toBeGreaterThan(15);
  expect(staleFiles(files)).toEqual([]);
});

test("a file that says something else is stale, so is one that is not there, and one too many", () => {
  const index = "components/i18n/messages/en/index.ts";
  const missing = "components/i18n/messages/xx/index.ts";
  const { [index]: _, ...others } = files;
  expect(staleFiles({ ...others, ".env.example": "PORT=\n", [missing]: "" })).toEqual([
    ".env.example",
    missing,
    index,
  ]);
});

test("the settings' part of .env.example is written anew, and the rest of it kept", () => {
  const written = withSettings("# Port.\n# PORT=3000\n\n# ── Defaults of settings ──\n# OLD=1\n");
  expect(written).toMatch(/^# Port\.\n# PORT=3000\n\n# ── Defaults of settings ─+\n/);
  expect(written).toContain("# How many days ahead a booking may start.\n# MAX_DAYS_AHEAD=7\n");
  expect(written).not.toContain("OLD");
  expect(() => withSettings("# PORT=3000\n")).toThrow("has no heading");
});
