import { describe, expect, test } from "vitest";

import * as checks from "../support/architecture/permission-checks";
import { type Check, projectOf, readProject } from "../support/architecture/project";

describe("the project as it is", () => {
  const project = readProject();
  test.for(Object.entries(checks))("%s", ([, check]) => expect(check(project)).toEqual([]));
});

const byName: Record<string, Check> = { ...checks };
const said = (check: keyof typeof checks, path: string, code: string) =>
  byName[check]?.(projectOf({ "lib/core/permissions.ts": "", [path]: code }));

describe("the checks see what is planted", () => {
  const step = "lib/charging/bookings/close-due.ts";

  test.for([
    "move(row as Authorized<Booking>);",
    "move(row as unknown as Authorized<Booking>);",
    "move(rows as Authorized<Booking>[]);",
    "move(<Authorized<Booking>>row);",
  ])("something that is said to be authorized: %s", (code) => {
    for (const path of [step, "app/a/actions.ts", "lib/http/a.ts"]) {
      expect(said("madeByAuthorize", path, code)).toHaveLength(1);
    }
    expect(said("madeByAuthorize", "lib/core/permissions.ts", code)).toEqual([]);
  });

  test("not what was authorized, nor another cast", () => {
    const code = "function move(row: Authorized<Booking>) { return row as Booking; }";
    expect(said("madeByAuthorize", step, code)).toEqual([]);
  });

  test.for([
    "if (ctx.actor.kind === 'Job') skip();",
    "if (actor['kind'] === 'User') skip();",
    "const { kind } = ctx.actor;",
    "const { kind: who } = actor;",
    "switch (actor.kind) { case 'Job': skip(); }",
  ])("a room that asks what the actor is: %s", (code) => {
    expect(said("actorKinds", step, code)).toHaveLength(1);
    expect(said("actorKinds", "lib/records/audit/record-audit.ts", code)).toEqual([]);
    expect(said("actorKinds", "lib/core/actor.ts", code)).toEqual([]);
  });

  test("not another thing's kind", () => {
    expect(
      said("actorKinds", step, "if (claim.kind === 'Slot') skip(); const { kind } = a;"),
    ).toEqual([]);
  });

  test.for([
    'import { authorize } from "@/lib/core/permissions";',
    'import { scopeOf as reach } from "@/lib/core/permissions";',
    'import * as permissions from "@/lib/core/permissions";',
  ])("a page that asks itself: %s", (code) => {
    expect(said("askedOnce", "app/admin/page.tsx", code)).toHaveLength(1);
    expect(said("askedOnce", "lib/http/a.ts", code)).toEqual([]);
  });

  test("not a page that narrows its context", () => {
    const code = 'import { asHolder, type Permission } from "@/lib/core/permissions";';
    expect(said("askedOnce", "app/admin/page.tsx", code)).toEqual([]);
  });
});
