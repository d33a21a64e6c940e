import { expect, test } from "vitest";

import { generatedFiles, isStale } from "@/scripts/parts/generated";
import { withSettings } from "@/scripts/parts/generated/env-example";

test("what a program writes is as it would write it now: otherwise `npm run generate`", async () => {
  const files = Object.entries(await generatedFiles());
  expect(files.length).toBeGreaterThan(1);
  expect(files.filter(([path, text]) => isStale(path, text)).map(([path]) => path)).toEqual([]);
});

test("a file that says something else is stale, and one that is not there", () => {
  expect(isStale(".env.example", "DATABASE_URL=\n")).toBe(true);
  expect(isStale("components/i18n/messages/xx/index.ts", "")).toBe(true);
});

test("the settings' part of .env.example is written anew, and the rest of it kept", () => {
  const written = withSettings("# Port.\n# PORT=3000\n\n# ── Defaults of settings ──\n# OLD=1\n");
  expect(written).toMatch(/^# Port\.\n# PORT=3000\n\n# ── Defaults of settings ─+\n/);
  expect(written).toContain("# How many days ahead a booking may start.\n# MAX_DAYS_AHEAD=7\n");
  expect(written).not.toContain("OLD");
  expect(() => withSettings("# PORT=3000\n")).toThrow("has no heading");
});
