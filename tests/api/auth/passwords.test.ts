import { describe, expect, it } from "vitest";

import { issueLink } from "@/lib/people/accounts/inside";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";

import { testApi } from "../../support/api";
import { makeUser, testConfig } from "../../support/world";

const api = await testApi();
const password = "Chosen-by-myself-1";

const secretFor = async (userId: string) => {
  const { db, clock } = api;
  const ctx = makeContext({ db, clock, actor: jobActor("outbox"), config: testConfig });
  const { url } = await issueLink(ctx, { userId, purpose: "Invitation" });
  return new URL(url).searchParams.get("token") ?? "";
};
const set = (body: object) => api.call("POST", "/api/v1/auth/set-password", { body });

describe("POST auth/set-password", () => {
  it("200 once, then 400", async () => {
    const user = await makeUser(api.db, "SystemAdmin");
    const token = await secretFor(user.userId);
    expect(await set({ token, password })).toMatchObject({
      status: 200,
      body: { data: { id: user.userId, email: user.email } },
    });
    expect(await set({ token, password })).toMatchObject({
      status: 400,
      body: { error: "BusinessRuleViolation", code: "link.invalid" },
    });
    const login = await api.call("POST", "/api/v1/auth/login", {
      body: { username: user.email, password },
    });
    expect(login.status).toBe(200);
  });

  it("422: a password that is too short, too long or common", async () => {
    const token = await secretFor((await makeUser(api.db, "EvOwner")).userId);
    for (const word of ["seven77", "x".repeat(129), "password1"]) {
      expect(await set({ token, password: word })).toMatchObject({
        status: 422,
        body: { errors: [{ field: "password" }] },
      });
    }
    expect((await set({ token, password: "x y ".repeat(32) })).status).toBe(200);
  });
});

describe("POST auth/forgot-password", () => {
  it("202: answers the same for anybody and for nobody", async () => {
    const { email } = await makeUser(api.db, "EvOwner");
    const ask = (body: object) => api.call("POST", "/api/v1/auth/forgot-password", { body });
    const found = await ask({ username: email });
    const lost = await ask({ username: "nobody@example.test" });
    expect(found).toMatchObject({ status: 202, body: { data: { accepted: true } } });
    expect(lost.body.data).toEqual(found.body.data);
    expect((await ask({ email })).status).toBe(202);
    expect((await ask({})).status).toBe(422);
  });
});
