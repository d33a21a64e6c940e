import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { accountLinks, users } from "@/db/schema/accounts";
import { outboxEvents } from "@/db/schema/outbox";
import {
  blockUser,
  createAdmin,
  deactivateUser,
  forgotPassword,
  reactivateUser,
  setPassword,
} from "@/lib/people/accounts";
import { issueLink } from "@/lib/people/accounts/inside";

import { testDatabase } from "../../../support/database";
import { hours, minutes } from "../../../support/test-clock";
import { makeBusiness, makeUser } from "../../../support/world";
import { password, refusal, settingOf } from "./setting";

const { db } = await testDatabase({ max: 20 });
const world = settingOf(db);
let serial = 0;
const invited = () =>
  createAdmin(world.job("admin"), { email: `invited${(serial += 1)}@example.test`, name: "Inge" });
const set = (token: string, word = "Chosen-by-myself-1") =>
  refusal(setPassword(world.nobody, { token, password: word }));

describe("an invitation", () => {
  it("is announced without its secret, and carries the address of the web application", async () => {
    const user = await invited();
    expect(await world.events(user.id)).toEqual([
      { type: "user.created", payload: { userId: user.id } },
      { type: "user.invited", payload: { userId: user.id } },
    ]);
    const link = await issueLink(world.job("outbox"), { userId: user.id, purpose: "Invitation" });
    expect(link).toEqual({
      url: expect.stringMatching(/^http:\/\/baybook\.test\/set-password\?token=[\w-]{43}$/),
      expiresAt: new Date(world.clock.real().getTime() + hours(72)),
      email: user.email,
      name: "Inge",
    });
    const secret = new URL(link.url).searchParams.get("token") ?? "";
    expect(JSON.stringify(await db.select().from(accountLinks))).not.toContain(secret);
    expect(JSON.stringify(await db.select().from(outboxEvents))).not.toContain(secret);
  });

  it("sets the password, after which the user can log in", async () => {
    const user = await invited();
    expect(await refusal(world.logIn(user.email, "Chosen-by-myself-1"))).toBe("login.failed");
    expect(await set(await world.secret(user.id))).toBe("done");
    expect((await world.logIn(user.email, "Chosen-by-myself-1")).mustChangePassword).toBe(false);
    expect((await world.audits(user.id)).at(-1)).toMatchObject({
      action: "SetPassword",
      actorRole: "Anonymous",
    });
    expect((await world.events(user.id)).at(-1)?.type).toBe("user.password_changed");
  });

  it("works until one millisecond before 72 hours, and not at 72 hours", async () => {
    const [early, late] = [await invited(), await invited()];
    const secrets = [await world.secret(early.id), await world.secret(late.id)];
    const began = world.clock.real().getTime();
    world.clock.set(new Date(began + hours(72) - 1));
    expect(await set(secrets[0] ?? "")).toBe("done");
    world.clock.set(new Date(began + hours(72)));
    expect(await set(secrets[1] ?? "")).toBe("link.invalid");
    world.clock.set(new Date(began + hours(72) + 1));
    expect(await set(secrets[1] ?? "")).toBe("link.invalid");
    world.clock.set(new Date(began));
    expect(await set(secrets[1] ?? "")).toBe("done");
  });

  it("is used once, also by twenty at once", async () => {
    const user = await invited();
    const secret = await world.secret(user.id);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => set(secret)));
    expect(outcomes.toSorted()).toEqual(["done", ...Array(19).fill("link.invalid")]);
  });

  it("uses up the user's other links with it, and nobody else's", async () => {
    const [user, other] = [await invited(), await invited()];
    const [first, second, third] = [
      await world.secret(user.id),
      await world.secret(user.id, "PasswordReset"),
      await world.secret(other.id),
    ];
    expect(await set(first ?? "")).toBe("done");
    expect(await set(second ?? "")).toBe("link.invalid");
    expect(await set(third ?? "")).toBe("done");
  });

  it("still works after a common password was refused", async () => {
    const user = await invited();
    const secret = await world.secret(user.id);
    for (const word of ["12345678", "password1", "PassWord1", "qwertyuiop", "iloveyou1"]) {
      expect(await set(secret, word), word).toBe("password.common @ password");
    }
    expect(await set(secret)).toBe("done");
  });

  it("refuses one that nobody was sent", async () => {
    expect(await set("made-up")).toBe("link.invalid");
  });

  it("stops when the account is closed, and does not come back with it", async () => {
    const user = await invited();
    const secret = await world.secret(user.id);
    await deactivateUser(world.root, { id: user.id });
    expect(await set(secret)).toBe("link.invalid");
    await reactivateUser(world.root, { id: user.id });
    expect(await set(secret)).toBe("link.invalid");
  });
});

