import { describe, expect, it } from "vitest";

import {
  blockUser,
  createAdmin,
  deactivateUser,
  listUsers,
  reactivateUser,
} from "@/lib/people/accounts";
import { createStaff } from "@/lib/people/accounts/inside";

import { testDatabase } from "../../../support/database";
import { makeBusiness, makeUser } from "../../../support/world";
import { password, refusal, refusals, settingOf } from "./setting";

const page = { page: 1, limit: 100, sort: "-createdAt" } as const;

describe("users", async () => {
  const { db } = await testDatabase({ max: 20 });
  const world = settingOf(db);
  const business = await makeBusiness(db);
  const [root, second] = [await makeUser(db, "SystemAdmin"), await makeUser(db, "SystemAdmin")];
  const admin = world.as(root);

  it("are listed and moved by a SystemAdmin alone", async () => {
    const target = await makeUser(db, "EvOwner");
    const office = await makeUser(db, "Backoffice", { businessId: business.id });
    const operator = await makeUser(db, "Operator", { businessId: business.id });
    for (const actor of [office, operator, target]) {
      const ctx = world.as(actor);
      const input = { id: target.userId };
      const calls = [
        listUsers(ctx, page),
        deactivateUser(ctx, input),
        reactivateUser(ctx, input),
        blockUser(ctx, input),
        createAdmin(ctx, { email: "more@example.test", name: "More" }),
      ];
      expect(await refusals(calls)).toEqual(["request.forbidden"]);
    }
    expect(await refusal(createAdmin(admin, { email: "more@example.test", name: "More" }))).toBe(
      "request.forbidden",
    );
    expect(await refusal(listUsers(world.nobody, page))).toBe("auth.required");
    expect((await listUsers(admin, page)).total).toBe(5);
  });

  it("are found by role, status, business and search", async () => {
    const user = await makeUser(db, "Backoffice", { businessId: business.id, name: "Olga Office" });
    const ids = async (over: object) =>
      (await listUsers(admin, { ...page, ...over })).items.map(({ id }) => id);
    expect(await ids({ search: "olga" })).toEqual([user.userId]);
    expect(await ids({ role: "SystemAdmin" })).toHaveLength(2);
    expect(await ids({ businessId: business.id, role: "Backoffice" })).toContain(user.userId);
    await blockUser(admin, { id: user.userId });
    expect(await ids({ status: "Blocked" })).toEqual([user.userId]);
  });

  it("move along the states that there are, and no others", async () => {
    const moves = { deactivateUser, blockUser, reactivateUser };
    const walk = async (...steps: (keyof typeof moves)[]) => {
      const { userId: id } = await makeUser(db, "EvOwner");
      const seen: string[] = [];
      for (const step of steps) {
        const outcome = await refusal(moves[step](admin, { id, reason: "Walk" }));
        seen.push(outcome === "done" ? step : outcome);
      }
      return seen.at(-1);
    };
    expect(await walk("deactivateUser")).toBe("deactivateUser");
    expect(await walk("blockUser")).toBe("blockUser");
    expect(await walk("reactivateUser")).toBe("user.status");
    expect(await walk("deactivateUser", "deactivateUser")).toBe("user.status");
    expect(await walk("deactivateUser", "blockUser")).toBe("blockUser");
    expect(await walk("deactivateUser", "reactivateUser")).toBe("reactivateUser");
    expect(await walk("blockUser", "deactivateUser")).toBe("user.status");
    expect(await walk("blockUser", "blockUser")).toBe("user.status");
    expect(await walk("blockUser", "reactivateUser")).toBe("reactivateUser");
  });

  it("are recorded with from, to and reason", async () => {
    const { userId: id } = await makeUser(db, "EvOwner");
    await deactivateUser(admin, { id, reason: "Three no-shows" });
    await blockUser(admin, { id, reason: "Fraud" });
    expect((await world.audits(id)).at(-1)).toMatchObject({
      action: "Block",
      from: "Deactivated",
      to: "Blocked",
      reason: "Fraud",
      actorId: root.userId,
      ownerId: id,
    });
    expect((await world.events(id)).at(-1)).toEqual({
      type: "user.blocked",
      payload: { userId: id, ownerId: id, reason: "Fraud" },
    });
  });

  it("that are owners are deactivated with a reason, whichever door is taken; others need none", async () => {
    const owner = await makeUser(db, "EvOwner");
    const id = owner.userId;
    const { items } = await listUsers(admin, { ...page, search: owner.email ?? "" });
    expect(items.map(({ asksReason }) => asksReason)).toEqual([["deactivate", "erase"]]);
    expect(await refusal(deactivateUser(admin, { id }))).toBe("owner.reason_required @ reason");
    expect(await refusal(blockUser(admin, { id }))).toBe("done");
    expect(await refusal(reactivateUser(admin, { id }))).toBe("done");
    expect(await refusal(deactivateUser(admin, { id, reason: "Moved away" }))).toBe("done");
    expect((await world.audits(id)).at(-1)).toMatchObject({ reason: "Moved away" });
    const office = await makeUser(db, "Backoffice", { businessId: business.id });
    expect(await refusal(deactivateUser(admin, { id: office.userId }))).toBe("done");
  });

  it("that do not exist are not found", async () => {
    const missing = { id: "01890000-0000-7000-8000-000000000000" };
    expect(await refusal(deactivateUser(admin, missing))).toBe("user.not_found");
    expect(await refusal(blockUser(admin, { id: "nobody" }))).toBe("user.not_found");
  });

  it("never leave the platform without an administrator, also when both close each other at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const outcomes = await Promise.all([
        refusal(deactivateUser(admin, { id: second.userId })),
        refusal(blockUser(world.as(second), { id: root.userId })),
      ]);
      expect(outcomes.toSorted()).toEqual(["done", "user.last_admin"]);
      const left = await listUsers(world.root, { ...page, role: "SystemAdmin" });
      expect(left.items.filter(({ status }) => status === "Active")).toHaveLength(1);
      for (const { id, status } of left.items) {
        if (status !== "Active") await reactivateUser(world.root, { id });
      }
    }
    await deactivateUser(admin, { id: second.userId });
    expect(await refusal(deactivateUser(admin, { id: root.userId }))).toBe("user.last_admin");
    const { items } = await listUsers(world.root, { ...page, role: "SystemAdmin" });
    const can = Object.fromEntries(items.map((one) => [one.id, one.can]));
    expect(can[root.userId]).toEqual([]);
    expect(can[second.userId]).toEqual(["restore", "block", "erase"]);
  });
});

