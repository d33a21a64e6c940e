import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { endpoints as routes } from "@/app/api/v1/endpoints";
import { users } from "@/db/schema/accounts";
import type { Role, UserActor } from "@/lib/core/actor";
import { permissions, type Reach } from "@/lib/core/permissions";
import type { Grants } from "@/lib/words/grants";
import type { AnyDeclaration } from "@/lib/http/declaration";
import { endpointsOf, type Method } from "@/lib/http/routes";

import { makeUser } from "../../support/world";
import { readRows, type Call, type Row } from "./rows";
import { api, roles, setScene, sides, type Side } from "./scene";

const endpoints = endpointsOf(routes).map(({ method, path, endpoint }) => ({
  name: `${method} ${path}`,
  method,
  path,
  declared: endpoint.declaration,
}));

const isPublic = ({ permission }: AnyDeclaration) => permissions[permission] === "public";

/** Which sides lie within a reach, said a second time here on purpose. */
const within: Readonly<Record<Reach, readonly Side[]>> = {
  any: ["own", "sibling", "foreign"],
  business: ["own", "sibling"],
  station: ["own"],
  own: ["own"],
};

const rows = await readRows();
const row = (name: string): Row => {
  const found = rows[name];
  if (!found) throw new Error(`${name} has no row in rows/`);
  return found;
};

function send(method: Method, path: string, call: Call, as?: UserActor) {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => call.params?.[name] ?? "");
  const query = new URLSearchParams(call.query);
  const { body, headers } = call;
  return api.call(method, `/api/v1${filled}?${query}`, { as, body, headers });
}

it("has a row for every endpoint, and none for what is no endpoint", () => {
  expect(Object.keys(rows).toSorted()).toEqual(endpoints.map(({ name }) => name).toSorted());
});

describe.each(endpoints.filter(({ declared }) => isPublic(declared)))(
  "$name",
  ({ name, method, path }) => {
    it("is for anyone, with a login or without", async () => {
      for (const role of [undefined, ...roles]) {
        const scene = await setScene("own");
        const call = await row(name).call(scene);
        const answer = await send(method, path, call, role && scene.callers[role]);
        expect(answer.status, `${role}: ${JSON.stringify(answer.body)}`).toBe(row(name).anyone);
      }
    });
  },
);

describe.each(endpoints.filter(({ declared }) => !isPublic(declared)))(
  "$name",
  ({ name, method, path, declared }) => {
    const grants: Grants | "public" = permissions[declared.permission];
    const granted = declared.status ?? 200;

    it("asks who it is", async () => {
      const call = await row(name).call(await setScene("own"));
      expect(await send(method, path, call)).toMatchObject({
        status: 401,
        body: { code: "auth.required" },
      });
    });

    const reachOf = (role: Role) => (grants === "public" ? undefined : grants[role]);
    const allowed = roles.filter(reachOf);
    const refused = roles.filter((role) => !reachOf(role));

    for (const role of refused) {
      it(`is not for ${role}`, async () => {
        const scene = await setScene("own");
        const call = await row(name).call(scene, role);
        expect(await send(method, path, call, scene.callers[role])).toMatchObject({
          status: 403,
          body: { code: "request.forbidden" },
        });
      });
    }

    for (const role of allowed) {
      const near = within[reachOf(role) ?? "own"];
      for (const side of row(name).ownOnly ? (["own"] as const) : sides) {
        const mine = near.includes(side);
        it(`${mine ? "lets" : "hides from"} ${role} ${side}`, async () => {
          const scene = await setScene(side);
          const call = await row(name).call(scene, role);
          const answer = await send(method, path, call, scene.callers[role]);
          const said = JSON.stringify(answer.body);
          if (row(name).list) {
            expect(mine ? [200] : [200, 403, 404], said).toContain(answer.status);
            const holds = String(call.holds);
            if (mine) expect(said).toContain(holds);
            else expect(said).not.toContain(holds);
          } else {
            expect(answer.status, said).toBe(mine ? granted : (row(name).outOfReach ?? 404));
          }
        });
      }
    }

    it("does not take a token that no longer holds", async () => {
      const scene = await setScene("own");
      const call = await row(name).call(scene);
      const gone = await makeUser(api.db, allowed[0] ?? "EvOwner", {
        businessId: scene.businessId,
        stationIds: [scene.stationId],
      });
      await api.db.update(users).set({ tokenVersion: 2 }).where(eq(users.id, gone.userId));
      expect(await send(method, path, call, gone)).toMatchObject({ status: 401 });
    });
  },
);
