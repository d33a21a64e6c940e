import { describe, expect, it } from "vitest";

import { endpoints as routes } from "@/app/api/v1/endpoints";
import { type Role, roles } from "@/lib/core/actor";
import { permissions } from "@/lib/core/permissions";
import { endpointsOf } from "@/lib/http/routes";
import { sampleParameters } from "@/lib/http/sample-parameters";
import type { Grants } from "@/lib/words/grants";

import { testApi } from "../../support/api";
import { tinyPng } from "../../support/pictures";
import { makeBusiness, makeStation, makeUser } from "../../support/world";

const api = await testApi();
const business = await makeBusiness(api.db);
const station = await makeStation(api.db, business.id);
const people = {
  SystemAdmin: await makeUser(api.db, "SystemAdmin"),
  Backoffice: await makeUser(api.db, "Backoffice", { businessId: business.id }),
  Operator: await makeUser(api.db, "Operator", {
    businessId: business.id,
    stationIds: [station.id],
  }),
  EvOwner: await makeUser(api.db, "EvOwner"),
};

/** Somebody who may call it; nobody where anybody may. */
function callerOf(permission: keyof typeof permissions): Role | undefined {
  const grants: Grants | "public" = permissions[permission];
  return grants === "public" ? undefined : roles.find((role) => grants[role]);
}

const operations = endpointsOf(routes).map(({ method, path, endpoint }) => {
  const parameters: Record<string, string> = {
    ...sampleParameters(path),
    ...endpoint.declaration.examples?.[0]?.params,
  };
  return {
    name: `${method} ${path}`,
    method,
    filled: path.replaceAll(/\{(\w+)\}/g, (_, key: string) => parameters[key] ?? ""),
    declared: endpoint.declaration,
  };
});

describe("A16: a query name that an operation does not know is refused", () => {
  it.each(operations)("$name", async ({ method, filled, declared }) => {
    const role = callerOf(declared.permission);
    const file = new FormData();
    file.set("file", new Blob([tinyPng], { type: declared.upload?.types[0] ?? "" }), "a.png");
    const answer = await api.call(method, `/api/v1${filled}?zzUnknown=1&statuss=Pending`, {
      ...(role && { as: people[role] }),
      ...(declared.upload ? { body: file } : declared.body ? { body: {} } : {}),
      headers: { "idempotency-key": crypto.randomUUID() },
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(422);
    const fields = answer.body.errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(expect.arrayContaining(["zzUnknown", "statuss"]));
  });

  it("by v1 alone: a name of the first contract leaves it out and says so", async () => {
    const answer = await api.call("GET", "/api/Station?zzUnknown=1");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("baybook-ignored")).toContain("zzUnknown");
  });
});