describe("a reset link", () => {
  it("lives 60 minutes, to the millisecond", async () => {
    const owner = await world.owner("200212346001");
    const [first, second] = [
      await world.secret(owner.id, "PasswordReset"),
      await world.secret(owner.id, "PasswordReset"),
    ];
    const began = world.clock.real().getTime();
    world.clock.set(new Date(began + minutes(60)));
    expect(await set(second ?? "")).toBe("link.invalid");
    world.clock.set(new Date(began + minutes(60) - 1));
    expect(await set(first ?? "")).toBe("done");
    world.clock.set(new Date(began));
  });

  it("stops every older session, and lifts the need to change a given password", async () => {
    const business = await makeBusiness(db);
    const user = await makeUser(db, "Operator", { businessId: business.id });
    await db.update(users).set({ mustChangePassword: true }).where(eq(users.id, user.userId));
    const owner = await world.owner("200212346002");
    const before = await world.logIn(owner.nic);
    expect(await set(await world.secret(owner.id, "PasswordReset"))).toBe("done");
    const [row] = await db.select().from(users).where(eq(users.id, owner.id));
    expect(row?.tokenVersion).toBe(2);
    expect(await refusal(world.logIn(owner.nic, password))).toBe("login.failed");
    expect(before.user.id).toBe(owner.id);
    await set(await world.secret(user.userId, "PasswordReset"));
    expect((await world.logIn(user.email ?? "", "Chosen-by-myself-1")).mustChangePassword).toBe(
      false,
    );
  });
});

describe("a forgotten password", () => {
  const asked = async (username: string) => {
    const before = (await db.select().from(outboxEvents)).length;
    const answer = await forgotPassword(world.nobody, { username });
    const events = (await db.select().from(outboxEvents)).slice(before);
    return { answer, events: events.map(({ type, payload }) => ({ type, payload })) };
  };

  it("answers the same whether or not there is such an account", async () => {
    const owner = await world.owner("200212346003");
    const found = await asked(owner.nic);
    const lost = await asked("nobody@example.test");
    expect(found.answer).toEqual(lost.answer);
    expect(found.events).toEqual([
      { type: "user.password_reset_requested", payload: { userId: owner.id } },
    ]);
    expect(lost.events).toEqual([]);
  });

  it("sends nothing to those who may not log in, and helps a deactivated owner", async () => {
    const owner = await world.owner("200212346004");
    await deactivateUser(world.root, { id: owner.id, reason: "Moved away" });
    expect((await asked(owner.email)).events).toHaveLength(1);
    await blockUser(world.root, { id: owner.id });
    expect((await asked(owner.email)).events).toEqual([]);
    expect(
      await refusal(issueLink(world.job("outbox"), { userId: owner.id, purpose: "PasswordReset" })),
    ).toBe("user.status");
  });

  it("takes about as long either way", async () => {
    const owner = await world.owner("200212346005");
    const times: Record<string, number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 15; round += 1) {
      for (const [kind, username] of [
        ["known", owner.nic],
        ["unknown", "nobody@example.test"],
      ] as const) {
        const began = performance.now();
        await forgotPassword(world.nobody, { username });
        times[kind]?.push(performance.now() - began);
      }
    }
    const median = (kind: string) => times[kind]?.toSorted((a, b) => a - b)[7] ?? 0;
    expect(median("unknown") / median("known")).toBeGreaterThan(0.6);
    expect(median("unknown") / median("known")).toBeLessThan(1.7);
  });
});

describe("issuing a link", () => {
  it("is for the command and the outbox, and for users who exist", async () => {
    const owner = await world.owner("200212346006");
    const input = { userId: owner.id, purpose: "PasswordReset" } as const;
    expect(await refusal(issueLink(world.nobody, input))).toBe("auth.required");
    const office = await makeUser(db, "Backoffice", { businessId: (await makeBusiness(db)).id });
    for (const ctx of [world.as(office), world.root, world.job("clean-up")]) {
      expect(await refusal(issueLink(ctx, input))).toBe("request.forbidden");
    }
    const nobody = { ...input, userId: "01890000-0000-7000-8000-000000000000" };
    expect(await refusal(issueLink(world.job("outbox"), nobody))).toBe("user.not_found");
  });
});
