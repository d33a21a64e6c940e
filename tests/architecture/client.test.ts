import { describe, expect, test } from "vitest";

import { clientWords } from "../support/architecture/client-checks";
import { projectOf, readProject } from "../support/architecture/project";

test("no browser downloads the words of all rooms", () => {
  expect(clientWords(readProject())).toEqual([]);
});

describe("the check sees what is planted", () => {
  const house = {
    "app/admin/actions.ts": '"use server";\nimport { x } from "@/lib/words";',
    "components/a/form.tsx": '"use client";\nimport { x } from "./field";',
    "components/a/frame.tsx": 'import { x } from "@/lib/words";',
    "lib/charging/bookings/words.ts": "",
    "lib/core/permissions.ts": 'export { x } from "@/lib/words";',
    "lib/words/index.ts": "",
    "lib/words/say.ts": "",
  };
  const said = (code: string) =>
    clientWords(projectOf({ ...house, "components/a/field.tsx": code }));

  test.for([
    ['import { x } from "@/lib/words";'],
    ['import { x } from "@/lib/core/permissions";'],
    ['import { x } from "@/lib/charging/bookings/words";'],
    ['import { sayIn } from "@/lib/words/say";'],
    ['const x = await import("./frame");'],
  ])("%s", ([code = ""]) => {
    expect(said(code)).toEqual([
      expect.stringContaining("components/a/form.tsx → components/a/field.tsx → "),
    ]);
  });

  test("a type is gone by then, and an action stays on the server", () => {
    expect(said('import type { X } from "@/lib/words";')).toEqual([]);
    expect(said('import { x } from "@/app/admin/actions";')).toEqual([]);
  });
});
