import { SignJWT } from "jose";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { refreshTokens as tokenTable, users } from "@/db/schema/accounts";
import { anonymous } from "@/lib/core/actor";
import type { Config } from "@/lib/core/config";
import {
  blockUser,
  changePassword,
  cleanCredentials,
  createOperator,
  deactivateOperator,
  deactivateOwner,
  loadActor,
  logout,
  readMe,
  refreshTokens,
  verifyAccessToken,
} from "@/lib/people/accounts";
import type { LoginResult } from "@/lib/people/accounts/schema";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { hours } from "../../../support/test-clock";
import { signedIn } from "../../../support/sign-in";
import { makeBusiness, makeUser, testConfig } from "../../../support/world";
import { ownerActor, password, refusal, settingOf } from "./setting";

const { db } = await testDatabase({ max: 30 });
const world = settingOf(db);
let serial = 100;
const freshOwner = () => world.owner(String(200_212_340_000 + (serial += 1)));

const enter = async (result: Pick<LoginResult, "accessToken">) =>
  loadActor(world.nobody, await verifyAccessToken(world.nobody, result.accessToken));
const refresh = (token: string) => refreshTokens(world.nobody, { refreshToken: token });

describe("an access token", () => {
  it("opens the account it was issued for", async () => {
    const owner = await freshOwner();
    const actor = await enter(await world.logIn(owner.nic));
    const { sessionId } = actor;
    expect(actor).toEqual({ ...ownerActor(owner), sessionId, mustChangePassword: false });
  });

  it("works for 60 minutes by the real clock, to the second", async () => {
    const { accessToken } = await world.logIn((await freshOwner()).nic);
    const issued = world.clock.real().getTime();
    const at = (instant: number) => {
      world.clock.set(new Date(instant));
      return refusal(verifyAccessToken(world.nobody, accessToken));
    };
    expect(await at(issued + hours(1) - 1)).toBe("done");
    expect(await at(issued + hours(1))).toBe("auth.token_invalid");
    world.clock.set(new Date(issued));
  });

  it.each([
    ["garbage", async () => "garbage"],
    ["one without a signature", async (token: string) => `${token.split(".", 2).join(".")}.`],
    [
      "one with another payload",
      async (token: string) => {
        const [head, body = "", signature] = token.split(".");
        const claims = JSON.parse(Buffer.from(body, "base64url").toString());
        const forged = Buffer.from(JSON.stringify({ ...claims, ver: 2 })).toString("base64url");
        return [head, forged, signature].join(".");
      },
    ],
    ["one of another key", () => signed({ secret: "x".repeat(40) })],
    ["one of an unknown key id", () => signed({ kid: "t9" })],
    ["one of another algorithm", () => signed({ alg: "HS512" })],
    ["one for another audience", () => signed({ aud: "others" })],
    ["one of another issuer", () => signed({ iss: "others" })],
    ["one that never expires", () => signed({ exp: undefined })],
    ["one whose subject is no id", () => signed({ sub: "1' or '1'='1" })],
    ["one without a version", () => signed({ ver: undefined })],
    ["one without a login session", () => signed({ sid: undefined })],
    ["one whose session is no id", () => signed({ sid: "1" })],
  ] as const)("refuses %s", async (_name, forge) => {
    const { accessToken } = await world.logIn((await freshOwner()).nic);
    const token = await forge(accessToken);
    expect(await refusal(verifyAccessToken(world.nobody, token))).toBe("auth.token_invalid");
  });

  it("refuses the token of a user who does not exist", async () => {
    const id = "01890000-0000-7000-8000-000000000000";
    const proof = { userId: id, sessionId: id, tokenVersion: 1 };
    expect(await refusal(loadActor(world.nobody, proof))).toBe("auth.token_invalid");
  });

  it("verifies with both keys during a rotation, and signs with the first", async () => {
    const [old] = testConfig.accessTokenKeys;
    const fresh = { id: "t2", secret: "another-access-token-secret-0123456789" };
    const during: Config = { ...testConfig, accessTokenKeys: [fresh, old] };
    const after: Config = { ...testConfig, accessTokenKeys: [fresh] };
    const owner = await freshOwner();
    const before = (await world.logIn(owner.nic)).accessToken;
    const rotating = settingOf(db, during);
    const rotated = (await rotating.logIn(owner.nic)).accessToken;
    const kid = (token: string) =>
      JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).kid;
    expect([kid(before), kid(rotated)]).toEqual(["t1", "t2"]);
    const verify = (config: Config, token: string) =>
      refusal(
        verifyAccessToken(makeContext({ db, actor: anonymous, clock: world.clock, config }), token),
      );
    expect(await verify(during, before)).toBe("done");
    expect(await verify(during, rotated)).toBe("done");
    expect(await verify(after, before)).toBe("auth.token_invalid");
    expect(await verify(after, rotated)).toBe("done");
    expect(await verify(testConfig, rotated)).toBe("auth.token_invalid");
  });
});

