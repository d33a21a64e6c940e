import { describe, expect, test } from "vitest";

import { projectOf, readProject } from "../support/architecture/project";
import { useCases } from "../support/architecture/use-case-checks";

test("every use case of the project asks for a permission", () => {
  expect(useCases(readProject())).toEqual([]);
});

const imports = `import { asHolder, authorize, openTo, permits, scopeOf } from "@/lib/core/permissions";
import { getOwn, getAny } from "./get-booking";
import { readStation } from "@/lib/sites/stations/inside";
import { inTransaction } from "@/lib/core/context";
import { insertA, lockA } from "./store";
import { addA } from "@/lib/records/audit/inside";
import { keepA } from "./keep-booking";
`;

/** What the check says of a room whose index exports `f` with this code. */
function said(code: string, index = 'export { f } from "./read-booking";') {
  return useCases(
    projectOf({
      "lib/core/permissions.ts": "",
      "lib/core/context.ts": "",
      "lib/records/audit/inside.ts": 'export { add as addA } from "./add-audit";',
      "lib/records/audit/add-audit.ts":
        'import { insertA } from "./store";\nexport const add = (ctx) => insertA(ctx);',
      "lib/records/audit/store.ts": "export const insertA = (ctx) => ctx.db.insert(audits);",
      "lib/charging/bookings/store.ts":
        "export const lockA = (ctx) => ctx.db.select();\nexport const insertA = (ctx) => ctx.db.execute(sql`update ${bookings} set a = 1`);",
      "lib/charging/bookings/keep-booking.ts":
        'import { insertA } from "./store";\nexport async function keepA(ctx) { await insertA(ctx); }',
      "lib/sites/stations/inside.ts": 'export { readStation } from "./read-station";',
      "lib/sites/stations/read-station.ts":
        'import { scopeOf } from "@/lib/core/permissions";\nexport function readStation(ctx) { scopeOf(ctx, "station.read"); }',
      "lib/charging/bookings/index.ts": index,
      "lib/charging/bookings/get-booking.ts":
        'import { authorize } from "@/lib/core/permissions";\nexport const getOwn = async (ctx, p, id) => authorize(ctx, p, id, "x.not_found");\nexport function getAny(ctx, id) { return id; }',
      "lib/charging/bookings/read-booking.ts": imports + code,
    }),
  );
}

describe("a use case asks", () => {
  test.for([
    ['export async function f(ctx) { authorize(ctx, "booking.read", {}, "booking.not_found"); }'],
    ['export function f(ctx) { openTo(ctx, "station.read"); }'],
    ['export const f = (ctx) => find(scopeOf(ctx, "booking.read"));'],
    ["export async function f(ctx, p) { const scope = scopeOf(ctx, p); return scope; }"],
    ['export const f = (ctx) => asHolder(ctx, "booking.read").actor.role;'],
    ['export const f = (ctx, id) => getOwn(ctx, "booking.read", id);'],
    [
      "export function f(ctx) { return g(ctx); }\nfunction g(ctx) { scopeOf(ctx, 'booking.read'); }",
    ],
    [
      "export const f = (ctx) => inTransaction(ctx, async (ctx) => getOwn(ctx, 'booking.read', 1));",
    ],
    ["export const f = (ctx, ids) => Promise.all(ids.map((id) => getOwn(ctx, 'a.read', id)));"],
    ["export const f = (ctx, a) => { if (a) getOwn(ctx, 'a.b', a); else scopeOf(ctx, 'a.b'); };"],
    ["export const f = (ctx, a) => { if (!a) throw new Error('x'); scopeOf(ctx, 'a.b'); };"],
    ["export const f = (ctx) => { try { scopeOf(ctx, 'a.b'); } catch (e) { note(e); throw e; } };"],
    ["export const f = (ctx) => { try { scopeOf(ctx, 'a.b'); } finally { note(); } };"],
    [
      "export const f = async (ctx) => { await lockA(ctx); scopeOf(ctx, 'a.b'); await insertA(ctx); };",
    ],
    ["export const f = (ctx) => { scopeOf(ctx, 'a.b'); other({ ...ctx, actor: 1 }); };"],
  ])("%s", ([code = ""]) => expect(said(code)).toEqual([]));
});

