import { sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";

import { endpoints as routes } from "@/app/api/v1/endpoints";
import type { Role } from "@/lib/core/actor";
import { permissions } from "@/lib/core/permissions";
import { endpointsOf } from "@/lib/http/routes";
import { sampleParameters } from "@/lib/http/sample-parameters";
import { sample } from "@/lib/words";
import type { Grants } from "@/lib/words/grants";

import { testApi } from "../../support/api";
import { makeSampleWorld } from "../openapi/sample-world";
import { draw } from "./draw";

/*
 * Whatever is sent to the API is answered or refused: no 5xx, and every refusal in the API's form. Requests are the
 * document's examples with odd values in some places. `npm test` sends 20 for each endpoint, `npm run test:fuzz` 200;
 * FUZZ_SEED=… sends the same ones again.
 */
const { FUZZ_REQUESTS, FUZZ_SEED } = process.env;
const count = Number(FUZZ_REQUESTS ?? 20);
const seed = FUZZ_SEED ? Number(FUZZ_SEED) : Math.floor(Math.random() * 2 ** 31);

vi.stubEnv("RATE_LIMITS", "off");
const api = await testApi();
api.clock.set(new Date(sample.now));
const callers = await makeSampleWorld(api.db);
const endpoints = endpointsOf(routes).map(({ method, path, endpoint }) => ({
  name: `${method} ${path}`,
  method,
  path,
  declared: endpoint.declaration,
}));

/** The widest reach that the permission has, since it finds most. */
function callerOf(permission: keyof typeof permissions, as?: Role): Role | undefined {
  const grants: Grants | "public" = permissions[permission];
  if (as || grants === "public") return as;
  return (["SystemAdmin", "Backoffice", "Operator", "EvOwner"] as const).find(
    (role) => grants[role],
  );
}

it(`sends what seed ${seed} draws`, () => {
  console.log(`Fuzz: seed ${seed}, ${count} requests for each of ${endpoints.length} endpoints.`);
  expect(endpoints.length).toBeGreaterThan(90);
});

it.each(endpoints)(
  "$name refuses what it cannot do",
  { timeout: 600_000 },
  async ({ method, path, declared }) => {
    const [example] = declared.examples ?? [];
    const params = { ...sampleParameters(path), ...example?.params };
    const role = callerOf(declared.permission, example?.as);
    for (const [at, drawn] of draw(declared, { params, example, seed, count }).entries()) {
      // Who logged out or was blocked by a request before goes on with the same token.
      await api.db.execute(sql`update users set token_version = 1, status = 'Active'`);
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encoded(drawn.params[name]),
      );
      const query = drawn.query.map(([name, said]) => `${name}=${encoded(said)}`).join("&");
      const answer = await api.call(method, `/api/v1${filled}?${query}`, {
        ...(role && { as: callers[role] }),
        body: drawn.body,
        headers: drawn.headers,
      });
      const said = `seed ${seed}, request ${at}: ${method} ${filled}?${query} ${shown(drawn)} → ${shown(answer.body)}`;
      expect(answer.status, said).toBeLessThan(500);
      if (answer.status >= 400)
        expect(answer.body, said).toMatchObject({ success: false, code: expect.any(String) });
    }
  },
);

/** A segment of dots alone would be another path; nothing is no segment. */
function encoded(text = ""): string {
  const whole = encodeURIComponent(text.toWellFormed());
  return /^\.*$/.test(whole) ? `${whole}x` : whole;
}

const shown = (value: unknown) => (JSON.stringify(value) ?? "").slice(0, 500);