/** A token that is right in all but what is named. */
async function signed(over: {
  secret?: string;
  kid?: string;
  alg?: string;
  aud?: string;
  iss?: string;
  exp?: number;
  sub?: string;
  sid?: string;
  ver?: number;
}) {
  const [{ id, secret }] = testConfig.accessTokenKeys;
  const { secret: key = secret, kid = id, alg = "HS256", ...claims } = over;
  const payload = {
    sub: "01890000-0000-7000-8000-000000000000",
    sid: "01890000-0000-7000-8000-000000000001",
    ver: 1,
    iss: "baybook",
    aud: "baybook.clients",
    exp: Math.floor(world.clock.real().getTime() / 1000) + 600,
    ...claims,
  };
  return new SignJWT(payload).setProtectedHeader({ alg, kid }).sign(new TextEncoder().encode(key));
}

describe("a refresh token", () => {
  it("is exchanged for a new pair, once", async () => {
    const first = await world.logIn((await freshOwner()).nic);
    const second = await refresh(first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(second.user).toEqual(first.user);
    expect((await enter(second)).userId).toBe(first.user.id);
    expect((await refresh(second.refreshToken)).user.id).toBe(first.user.id);
  });

  it("closes its family when it is seen again, and that outlives the refusal", async () => {
    const owner = await freshOwner();
    const stolen = await world.logIn(owner.nic);
    const elsewhere = await world.logIn(owner.nic);
    const second = await refresh(stolen.refreshToken);
    expect(await refusal(refresh(stolen.refreshToken))).toBe("refresh.reused");
    expect(await refusal(refresh(second.refreshToken))).toBe("refresh.invalid");
    // A7: and with it the access tokens of that login, at once.
    for (const { accessToken } of [stolen, second]) {
      expect(await refusal(enter({ accessToken }))).toBe("auth.token_revoked");
    }
    expect(await refusal(enter(elsewhere))).toBe("done");
    expect(await refusal(refresh(elsewhere.refreshToken))).toBe("done");
  });

  it("goes to one of twenty who present it at once, and closes the family", async () => {
    const { refreshToken } = await world.logIn((await freshOwner()).nic);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => refusal(refresh(refreshToken))),
    );
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "refresh.reused")).toHaveLength(19);
  });

  it("works for 7 days by the real clock, to the millisecond", async () => {
    const owner = await freshOwner();
    const [early, late] = [await world.logIn(owner.nic), await world.logIn(owner.nic)];
    const issued = world.clock.real().getTime();
    world.clock.set(new Date(issued + 7 * hours(24) - 1));
    expect(await refusal(refresh(early.refreshToken))).toBe("done");
    world.clock.set(new Date(issued + 7 * hours(24)));
    expect(await refusal(refresh(late.refreshToken))).toBe("refresh.invalid");
    world.clock.set(new Date(issued));
  });

  it("refuses one that nobody was given", async () => {
    expect(await refusal(refresh("made-up"))).toBe("refresh.invalid");
  });

  it("is stored as a hash alone", async () => {
    const { refreshToken, user } = await world.logIn((await freshOwner()).nic);
    const rows = await db.select().from(tokenTable).where(eq(tokenTable.userId, user.id));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(refreshToken);
  });
});

