import { and, eq, ne } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { loginSessions, users } from "@/db/schema/accounts";
import { messages } from "@/db/schema/notifications";
import { passkeyChallenges, passkeys } from "@/db/schema/passkeys";
import { anonymous, type UserActor } from "@/lib/core/actor";
import { jobActor } from "@/lib/core/job-actor";
import { hashPassword } from "@/lib/core/passwords";
import { wordMessage } from "@/lib/insight/notifications/word-message";
import { eraseUser, readLink } from "@/lib/people/accounts";
import { issueLink } from "@/lib/people/accounts/inside";
import { requestContext } from "@/lib/process/context";
import { deliverEvents } from "@/lib/records/outbox";

import { testApi } from "../../support/api";
import { auditsOf } from "../../support/audits";
import { authenticator, type Wrongs } from "../../support/authenticator";
import { freshlySignedIn } from "../../support/sign-in";
import { minutes } from "../../support/test-clock";
import { makeBusiness, makeUser } from "../../support/world";

const api = await testApi();
const origin = "http://baybook.test";
const { id: businessId } = await makeBusiness(api.db);

interface Options {
  readonly challenge: string;
  readonly user: { readonly id: string };
}
type Device = ReturnType<typeof authenticator>;

const post = (path: string, as: UserActor | undefined, body?: unknown) =>
  api.call("POST", `/api/v1/auth/passkeys${path}`, {
    ...(as && { as }),
    ...(body !== undefined && { body }),
  });
const optionsOf = async (path: string, as?: UserActor) => {
  if (as) await freshlySignedIn(api.db, as.userId);
  return (await post(path, as, {})).body.data as Options;
};

/** A device on which the user has a passkey. */
async function enrolled(user: UserActor): Promise<Device & { readonly passkeyId: string }> {
  const device = authenticator(origin);
  const credential = device.create(await optionsOf("/offer", user));
  const { status, body } = await post("", user, { name: "Phone", credential });
  expect(status, JSON.stringify(body)).toBe(201);
  return { ...device, passkeyId: (body.data as { id: string }).id };
}

const loginWith = (credential: unknown) => post("/login", undefined, { credential });
const said = async (credential: unknown) => {
  const { status, body } = await loginWith(credential);
  return status === 200 ? "in" : `${status} ${body.code}`;
};
const answer = async (device: Device, wrongs?: Wrongs) =>
  said(device.get(await optionsOf("/options"), wrongs));

