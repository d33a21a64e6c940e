import { expect, it, vi } from "vitest";

import { logger } from "@/lib/process/log";

import { testApi } from "../../support/api";
import { makeUser } from "../../support/world";

const { call, db } = await testApi();

it("writes no identity number into the log, by whichever name an owner is asked for", async () => {
  const owner = await makeUser(db, "EvOwner");
  const nic = owner.ownerNic ?? "";
  const lines: string[] = [];
  vi.spyOn(logger, "info").mockImplementation(
    (line: unknown) => void lines.push(JSON.stringify(line)),
  );
  await call("GET", `/api/v1/owners/${nic}`, { as: owner });
  await call("GET", `/api/v1/owners/${nic.toLowerCase()}`);
  await call("PUT", `/api/EvOwner/${nic}`, { as: owner, body: { name: "Ravi" } });
  await call("PUT", "/api/v1/owners/no%20nic/deactivate", { as: owner, body: {} });
  vi.restoreAllMocks();
  const paths = lines.map((line) => (JSON.parse(line) as { path: string }).path);
  expect(paths).toEqual([
    "/api/v1/owners/{nic}",
    "/api/v1/owners/{nic}",
    "/api/EvOwner/{nic}",
    "/api/v1/owners/{nic}/deactivate",
  ]);
  expect(lines.join()).not.toContain(nic);
});