describe("everything older stops", () => {
  it("when the password is changed, and the answer carries a pair that works", async () => {
    const owner = await freshOwner();
    const [here, there] = [await world.logIn(owner.nic), await world.logIn(owner.nic)];
    const changed = await changePassword(world.as(await enter(here)), {
      currentPassword: password,
      newPassword: "Another-river-88",
    });
    for (const old of [here, there]) {
      expect(await refusal(enter(old))).toBe("auth.token_revoked");
      expect(await refusal(refresh(old.refreshToken))).toBe("refresh.invalid");
    }
    expect((await enter(changed)).userId).toBe(owner.id);
    expect(await refusal(refresh(changed.refreshToken))).toBe("done");
    expect(await refusal(world.logIn(owner.nic))).toBe("login.failed");
    expect(await refusal(world.logIn(owner.nic, "Another-river-88"))).toBe("done");
    expect((await world.audits(owner.id)).at(-1)).toMatchObject({
      action: "ChangePassword",
      actorId: owner.id,
      ownerId: owner.id,
    });
    expect((await world.events(owner.id)).at(-1)?.type).toBe("user.password_changed");
  });

  it("when an operator is deactivated, who cannot come back", async () => {
    const business = await makeBusiness(db);
    const office = await makeUser(db, "Backoffice", { businessId: business.id });
    const operator = await createOperator(world.as(office), {
      email: "maya@example.test",
      name: "Maya",
      phone: "+12125550111",
      password,
      stationIds: [],
    });
    const result = await world.logIn(operator.email);
    await deactivateOperator(world.as(office), { id: operator.id });
    expect(await refusal(enter(result))).toBe("auth.token_revoked");
    expect(await refusal(refresh(result.refreshToken))).toBe("refresh.invalid");
    expect(await refusal(world.logIn(operator.email))).toBe("login.deactivated");
  });

  it("when an owner deactivates the own account, who can come back to read", async () => {
    const owner = await freshOwner();
    const result = await world.logIn(owner.nic);
    await deactivateOwner(world.as(await enter(result)), { nic: owner.nic });
    expect(await refusal(enter(result))).toBe("auth.token_revoked");
    expect(await refusal(refresh(result.refreshToken))).toBe("refresh.invalid");
    const again = await world.logIn(owner.nic);
    expect((await enter(again)).status).toBe("Deactivated");
    expect(await refusal(refresh(again.refreshToken))).toBe("done");
  });

  it("when somebody is blocked, even with a token of the present version", async () => {
    const owner = await freshOwner();
    const result = await world.logIn(owner.nic);
    await blockUser(world.root, { id: owner.id });
    expect(await refusal(enter(result))).toBe("auth.token_revoked");
    const [row] = await db.select().from(users).where(eq(users.id, owner.id));
    expect(
      await refusal(
        loadActor(world.nobody, {
          userId: owner.id,
          sessionId: await signedIn(db, owner.id),
          tokenVersion: row?.tokenVersion ?? 0,
        }),
      ),
    ).toBe("auth.token_revoked");
  });
});

describe("changing the password", () => {
  it("refuses a wrong present one, the same again, and a common one, and changes nothing", async () => {
    const owner = await freshOwner();
    const result = await world.logIn(owner.nic);
    const ctx = world.as(await enter(result));
    const change = (currentPassword: string, newPassword: string) =>
      refusal(changePassword(ctx, { currentPassword, newPassword }));
    expect(await change("not it", "Another-river-88")).toBe("password.wrong @ currentPassword");
    expect(await change(password, password)).toBe("password.unchanged @ newPassword");
    expect(await change(password, "Password123")).toBe("password.common @ newPassword");
    expect(await refusal(enter(result))).toBe("done");
  });

  it("asks nobody known to sign in, and is not for jobs", async () => {
    const input = { currentPassword: password, newPassword: "Another-river-88" };
    expect(await refusal(changePassword(world.nobody, input))).toBe("auth.required");
    expect(await refusal(changePassword(world.job("seed"), input))).toBe("request.forbidden");
    expect(await refusal(readMe(world.nobody))).toBe("auth.required");
  });
});

describe("logging out", () => {
  it("with a refresh token ends that session alone", async () => {
    const owner = await freshOwner();
    const [here, there] = [await world.logIn(owner.nic), await world.logIn(owner.nic)];
    await logout(world.as(await enter(here)), { refreshToken: here.refreshToken });
    expect(await refusal(enter(here))).toBe("auth.token_revoked");
    expect(await refusal(refresh(here.refreshToken))).toBe("refresh.invalid");
    expect(await refusal(enter(there))).toBe("done");
    expect(await refusal(refresh(there.refreshToken))).toBe("done");
  });

  it("without one ends every session at once", async () => {
    const owner = await freshOwner();
    const [here, there] = [await world.logIn(owner.nic), await world.logIn(owner.nic)];
    await logout(world.as(await enter(here)), {});
    for (const old of [here, there]) {
      expect(await refusal(enter(old))).toBe("auth.token_revoked");
      expect(await refusal(refresh(old.refreshToken))).toBe("refresh.invalid");
    }
  });

  it("never ends another's session", async () => {
    const [mine, theirs] = [
      await world.logIn((await freshOwner()).nic),
      await world.logIn((await freshOwner()).nic),
    ];
    await logout(world.as(await enter(mine)), { refreshToken: theirs.refreshToken });
    expect(await refusal(refresh(theirs.refreshToken))).toBe("done");
  });
});

describe("cleaning up", () => {
  it("removes what has expired and keeps what has not", async () => {
    const owner = await freshOwner();
    await world.logIn(owner.nic);
    await world.secret(owner.id, "PasswordReset");
    const began = world.clock.real().getTime();
    world.clock.advance(hours(1));
    expect((await cleanCredentials(world.job("clean-up"))).links).toBe(1);
    world.clock.set(new Date(began + 7 * hours(24)));
    const last = await world.logIn(owner.nic);
    expect((await cleanCredentials(world.job("clean-up"))).refreshTokens).toBeGreaterThan(0);
    const left = await db.select().from(tokenTable).where(eq(tokenTable.userId, owner.id));
    expect(left).toHaveLength(1);
    expect(await refusal(refresh(last.refreshToken))).toBe("done");
    world.clock.set(new Date(began));
  });
});
