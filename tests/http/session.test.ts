import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { blockUser, changePassword, deactivateUser, signIn, signOut } from "@/lib/people/accounts";
import { anonymous, type Actor, type Role } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { hashPassword } from "@/lib/core/passwords";
import { actorFromCookie, readSession } from "@/lib/http/session";
import { sealSession, sessionCookieName } from "@/lib/http/session-token";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../support/database";
import { cookieFor, signedIn } from "../support/sign-in";
import { fileClock } from "../support/file-clock";
import { hours } from "../support/test-clock";
import { makeBusiness, makeUser, testConfig, testStart } from "../support/world";

const { db } = await testDatabase();
const as = (actor: Actor) => makeContext({ db, actor, config: testConfig });
const nobody = as(anonymous);
const admin = as(await makeUser(db, "SystemAdmin"));
const password = "Charging-by-the-river-7";

beforeAll(() => vi.stubEnv("NEXTAUTH_SECRET", "test-nextauth-secret-0123456789abcdef"));
afterAll(() => vi.unstubAllEnvs());

const cookieOf = async (user: { userId: string; role: Role }, tokenVersion = 1) =>
  `theme=dark; ${await cookieFor(db, user, tokenVersion)}; other=1`;

describe("the browser's session", () => {
  it("A7: ends on the server when its browser signs out, and no other does", async () => {
    const passwordHash = await hashPassword(password);
    const { userId, email } = await makeUser(db, "EvOwner", { passwordHash });
    const enter = async () => {
      const session = await signIn(nobody, { username: email ?? "", password });
      return { session, cookie: `${sessionCookieName()}=${await sealSession(session)}` };
    };
    const [here, there] = [await enter(), await enter()];
    await signOut(nobody, here.session);
    expect(await actorFromCookie(nobody, here.cookie)).toBeNull();
    expect(await actorFromCookie(nobody, there.cookie)).toMatchObject({ userId });
  });

  it("A7: ends with its age, however often its cookie was sealed anew", async () => {
    const clock = { ...fileClock(testStart), real: () => new Date(now) };
    let now = testStart.getTime();
    const ctx = { ...nobody, clock };
    const passwordHash = await hashPassword(password);
    const { email } = await makeUser(db, "EvOwner", { passwordHash });
    const session = await signIn(ctx, { username: email ?? "", password });
    const at = async (instant: number) => {
      now = instant;
      return actorFromCookie(ctx, `${sessionCookieName()}=${await sealSession(session)}`);
    };
    const end = testStart.getTime() + hours(30 * 24);
    expect(await at(end - 1)).not.toBeNull();
    expect(await at(end)).toBeNull();
  });

  it("A7: opens nothing without a login session, or with another's", async () => {
    const [mine, other] = [await makeUser(db, "EvOwner"), await makeUser(db, "EvOwner")];
    for (const sessionId of [newId(), await signedIn(db, other.userId)]) {
      const value = await sealSession({ ...mine, sessionId, tokenVersion: 1 });
      expect(await actorFromCookie(nobody, `${sessionCookieName()}=${value}`)).toBeNull();
    }
  });

  it("is read among other cookies, and is nothing without ours", async () => {
    const user = await makeUser(db, "EvOwner");
    expect(await readSession(await cookieOf(user))).toMatchObject({
      userId: user.userId,
      role: "EvOwner",
      tokenVersion: 1,
    });
    const name = sessionCookieName();
    for (const header of [null, "", "theme=dark", `${name}=`, `${name}=x.y.z`, `x${name}=1`]) {
      expect(await readSession(header), String(header)).toBeNull();
    }
  });

  it("names the person as the database knows them now", async () => {
    const business = await makeBusiness(db);
    const user = await makeUser(db, "Operator", { businessId: business.id });
    expect(await actorFromCookie(nobody, await cookieOf(user))).toEqual({
      ...user,
      mustChangePassword: false,
      sessionId: expect.any(String) as string,
      theme: null,
      hourCycle: null,
      distanceUnit: null,
    });
  });

  it("stops at a change of password, a deactivation of staff, and a block", async () => {
    const passwordHash = await hashPassword(password);
    const owner = await makeUser(db, "EvOwner", { passwordHash });
    const cookie = await cookieOf(owner);
    const input = { currentPassword: password, newPassword: "Another-river-88" };
    await changePassword(as(owner), input);
    expect(await actorFromCookie(nobody, cookie)).toBeNull();
    expect(await actorFromCookie(nobody, await cookieOf(owner, 2))).not.toBeNull();

    const { id: businessId } = await makeBusiness(db);
    const operator = await makeUser(db, "Operator", { businessId });
    await deactivateUser(admin, { id: operator.userId });
    for (const version of [1, 2]) {
      expect(await actorFromCookie(nobody, await cookieOf(operator, version))).toBeNull();
    }
    await blockUser(admin, { id: owner.userId });
    expect(await actorFromCookie(nobody, await cookieOf(owner, 3))).toBeNull();
  });

  it("still opens for a deactivated owner who logged in again", async () => {
    const owner = await makeUser(db, "EvOwner");
    await deactivateUser(admin, { id: owner.userId, reason: "Moved away" });
    expect(await actorFromCookie(nobody, await cookieOf(owner, 1))).toBeNull();
    expect(await actorFromCookie(nobody, await cookieOf(owner, 2))).toMatchObject({
      status: "Deactivated",
    });
  });

  it("is nobody's when the user does not exist", async () => {
    const [userId, sessionId] = [
      newId(),
      await signedIn(db, (await makeUser(db, "EvOwner")).userId),
    ];
    const value = await sealSession({ userId, sessionId, role: "EvOwner", tokenVersion: 1 });
    expect(await actorFromCookie(nobody, `${sessionCookieName()}=${value}`)).toBeNull();
  });
});