describe("a passkey", () => {
  it("is added by its account, signs in with it, and is listed with its last use", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const device = await enrolled(owner);
    const { status, body } = await loginWith(device.get(await optionsOf("/options")));
    expect(status).toBe(200);
    const login = body.data as { accessToken: string; refreshToken: string; user: { id: string } };
    expect(login.user.id).toBe(owner.userId);
    // What a password opens: the token is taken, and is of a session that can be refreshed.
    const headers = { authorization: `Bearer ${login.accessToken}` };
    const list = await api.call("GET", "/api/v1/auth/passkeys", { headers });
    expect(list.body.data).toMatchObject([{ id: device.passkeyId, name: "Phone" }]);
    expect((list.body.data as { lastUsedAt: string | null }[])[0]?.lastUsedAt).not.toBeNull();
    const { refreshToken } = login;
    const again = await api.call("POST", "/api/v1/auth/refresh-token", { body: { refreshToken } });
    expect(again.status).toBe(200);
    expect(await auditsOf(api.db, device.passkeyId)).toMatchObject([
      { action: "Create", actorId: owner.userId, ownerId: owner.userId },
    ]);
  });

  it("is asked for as one that the device keeps itself, with its person verified, and leaves out devices that have one", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const device = await enrolled(owner);
    const offer = await post("/offer", owner, {});
    expect(offer.body.data).toMatchObject({
      rp: { id: "baybook.test" },
      excludeCredentials: [{ id: device.id }],
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    const request = await post("/options", undefined, {});
    // Nobody is named: whoever asks learns of no account.
    expect(request.body.data).toMatchObject({ rpId: "baybook.test", userVerification: "required" });
    expect(JSON.stringify(request.body.data)).not.toContain('allowCredentials":[{');
  });

  it("is renamed and removed by its own account alone, and opens nothing then", async () => {
    const [owner, stranger] = [
      await makeUser(api.db, "EvOwner"),
      await makeUser(api.db, "EvOwner"),
    ];
    const device = await enrolled(owner);
    const path = `/api/v1/auth/passkeys/${device.passkeyId}`;
    const rename = { body: { name: "Phone in the car" } };
    expect((await api.call("PUT", path, { as: stranger, ...rename })).status).toBe(404);
    expect((await api.call("DELETE", path, { as: stranger })).status).toBe(404);
    expect((await api.call("PUT", path, { as: owner, ...rename })).status).toBe(200);
    expect(await answer(device)).toBe("in");
    expect((await api.call("DELETE", path, { as: owner })).status).toBe(204);
    expect(await answer(device)).toBe("401 passkey.failed");
    expect((await auditsOf(api.db, device.passkeyId)).map(({ action }) => action)).toEqual([
      "Create",
      "Update",
      "Remove",
    ]);
  });

  it("goes with the account that is erased", async () => {
    const [owner, admin] = [
      await makeUser(api.db, "EvOwner"),
      await makeUser(api.db, "SystemAdmin"),
    ];
    const device = await enrolled(owner);
    await optionsOf("/offer", owner);
    await eraseUser(await requestContext(admin), { id: owner.userId, reason: "Asked for it." });
    expect(await answer(device)).toBe("401 passkey.failed");
    for (const table of [passkeys, passkeyChallenges]) {
      expect(await api.db.$count(table, eq(table.userId, owner.userId))).toBe(0);
    }
  });
});

const word = "Charging-by-the-river-7";
const passwordHash = await hashPassword(word);

describe("adding one", () => {
  const begun = (user: UserActor, secondsAgo: number) =>
    api.db
      .update(loginSessions)
      .set({ startedAt: new Date(Date.now() - secondsAgo * 1_000) })
      .where(eq(loginSessions.userId, user.userId));

  it("asks for the password ten minutes after the sign-in, and for the right one", async () => {
    const owner = await makeUser(api.db, "EvOwner", { passwordHash });
    await freshlySignedIn(api.db, owner.userId);
    await begun(owner, 9 * 60 + 50);
    expect((await post("/offer", owner, {})).status).toBe(200);
    await begun(owner, 10 * 60);
    const refused = await post("/offer", owner, {});
    expect(refused).toMatchObject({
      status: 400,
      body: { code: "password.needed", errors: [{ field: "password" }] },
    });
    expect(JSON.stringify(refused.body)).not.toContain("challenge");
    const wrong = await post("/offer", owner, { password: "another word" });
    expect(wrong.body).toMatchObject({ code: "password.wrong", errors: [{ field: "password" }] });
    const offered = await post("/offer", owner, { password: word });
    const credential = authenticator(origin).create(offered.body.data as Options);
    expect((await post("", owner, { name: "Phone", credential })).status).toBe(201);
    // A wrong one is wrong also just after the sign-in.
    await begun(owner, 0);
    expect((await post("/offer", owner, { password: "another word" })).status).toBe(400);
  });

  it("is told to its person by mail and in the inbox, and so is removing one", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const { passkeyId } = await enrolled(owner);
    await api.call("DELETE", `/api/v1/auth/passkeys/${passkeyId}`, { as: owner });
    await deliverEvents(await requestContext(jobActor("outbox")));
    const mails = await api.db
      .select({ kind: messages.kind, channel: messages.channel, locale: messages.locale })
      .from(messages)
      .where(eq(messages.recipient, owner.email ?? ""))
      .orderBy(messages.id);
    expect(mails).toEqual([
      { kind: "PasskeyAdded", channel: "Email", locale: "en" },
      { kind: "PasskeyRemoved", channel: "Email", locale: "en" },
    ]);
    const inbox = await api.call("GET", "/api/v1/notifications", { as: owner });
    expect(inbox.body.data).toMatchObject([
      { kind: "PasskeyRemoved", path: "/passkeys" },
      { kind: "PasskeyAdded", path: "/passkeys" },
    ]);
  });
});

