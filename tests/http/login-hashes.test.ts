import type * as Argon2 from "@node-rs/argon2";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { users } from "@/db/schema/accounts";
import { hashPassword, verifyPassword } from "@/lib/core/passwords";

import { testApi } from "../support/api";
import { makeBusiness, makeUser } from "../support/world";

/** What is paid for: each hash that is made or compared, with the cost that is written in it. */
const paid = vi.hoisted((): string[] => []);

vi.mock("@node-rs/argon2", async (importOriginal) => {
  const argon2 = await importOriginal<typeof Argon2>();
  return {
    ...argon2,
    hash: (...given: Parameters<typeof argon2.hash>) => {
      paid.push("made");
      return argon2.hash(...given);
    },
    verify: (...given: Parameters<typeof argon2.verify>) => {
      paid.push(/^\$argon2id\$v=\d+\$[^$]+/.exec(String(given[0]))?.[0] ?? "");
      return argon2.verify(...given);
    },
  };
});

const api = await testApi();
const password = "Charging-by-the-river-7";
const passwordHash = await hashPassword(password);
const { id: businessId } = await makeBusiness(api.db);
const owner = await makeUser(api.db, "EvOwner", { passwordHash });
const blocked = await makeUser(api.db, "EvOwner", { passwordHash, status: "Blocked" });
const operator = await makeUser(api.db, "Operator", { businessId, passwordHash });
const gone = await makeUser(api.db, "Backoffice", {
  businessId,
  passwordHash,
  status: "Deactivated",
});
const invited = await makeUser(api.db, "Operator", { businessId });
const people = await api.db.select().from(users);
const phoneOf = (id: string) => people.find((one) => one.id === id)?.phone ?? "";

/** One comparison, at the price that every password of ours has. */
const one = ["$argon2id$v=19$m=19456,t=2,p=1"];
const wrong = "another password";

// The hash that stands in for nobody's is made once a process.
beforeAll(() => verifyPassword(null, ""));
beforeEach(() => paid.splice(0));

describe("the time of a login tells nothing: each refusal pays for one comparison", () => {
  it.for([
    ["a wrong password of an email", owner.email, wrong],
    ["of an identity number", owner.ownerNic, wrong],
    ["of a phone", phoneOf(owner.userId), wrong],
    ["of one who is blocked", blocked.email, wrong],
    ["of one who is deactivated", gone.email, wrong],
    ["the right one of who is blocked", blocked.email, password],
    ["the right one of who is deactivated", gone.email, password],
    ["an unknown email", "nobody@example.test", wrong],
    ["an unknown identity number", "199912345678", wrong],
    ["an unknown phone", "+94770000000", wrong],
    ["what is no name at all", "%", wrong],
    ["a phone that staff may share", phoneOf(operator.userId), password],
    ["one who was invited and has no password", invited.email, password],
  ])("%s", async ([, username, typed]) => {
    const body = { username, password: typed };
    expect((await api.call("POST", "/api/v1/auth/login", { body })).status).toBe(401);
    expect(paid).toEqual(one);
  });

  it("and so does the right password", async () => {
    const body = { username: owner.email, password };
    expect((await api.call("POST", "/api/v1/auth/login", { body })).status).toBe(200);
    expect(paid).toEqual(one);
  });

  it.for([
    ["known", owner.email],
    ["blocked", blocked.email],
    ["unknown", "nobody@example.test"],
  ])("and so does a forgotten password of one who is %s", async ([, username]) => {
    const asked = await api.call("POST", "/api/v1/auth/forgot-password", { body: { username } });
    expect(asked.status).toBe(202);
    expect(paid).toEqual(one);
  });
});
