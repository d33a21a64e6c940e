import { globSync } from "node:fs";

import { describe, expect, it, vi } from "vitest";

import { endpoints } from "@/app/api/v1/endpoints";
import type { Role, UserActor } from "@/lib/core/actor";
import { permissions, type Permission, type Reach } from "@/lib/core/permissions";
import type { action as declareAction } from "@/lib/http/action";
import { endpointsOf } from "@/lib/http/routes";
import { root } from "@/scripts/parts/paths";

import { cookieFor } from "../../support/sign-in";
import { readRows } from "../authorization/rows";
import { api, roles, setScene, sides, type Side } from "../authorization/scene";
import { rows } from "./rows";

// Next's request scope exists inside Next alone; what it would hand over is set here.
const next = vi.hoisted(() => ({
  headers: new Headers(),
  /** Every action that was declared since its file was begun. */
  declared: [] as { permission: string; run: { name: string } }[],
}));
vi.mock("next-intl/server", () => ({ getMessages: async () => ({}), getLocale: async () => "en" }));
vi.mock("next/headers", () => ({
  headers: async () => next.headers,
  cookies: async () => ({ set: () => {}, getAll: () => [] }),
}));
vi.mock("@/lib/http/action", async (original) => {
  const { action } = await original<{ action: typeof declareAction }>();
  const recording = (declared: Parameters<typeof declareAction>[0]) => {
    const made = action(declared);
    next.declared.push(Object.assign(made, { permission: declared.permission, run: declared.run }));
    return made;
  };
  return { action: recording };
});
vi.stubEnv("NEXTAUTH_SECRET", "test-nextauth-secret-0123456789abcdef");

interface Action {
  readonly name: string;
  readonly permission: Permission;
  readonly send: (input: unknown) => Promise<{ ok: boolean; code?: string }>;
}

/** Every action of every file that declares some, in the order of their declaration. */
async function allActions(): Promise<Action[]> {
  const actions: Action[] = [];
  for (const path of globSync("app/**/*actions.ts", { cwd: root() }).toSorted()) {
    next.declared = [];
    const file = root(path);
    await import(/* @vite-ignore */ file);
    const place = path.replace(/^app\//, "").replace(/\/?-?actions\.ts$/, "");
    const count = new Map<string, number>();
    for (const made of next.declared) {
      const nth = (count.get(made.run.name) ?? 0) + 1;
      count.set(made.run.name, nth);
      actions.push({
        name: `${place} ${made.run.name}${nth > 1 ? ` ${nth}` : ""}`,
        permission: made.permission as Permission,
        send: made as unknown as Action["send"],
      });
    }
  }
  return actions;
}

const actions = await allActions();
const endpointRows = await readRows();
const declarations = new Map(
  endpointsOf(endpoints).map(({ method, path, endpoint }) => [
    `${method} ${path}`,
    endpoint.declaration,
  ]),
);
const isPublic = (permission: Permission) => permissions[permission] === "public";

/** Which sides lie within a reach, said a second time here on purpose. */
const within: Readonly<Record<Reach, readonly Side[]>> = {
  any: ["own", "sibling", "foreign"],
  business: ["own", "sibling"],
  station: ["own"],
  own: ["own"],
};

async function comeAs(user?: UserActor): Promise<void> {
  next.headers = new Headers({ "x-path": "/somewhere" });
  if (!user) return;
  next.headers.set("cookie", await cookieFor(api.db, user));
}

function rowsOf(name: string) {
  const row = rows[name];
  const endpoint = row && endpointRows[row.endpoint];
  if (!row || !endpoint) throw new Error(`${name} has no row in rows.ts, or that no endpoint`);
  return { row, endpoint };
}

/** `role` is whose things they are, where only one's own can be meant. */
async function inputFor(name: string, scene: Awaited<ReturnType<typeof setScene>>, role?: Role) {
  const { row, endpoint } = rowsOf(name);
  const call = await endpoint.call(scene, role);
  const input = row.input?.(call) ?? { ...call.params, ...(call.body as object) };
  // As it comes over the wire: instants are text.
  return JSON.parse(JSON.stringify(input)) as unknown;
}

it("has a row for every server action, and none for what is none", () => {
  expect(Object.keys(rows).toSorted()).toEqual(actions.map(({ name }) => name).toSorted());
});

describe.each(actions)("$name", ({ name, permission }) => {
  it("asks for the permission that its endpoint asks for", () => {
    expect(permission).toBe(declarations.get(rowsOf(name).row.endpoint)?.permission);
  });
});

const [open, gated] = [
  actions.filter(({ permission }) => isPublic(permission)),
  actions.filter(({ permission }) => !isPublic(permission)),
];

it.each(open)("$name is for anyone, with a login or without", async ({ name, send }) => {
  for (const role of [undefined, ...roles]) {
    const scene = await setScene("own");
    await comeAs(role && scene.callers[role]);
    const result = await send(await inputFor(name, scene));
    expect(result.code ?? "done").not.toMatch(/^auth\.|request\.(forbidden|invalid)/);
  }
});

describe.each(gated)("$name", ({ name, permission, send }) => {
  const grants = permissions[permission] as Partial<Record<Role, Reach>>;

  it("asks who it is, before it says anything of the input", async () => {
    await comeAs();
    expect(await send({ nonsense: true })).toMatchObject({ ok: false, code: "auth.required" });
  });

  it("F23: does nothing for a page that another account opened, and says so", async () => {
    const scene = await setScene("own");
    const input = (await inputFor(name, scene)) as object;
    const viewer = scene.owner.userId;
    const form = new FormData();
    for (const [field, value] of Object.entries({ ...input, viewer }))
      form.set(field, String(value));
    for (const role of roles) {
      const user = scene.callers[role];
      if (user.userId === viewer) continue;
      await comeAs(user);
      for (const said of [{ ...input, viewer }, form]) {
        expect(await send(said)).toMatchObject({ ok: false, code: "request.other_account" });
      }
    }
  });

  it.each(roles.filter((role) => !grants[role]))("is not for %s", async (role) => {
    const scene = await setScene("own");
    const input = await inputFor(name, scene);
    await comeAs(scene.callers[role]);
    for (const said of [input, { nonsense: true }]) {
      expect(await send(said)).toMatchObject({ ok: false, code: "request.forbidden" });
    }
  });

  for (const role of roles.filter((role) => grants[role])) {
    const { endpoint } = rowsOf(name);
    for (const side of endpoint.ownOnly ? (["own"] as const) : sides) {
      const mine = within[grants[role] ?? "own"].includes(side);
      it(`${mine ? "lets" : "hides from"} ${role} ${side}`, async () => {
        const scene = await setScene(side);
        const input = await inputFor(name, scene, role);
        const viewer = scene.callers[role].userId;
        await comeAs(scene.callers[role]);
        const result = await send({ ...(input as object), viewer });
        if (mine) expect(result, JSON.stringify(result)).toMatchObject({ ok: true });
        else expect(result.code).toMatch(/\.not_found$|^booking\.owner_mismatch$/);
      });
    }
  }
});
