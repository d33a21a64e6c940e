import { expect, it, vi } from "vitest";

import { testApi } from "../../support/api";
import { cookieFor } from "../../support/sign-in";
import { makeBusiness, makeUser, testConfig } from "../../support/world";

vi.stubEnv("NEXTAUTH_SECRET", "test-nextauth-secret-0123456789abcdef");

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const office = await makeUser(api.db, "Backoffice", { businessId });
const other = await makeUser(api.db, "Backoffice", { businessId });

it.each([
  [undefined, 201, undefined],
  [office.userId, 201, undefined],
  [other.userId, 409, "request.other_account"],
  ["", 409, "request.other_account"],
])("F23: a change by a page's script for %j: %d", async (viewer, status, code) => {
  const headers = {
    cookie: await cookieFor(api.db, office),
    origin: testConfig.baseUrl,
    ...(viewer !== undefined && { "baybook-viewer": viewer }),
  };
  const body = { name: "Pier", location: { lat: 42.6, lng: -73.7 }, type: "AC", connectors: 1 };
  const answer = await api.call("POST", "/api/v1/stations", { body, headers });
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  expect(answer.body.code).toBe(code);
});
