import { hashSync } from "bcryptjs";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { users } from "@/db/schema/accounts";
import { hashPassword } from "@/lib/core/passwords";
import { createAdmin, deactivateUser, blockUser, login } from "@/lib/people/accounts";
import { readAccessToken } from "@/lib/core/jwt";

import { testDatabase } from "../../../support/database";
import { hours } from "../../../support/test-clock";
import { makeBusiness, makeStation, makeUser, testConfig } from "../../../support/world";
import { password, refusal, settingOf } from "./setting";

const { db } = await testDatabase();
const world = settingOf(db);
await createAdmin(world.job("admin"), { email: "root@example.test", name: "Root", password });

describe("logging in", () => {
  it("takes an owner by email, NIC or phone, trimmed and in any letter case", async () => {
    const owner = await world.owner("200212345V", {
      email: "ada@example.test",
      phone: "+94771234567",
    });
    for (const name of [" Ada@Example.TEST ", "200212345v", " 200212345V", "+94 77 123-4567"]) {
      const result = await world.logIn(name);
      expect(result.user.id, name).toBe(owner.id);
    }
  });

  it("answers all that api.md promises an owner", async () => {
    const owner = await world.owner("200212345001");
    const result = await world.logIn(owner.nic);
    expect(result).toEqual({
      accessToken: expect.stringMatching(/^eyJ/),
      refreshToken: expect.stringMatching(/^[\w-]{43}$/),
      expiresIn: 3600,
      role: "EvOwner",
      businessId: null,
      backofficeId: null,
      operatorStationIds: [],
      ownerNic: "200212345001",
      mustChangePassword: false,
      user: {
        id: owner.id,
        role: "EvOwner",
        status: "Active",
        name: "Ravi",
        email: owner.email,
        phone: owner.phone,
        businessId: null,
        mustChangePassword: false,
        lastLoginAt: world.clock.now().toISOString(),
        createdAt: owner.createdAt,
        can: ["deactivate", "delete"],
        asksReason: [],
      },
    });
  });

  it("tells an operator's business and stations, in the answer and in the token", async () => {
    const business = await makeBusiness(db);
    const station = await makeStation(db, business.id);
    const operator = await makeUser(db, "Operator", {
      businessId: business.id,
      stationIds: [station.id],
      passwordHash: await hashPassword(password),
    });
    const result = await world.logIn(operator.email ?? "");
    expect(result).toMatchObject({
      role: "Operator",
      businessId: business.id,
      backofficeId: business.id,
      operatorStationIds: [station.id],
    });
    const claims = JSON.parse(
      Buffer.from(result.accessToken.split(".")[1] ?? "", "base64url").toString(),
    );
    expect(claims).toEqual({
      sub: operator.userId,
      role: "Operator",
      businessId: business.id,
      backofficeId: operator.businessId,
      operatorStationIds: operator.stationIds,
      ownerNIC: null,
      stationIds: [station.id],
      ownerNic: null,
      sid: expect.stringMatching(/^[\da-f-]{36}$/),
      ver: 1,
      iss: "baybook",
      aud: "baybook.clients",
      iat: world.clock.real().getTime() / 1000,
      exp: world.clock.real().getTime() / 1000 + 3600,
    });
    expect(
      await readAccessToken(testConfig.accessTokenKeys, result.accessToken, world.clock.real()),
    ).toMatchObject({ userId: operator.userId, sessionId: claims.sid, tokenVersion: 1 });
  });

  it("refuses a wrong password and an unknown name in the same words", async () => {
    const owner = await world.owner("200212345002");
    expect(await refusal(world.logIn(owner.nic, `${password}!`))).toBe("login.failed");
    expect(await refusal(world.logIn("200212345999"))).toBe("login.failed");
    expect(await refusal(world.logIn("nobody@example.test"))).toBe("login.failed");
    expect(await refusal(world.logIn("+94770000000"))).toBe("login.failed");
    expect(await refusal(world.logIn("%"))).toBe("login.failed");
  });

  it("does not log anybody in by the phone of a member of staff, which several may share", async () => {
    const operator = await makeUser(db, "Operator", {
      businessId: (await makeBusiness(db)).id,
      passwordHash: await hashPassword(password),
    });
    const [row] = await db.select().from(users).where(eq(users.id, operator.userId));
    expect(await refusal(world.logIn(row?.phone ?? ""))).toBe("login.failed");
  });

  it("refuses an invited user who has no password yet, whatever is typed", async () => {
    const admin = await createAdmin(world.job("admin"), { email: "new@example.test", name: "New" });
    expect(await refusal(world.logIn(admin.email, "anything at all"))).toBe("login.failed");
  });

  it("notes the time of the login by the rules' clock", async () => {
    const owner = await world.owner("200212345004");
    world.clock.advance(hours(1));
    await world.logIn(owner.nic);
    const [row] = await db.select().from(users).where(eq(users.id, owner.id));
    expect(row?.lastLoginAt).toEqual(world.clock.now());
  });
});

describe("a status that is not Active", () => {
  const ofStatus = async (
    role: "Operator" | "Backoffice" | "SystemAdmin" | "EvOwner",
    change: typeof blockUser,
  ) => {
    const businessId =
      role === "Operator" || role === "Backoffice" ? (await makeBusiness(db)).id : undefined;
    const user = await makeUser(db, role, {
      businessId,
      passwordHash: await hashPassword(password),
    });
    await change(world.root, { id: user.userId, reason: "Moved away" });
    return user.email ?? "";
  };

  it.each(["Operator", "Backoffice", "SystemAdmin"] as const)(
    "keeps a deactivated %s out, and says so only after the right password",
    async (role) => {
      const email = await ofStatus(role, deactivateUser);
      expect(await refusal(world.logIn(email, "wrong password"))).toBe("login.failed");
      expect(await refusal(world.logIn(email))).toBe("login.deactivated");
    },
  );

  it("lets a deactivated owner in, and says the status", async () => {
    const email = await ofStatus("EvOwner", deactivateUser);
    expect((await world.logIn(email)).user.status).toBe("Deactivated");
  });

  it.each(["Operator", "Backoffice", "SystemAdmin", "EvOwner"] as const)(
    "keeps a blocked %s out",
    async (role) => {
      const email = await ofStatus(role, blockUser);
      expect(await refusal(world.logIn(email, "wrong password"))).toBe("login.failed");
      expect(await refusal(world.logIn(email))).toBe("login.blocked");
    },
  );
});

describe("a bcrypt hash of an older system", () => {
  it("is accepted once and replaced by argon2id, without closing sessions", async () => {
    const user = await makeUser(db, "EvOwner", { passwordHash: hashSync(password, 6) });
    const stored = async () => {
      const [row] = await db.select().from(users).where(eq(users.id, user.userId));
      return row;
    };
    expect(await refusal(world.logIn(user.email ?? "", "wrong password"))).toBe("login.failed");
    expect((await stored())?.passwordHash).toMatch(/^\$2b\$/);
    await world.logIn(user.email ?? "");
    expect((await stored())?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await stored())?.tokenVersion).toBe(1);
    expect((await world.logIn(user.email ?? "")).user.id).toBe(user.userId);
  });
});

describe("what is typed differently", () => {
  it("is the same password when only the composition of accents differs", async () => {
    await createAdmin(world.job("admin"), {
      email: "accent@example.test",
      name: "Accent",
      password: "Zu\u0308rich-lädt-Autos",
    });
    const input = { username: "accent@example.test", password: "Z\u00fcrich-la\u0308dt-Autos" };
    expect((await login(world.nobody, input)).role).toBe("SystemAdmin");
  });
});