describe("a use case that does not is seen", () => {
  test.for([
    ["export async function f(ctx, id) { return getAny(ctx, id); }", "nothing asks"],
    ["export function f(ctx) { return permits(ctx, 'booking.read'); }", "a question, no demand"],
    ["export function f(ctx) { scopeOf(ctx); }", "no permission is named"],
    ["export function f(ctx, all) { if (all) scopeOf(ctx, 'booking.read'); }", "only sometimes"],
    ["export const f = (ctx, all) => all && scopeOf(ctx, 'booking.read');", "only sometimes"],
    ["export const f = (ctx, all) => (all ? scopeOf(ctx, 'a.b') : null);", "only sometimes"],
    ["export const f = (ctx, a) => { if (a) return a; scopeOf(ctx, 'a.b'); };", "returned before"],
    ["export const f = (ctx, ids) => { for (const id of ids) getOwn(ctx, 'a.b', id); };", "if any"],
    ["export const f = (ctx) => readStation(ctx);", "another room's permission"],
    ["export const f = (ctx) => { const g = () => scopeOf(ctx, 'a.b'); };", "never called"],
    [
      "export function f(ctx) { return g(ctx); }\nfunction g(ctx) { return f(ctx); }",
      "in a circle",
    ],
    ["export const f = (ctx) => { try { scopeOf(ctx, 'a.b'); } catch {} };", "it is swallowed"],
    ["export const f = (ctx) => { try { scopeOf(ctx, 'a.b'); } catch { return; } };", "swallowed"],
    [
      "export const f = (ctx) => { try { scopeOf(ctx, 'a.b'); } catch (e) { if (e.x) throw e; } };",
      "perhaps swallowed",
    ],
    ["export const f = (ctx) => { try { scopeOf(ctx, 'a.b'); } finally { return 1; } };", "undone"],
    ["export const f = (ctx) => getOwn(ctx, 'a.b', 1).catch(() => null);", "swallowed"],
    ["export const f = (ctx) => getOwn(ctx, 'a.b', 1).then(other, other);", "swallowed"],
    ["export const f = (ctx) => Promise.allSettled([getOwn(ctx, 'a.b', 1)]);", "swallowed"],
    ["export const f = (ctx) => { void getOwn(ctx, 'a.b', 1); };", "nobody waits"],
    ["export const f = (ctx) => scopeOf({ ...ctx, actor: admin }, 'a.b');", "another's context"],
    ["export const f = (given) => scopeOf(given, 'a.b');", "a context by another name"],
    ["export const f = (x) => { const ctx = { ...x }; scopeOf(ctx, 'a.b'); };", "a made-up one"],
    ["export const f = (ctx) => { ctx = admins; scopeOf(ctx, 'a.b'); };", "a made-up one"],
    ["export const f = (ctx) => getOwn({ ...ctx, actor: admin }, 'a.b', 1);", "passed on made up"],
    [
      "export const f = (ctx) => inTransaction(admins, async (ctx) => getOwn(ctx, 'a.b', 1));",
      "made up by a callback",
    ],
    ["export const f = async (ctx) => { await insertA(ctx); scopeOf(ctx, 'a.b'); };", "wrote"],
    ["export const f = async (ctx) => { await keepA(ctx); scopeOf(ctx, 'a.b'); };", "wrote behind"],
    ["export const f = async (ctx) => { await addA(ctx); scopeOf(ctx, 'a.b'); };", "wrote afar"],
    [
      "export const f = (ctx) => inTransaction(ctx, async (ctx) => { await insertA(ctx); scopeOf(ctx, 'a.b'); });",
      "wrote before, within",
    ],
    ["export const f = async (ctx) => scopeOf(ctx, await insertA(ctx));", "wrote on the way"],
    ["export const f = (ctx) => ask(ctx, 'a.b');\nfunction ask(ctx, p) {}", "not the real one"],
  ])("%s: %s", ([code = ""]) => {
    expect(said(code)).toEqual(["lib/charging/bookings/read-booking.ts: f asks for no permission"]);
  });

  test("in an index that exports something else", () => {
    const code = "export const f = 3;\nexport interface G {}";
    const index = "lib/charging/bookings/index.ts";
    expect(said(code)).toEqual([`${index}: f is no function`]);
    expect(said(code, 'export { type G } from "./read-booking";')).toEqual([]);
    expect(said(code, 'export type { G } from "./read-booking";')).toEqual([]);
    expect(said(code, 'export * from "./read-booking";')).toEqual([`${index}: names no use case`]);
    expect(said(code, "export const f = () => 3;")).toEqual([
      `${index}: is a list of exports and nothing else`,
    ]);
  });
});