describe("the first users", async () => {
  const { db } = await testDatabase();
  const world = settingOf(db);

  it("are made by the installation: an administrator with a password, who can log in", async () => {
    const admin = await createAdmin(world.job("admin"), {
      email: "root@example.test",
      name: "Root",
      password,
    });
    expect(admin).toMatchObject({ role: "SystemAdmin", mustChangePassword: false });
    expect((await world.logIn("root@example.test")).role).toBe("SystemAdmin");
    expect(
      await refusal(createAdmin(world.job("admin"), { email: "root@example.test", name: "Again" })),
    ).toBe("user.email_taken @ email");
    expect(
      await refusal(createAdmin(world.nobody, { email: "sly@example.test", name: "Sly" })),
    ).toBe("auth.required");
  });

  it("of a business are made by a SystemAdmin, never by the business itself", async () => {
    const business = await makeBusiness(db);
    const office = world.as(await makeUser(db, "Backoffice", { businessId: business.id }));
    const staff = {
      role: "Backoffice",
      businessId: business.id,
      email: "colleague@example.test",
      name: "Colleague",
    } as const;
    expect(await refusal(createStaff(office, staff))).toBe("request.forbidden");
    const made = await createStaff(world.root, staff);
    expect(made).toMatchObject({ role: "Backoffice", businessId: business.id, phone: null });
  });
});
