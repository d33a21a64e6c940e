import { expect, it, vi } from "vitest";
import { z } from "zod";

import { endpoints as routes } from "@/app/api/v1/endpoints";
import type { UserActor } from "@/lib/core/actor";
import { roleHolds } from "@/lib/core/permissions";
import { endpointsOf } from "@/lib/http/routes";

import { testApi } from "../../support/api";
import { makeBusiness, makeStation, makeUser } from "../../support/world";

vi.stubEnv("RATE_LIMITS", "off");

const { call, db } = await testApi();
const { id: businessId } = await makeBusiness(db);
const stationIds = [(await makeStation(db, businessId)).id];
const people: readonly UserActor[] = [
  await makeUser(db, "SystemAdmin"),
  await makeUser(db, "Backoffice", { businessId }),
  await makeUser(db, "Operator", { businessId, stationIds }),
  await makeUser(db, "EvOwner"),
];

/** What no body may say, because the server alone knows it; and what only some may. */
const never = ["tokenVersion", "passwordHash", "isDemoLogin", "createdAt", "reserved", "number"];
const rarely = ["role", "businessId", "ownerId", "userId", "status", "id", "estimate", "tariff"];

/** The endpoints whose body is one object of named fields. */
const taken = endpointsOf(routes).flatMap(({ method, path, endpoint }) => {
  const { body, permission, upload, examples = [] } = endpoint.declaration;
  const fields = body && !upload && fieldsOf(body);
  const example = examples.find((one) => one.body !== undefined)?.body;
  return fields ? [{ method, path, permission, fields, example: { ...(example as object) } }] : [];
});

function fieldsOf(schema: z.ZodType): ReadonlySet<string> | null {
  const { properties } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return properties ? new Set(Object.keys(properties)) : null;
}

it("refuses, at each of them, every field that an operation does not name", async () => {
  expect(taken.length).toBeGreaterThan(35);
  const letThrough: string[] = [];
  for (const { method, path, permission, fields, example } of taken) {
    const foreign = [...never, ...rarely].filter((name) => !fields.has(name));
    expect(fields.has("tokenVersion") || fields.has("passwordHash"), path).toBe(false);
    const as = people.find(({ role }) => roleHolds(role, permission));
    const body = { ...example, ...Object.fromEntries(foreign.map((name) => [name, "x"])) };
    const filled = path.replaceAll(/\{\w+\}/g, "01890000-0000-7000-8000-000000000000");
    // The other contracts pass over what they do not know, and say so.
    const headers = { "idempotency-key": crypto.randomUUID(), "baybook-contract": "baybook" };
    const answer = await call(method, `/api/v1${filled}`, { as, body, headers });
    const named = (answer.body.errors ?? []).map(({ field }: { field: string }) => field);
    const missed = foreign.filter((name) => !named.includes(name));
    if (answer.status !== 422 || missed.length > 0) {
      letThrough.push(`${method} ${path}: ${answer.status} ${missed.join(", ")}`);
    }
  }
  expect(letThrough).toEqual([]);
});