describe("a password that is set anew by a link", () => {
  const set = async (user: UserActor, more: object) => {
    const ctx = await requestContext(jobActor("outbox"));
    const { url } = await issueLink(ctx, { userId: user.userId, purpose: "PasswordReset" });
    const token = new URL(url).searchParams.get("token");
    const seen = await readLink(await requestContext(anonymous), { token: token ?? "" });
    const body = { token, password: "Chosen-by-myself-1", ...more };
    const { status } = await api.call("POST", "/api/v1/auth/set-password", { body });
    expect(status).toBe(200);
    return seen;
  };

  it("leaves passkeys as they are, unless it is said that they go: then all do, and its mail says so", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const devices = [await enrolled(owner), await enrolled(owner)] as const;
    expect(await set(owner, {})).toEqual({ passkeys: 2 });
    expect(await answer(devices[0])).toBe("in");
    await set(owner, { removePasskeys: true });
    for (const device of devices) {
      expect(await answer(device)).toBe("401 passkey.failed");
      expect((await auditsOf(api.db, device.passkeyId)).at(-1)).toMatchObject({
        action: "Remove",
        actorRole: "Anonymous",
        ownerId: owner.userId,
      });
    }
    await deliverEvents(await requestContext(jobActor("outbox")));
    const told = await api.db
      .select()
      .from(messages)
      .where(and(eq(messages.recipient, owner.email ?? ""), ne(messages.kind, "PasskeyAdded")))
      .orderBy(messages.id);
    // One letter for both, and none besides for each key.
    expect(told.map(({ kind }) => kind)).toEqual(["PasswordChanged", "PasswordChanged"]);
    const words = told.map((message) => wordMessage(message).body);
    expect(words[0]).not.toContain("passkey");
    expect(words[1]).toContain("Its 2 passkeys were removed.");
  });

  it("has a link that tells nothing to whoever has none", async () => {
    expect(await readLink(await requestContext(anonymous), { token: "unknown" })).toBeNull();
  });
});

