import { eq } from "drizzle-orm";
import { afterAll, expect, it, vi } from "vitest";

import { users } from "@/db/schema/accounts";
import { hashPassword } from "@/lib/core/passwords";
import { live } from "@/lib/http/live";

import { testApi } from "../../support/api";
import { cookieFor } from "../../support/sign-in";
import { makeBusiness, makeUser, testConfig } from "../../support/world";

vi.stubEnv("NEXTAUTH_SECRET", "test-nextauth-secret-0123456789abcdef");
afterAll(() => vi.unstubAllEnvs());

const { call, db } = await testApi();
const password = "Charging-by-the-river-7";
const { id: businessId } = await makeBusiness(db);

it("A19: asks a browser for a password of its own before the API does anything else by its cookie", async () => {
  const passwordHash = await hashPassword(password);
  const office = await makeUser(db, "Backoffice", { businessId, passwordHash });
  await db.update(users).set({ mustChangePassword: true }).where(eq(users.id, office.userId));
  const browser = { cookie: await cookieFor(db, office), origin: testConfig.baseUrl };
  for (const [method, path, body] of [
    ["GET", "/api/v1/bookings", undefined],
    ["GET", "/api/Booking", undefined],
    ["POST", "/api/v1/operators", {}],
    ["PUT", "/api/v1/settings", {}],
    ["GET", "/api/v1/exports/bookings.csv", undefined],
  ] as const) {
    const answer = await call(method, path, { headers: browser, body });
    expect([answer.status, answer.body.code], path).toEqual([403, "password.change_required"]);
  }
  const line = new Request(`${testConfig.baseUrl}/api/live`, { headers: browser });
  expect((await live(line)).status).toBe(403);

  // An app, which is told and asks itself, goes on; and what is public or about the own account answers a browser too.
  expect((await call("GET", "/api/v1/bookings", { as: office })).status).toBe(200);
  for (const path of ["/api/v1/auth/me", "/api/v1/stations"]) {
    expect((await call("GET", path, { headers: browser })).status, path).toBe(200);
  }
  const changed = await call("PUT", "/api/v1/auth/change-password", {
    headers: browser,
    body: { currentPassword: password, newPassword: "Another-river-88" },
  });
  expect(changed.status).toBe(200);
  const { accessToken } = changed.body.data;
  const next = { headers: { authorization: `Bearer ${accessToken}` } };
  expect((await call("GET", "/api/v1/bookings", next)).status).toBe(200);
});