describe("an answer", () => {
  it("is taken once: whoever listened and sends it again hears nothing", async () => {
    const device = await enrolled(await makeUser(api.db, "EvOwner"));
    const credential = device.get(await optionsOf("/options"));
    expect(await said(credential)).toBe("in");
    expect(await said(credential)).toBe("401 passkey.failed");
    // Nor by a new signature for the old challenge.
    const challenge = await optionsOf("/options");
    await said(device.get(challenge, { signer: authenticator(origin).privateKey }));
    expect(await said(device.get(challenge))).toBe("401 passkey.failed");
  });

  it("is taken by one of twenty who send it at once", async () => {
    const device = await enrolled(await makeUser(api.db, "EvOwner"));
    const credential = device.get(await optionsOf("/options"));
    const answers = await Promise.all(Array.from({ length: 20 }, () => said(credential)));
    expect(answers.filter((one) => one === "in")).toHaveLength(1);
  });

  it("is over after five minutes", async () => {
    const device = await enrolled(await makeUser(api.db, "EvOwner"));
    const late = await optionsOf("/options");
    const kept = eq(passkeyChallenges.challenge, late.challenge);
    const [row] = await api.db.select().from(passkeyChallenges).where(kept);
    const left = (row?.expiresAt.getTime() ?? 0) - api.clock.real().getTime();
    expect(left).toBeGreaterThan(minutes(4));
    expect(left).toBeLessThanOrEqual(minutes(5));
    await api.db.update(passkeyChallenges).set({ expiresAt: api.clock.real() }).where(kept);
    expect(await said(device.get(late))).toBe("401 passkey.failed");
  });

  it("is refused from another site, for another account, unsigned, unverified, or of another kind", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const other = await enrolled(await makeUser(api.db, "EvOwner"));
    const device = await enrolled(owner);
    const handle = (id: string) => Buffer.from(id).toString("base64url");
    for (const wrongs of [
      { origin: "http://baybook.evil.test" },
      { origin: "https://baybook.test" },
      { host: "evil.test" },
      { isUnverified: true },
      { signer: other.privateKey },
      { userHandle: handle(crypto.randomUUID()) },
      { userHandle: undefined },
      { type: "webauthn.create" },
    ] satisfies Wrongs[]) {
      expect(await answer(device, wrongs), JSON.stringify(Object.keys(wrongs))).toBe(
        "401 passkey.failed",
      );
    }
    // One's own key under another's name, and another's key under one's own.
    const credential = device.get(await optionsOf("/options"));
    expect(await said({ ...credential, id: other.id, rawId: other.id })).toBe("401 passkey.failed");
    expect(await answer(authenticator(origin))).toBe("401 passkey.failed");
    expect(await answer(device)).toBe("in");
  });

  it("is refused where the counter goes back or stands still: the key was copied", async () => {
    const device = await enrolled(await makeUser(api.db, "EvOwner"));
    expect(await answer(device, { counter: 7 })).toBe("in");
    expect(await answer(device, { counter: 7 })).toBe("401 passkey.failed");
    expect(await answer(device, { counter: 6 })).toBe("401 passkey.failed");
    expect(await answer(device, { counter: 8 })).toBe("in");
  });

  it("to an offer is not one to a sign-in, nor another account's", async () => {
    const [owner, other] = [await makeUser(api.db, "EvOwner"), await makeUser(api.db, "EvOwner")];
    const device = await enrolled(owner);
    const offered = await optionsOf("/offer", owner);
    expect(await said(device.get(offered))).toBe("401 passkey.failed");
    const asked = { name: "Phone", credential: authenticator(origin).create(offered) };
    expect((await post("", other, asked)).body.code).toBe("passkey.refused");
    const fresh = await optionsOf("/options");
    const late = { name: "Phone", credential: authenticator(origin).create(fresh) };
    expect((await post("", owner, late)).body.code).toBe("passkey.refused");
    for (const wrongs of [
      { origin: "http://evil.test" },
      { host: "evil.test" },
      { isUnverified: true },
    ]) {
      const credential = authenticator(origin).create(await optionsOf("/offer", owner), wrongs);
      expect((await post("", owner, { name: "Phone", credential })).body.code).toBe(
        "passkey.refused",
      );
    }
    // A key that somebody has already is nobody else's.
    const twice = device.create(await optionsOf("/offer", other));
    expect((await post("", other, { name: "Phone", credential: twice })).body.code).toBe(
      "passkey.taken",
    );
  });
});

describe("an account", () => {
  const stateOf = (user: UserActor, status: "Active" | "Deactivated" | "Blocked") =>
    api.db.update(users).set({ status }).where(eq(users.id, user.userId));

  it("that may not log in with a password may not with a passkey", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const office = await makeUser(api.db, "Backoffice", { businessId });
    const [own, officeKey] = [await enrolled(owner), await enrolled(office)];
    await stateOf(owner, "Deactivated");
    await stateOf(office, "Deactivated");
    // A deactivated owner reads.
    expect(await answer(own)).toBe("in");
    expect(await answer(officeKey)).toBe("401 login.deactivated");
    await stateOf(owner, "Blocked");
    expect(await answer(own)).toBe("401 login.blocked");
  });

  it("has twenty passkeys at most, however many are added at once", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    for (let made = 0; made < 18; made += 1) await enrolled(owner);
    const offers = await Promise.all(Array.from({ length: 5 }, () => optionsOf("/offer", owner)));
    const answers = await Promise.all(
      offers.map((offer) =>
        post("", owner, { name: "One more", credential: authenticator(origin).create(offer) }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 400, 400, 400]);
    const refused = answers.find(({ status }) => status === 400);
    expect(refused?.body).toMatchObject({ code: "passkey.too_many" });
  });
});
