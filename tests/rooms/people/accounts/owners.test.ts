import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { loginSessions } from "@/db/schema/accounts";
import { RegisterOwner } from "@/lib/people/accounts/schema";
import {
  blockUser,
  deactivateOwner,
  listOwners,
  readOwner,
  reactivateOwner,
  registerOwner,
  signUp,
  updateOwner,
} from "@/lib/people/accounts";
import { assertOwnerActive, isNic } from "@/lib/people/accounts/inside";

import { bookedBefore } from "../../../support/booked-before";
import { testDatabase } from "../../../support/database";
import { makeBusiness, makeUser } from "../../../support/world";
import { ownerActor, password, refusal, refusals, settingOf } from "./setting";

const { db } = await testDatabase({ max: 20 });
const world = settingOf(db);
const business = await makeBusiness(db);
const office = world.as(await makeUser(db, "Backoffice", { businessId: business.id }));
const operator = world.as(await makeUser(db, "Operator", { businessId: business.id }));
const admin = world.as(await makeUser(db, "SystemAdmin"));
let serial = 0;
const freshOwner = () => world.owner(String(200_212_350_000 + (serial += 1)));
const page = { page: 1, limit: 10, sort: "-createdAt" } as const;

describe("an identity number", () => {
  it.each([
    "200212345679",
    "991234567V",
    "991234567X",
    " 991234567v ",
    "991234567x",
    "99123456７V",
    "2002 1234-5679",
    "\u202a991234567V\u202c",
  ])("may be %j", (nic) => expect(isNic(nic)).toBe(true));
  it.each(["20021234567", "2002123456790", "991234567Y", "99123456V", "", "V"])(
    "may not be %j",
    (nic) => expect(isNic(nic)).toBe(false),
  );

  it("is refused by the schema at its field, beside every other fault", () => {
    const faults = RegisterOwner.safeParse({
      nic: "12",
      name: " ",
      email: "no",
      phone: "none yet",
      password: "short",
      vehiclePlate: "A\nB",
    });
    expect(faults.error?.issues.map(({ path }) => path.join(".")).toSorted()).toEqual(
      ["email", "name", "nic", "password", "phone", "vehiclePlate"].toSorted(),
    );
    expect(RegisterOwner.safeParse({ country: "XX" }).success).toBe(false);
    expect(RegisterOwner.safeParse({ nic: 12 }).success).toBe(false);
    expect(RegisterOwner.safeParse(null).success).toBe(false);
  });

  it("folds letter case, and leaves the phone to who knows its country", () => {
    const parsed = RegisterOwner.parse({
      nic: "991234567v",
      name: " Ravi ",
      email: " Ravi@Example.TEST",
      phone: "+94 (77) 123-45.67",
      password,
    });
    expect(parsed).toEqual({
      nic: "991234567V",
      country: "LK",
      name: "Ravi",
      email: "ravi@example.test",
      phone: "+94 (77) 123-45.67",
      password,
    });
  });
});

describe("registering", () => {
  it("makes an Active owner, recorded and announced", async () => {
    const owner = await registerOwner(world.nobody, {
      nic: "991234567V",
      country: "LK",
      name: "Ravi",
      email: "ravi@example.test",
      phone: "+94770000001",
      vehiclePlate: "CAB-1234",
      password,
    });
    expect(owner).toEqual({
      id: owner.id,
      ownerId: owner.id,
      nic: "991234567V",
      country: "LK",
      name: "Ravi",
      email: "ravi@example.test",
      phone: "+94770000001",
      vehiclePlate: "CAB-1234",
      status: "Active",
      lastLoginAt: null,
      createdAt: world.clock.now().toISOString(),
      // Nobody has signed in yet.
      can: [],
      asksReason: [],
    });
    expect(await world.audits(owner.id)).toMatchObject([
      { action: "Create", to: "Active", actorRole: "Anonymous", ownerId: owner.id },
    ]);
    expect(await world.events(owner.id)).toEqual([
      { type: "owner.registered", payload: { userId: owner.id, ownerId: owner.id } },
    ]);
  });

  it("asks on the site for a name, an email and a password alone, and opens no session", async () => {
    const { id } = await signUp(world.nobody, {
      name: "Nora",
      email: "nora@example.test",
      password,
    });
    expect(await readOwner(admin, { nic: id })).toMatchObject({
      nic: null,
      phone: null,
      status: "Active",
    });
    expect(await world.events(id)).toMatchObject([{ type: "owner.registered" }]);
    const sessions = await db.select().from(loginSessions).where(eq(loginSessions.userId, id));
    expect(sessions).toEqual([]);
  });

  it("names the field that somebody has already, and stores nothing of it", async () => {
    const first = await freshOwner();
    const total = async () => (await listOwners(admin, page)).total;
    const before = await total();
    const other = { email: "other@example.test", phone: "+94770000009" };
    expect(await refusal(world.owner(first.nic, other))).toBe("owner.nic_taken @ nic");
    expect(await refusal(world.owner("200299999999", { ...other, email: first.email }))).toBe(
      "user.email_taken @ email",
    );
    expect(await refusal(world.owner("200299999999", { ...other, phone: first.phone ?? "" }))).toBe(
      "owner.phone_taken @ phone",
    );
    expect(await total()).toBe(before);
    expect(await refusal(world.owner("200299999999", other))).toBe("done");
  });

  it("refuses the email of a member of staff, but not their phone", async () => {
    const staff = await makeUser(db, "Operator", { businessId: business.id });
    expect(await refusal(world.owner("200288888888", { email: staff.email ?? "" }))).toBe(
      "user.email_taken @ email",
    );
  });

  it("gives one of twenty who register the same number at once their account", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => refusal(world.owner("200277777777"))),
    );
    expect(outcomes.toSorted()).toEqual(["done", ...Array(19).fill("owner.nic_taken @ nic")]);
  });

  it("refuses a common password at its field", async () => {
    const input = {
      nic: "200266666666",
      country: "LK",
      name: "Ravi",
      email: "common@example.test",
      phone: "+94770000066",
      password: "Password1",
    } as const;
    expect(await refusal(registerOwner(world.nobody, input))).toBe("password.common @ password");
  });
});

describe("reading and changing a profile", () => {
  it("finds an owner by NIC in any letter case, and by user id", async () => {
    const owner = await world.owner("901234567X");
    for (const nic of ["901234567x", " 901234567X ", owner.id, owner.id.toUpperCase()]) {
      expect((await readOwner(admin, { nic })).id, nic).toBe(owner.id);
    }
  });

  it("hides another's profile from an owner as if there were none", async () => {
    const [mine, theirs] = [await freshOwner(), await freshOwner()];
    const me = world.as(ownerActor(mine));
    expect((await readOwner(me, { nic: mine.nic })).id).toBe(mine.id);
    const calls = [
      readOwner(me, { nic: theirs.nic }),
      readOwner(me, { nic: theirs.id }),
      readOwner(me, { nic: "200200000000" }),
      readOwner(me, { nic: "no such thing" }),
      updateOwner(me, { nic: theirs.nic }, { name: "Mine now" }),
      deactivateOwner(me, { nic: theirs.nic, reason: "Spite" }),
    ];
    expect(await refusals(calls)).toEqual(["owner.not_found"]);
  });

  it("does not take a member of staff for an owner", async () => {
    const staff = await makeUser(db, "Operator", { businessId: business.id });
    expect(await refusal(readOwner(admin, { nic: staff.userId }))).toBe("owner.not_found");
  });

  it("is for offices, SystemAdmins and the owner; operators may never, nobody must sign in", async () => {
    const { nic } = await freshOwner();
    expect(await refusal(readOwner(office, { nic }))).toBe("done");
    expect(await refusal(readOwner(admin, { nic }))).toBe("done");
    expect(await refusal(readOwner(operator, { nic }))).toBe("request.forbidden");
    expect(await refusal(readOwner(world.nobody, { nic }))).toBe("auth.required");
    expect(await refusal(listOwners(operator, page))).toBe("request.forbidden");
    expect(await refusal(listOwners(world.nobody, page))).toBe("auth.required");
    for (const staff of [office, admin, operator]) {
      expect(await refusal(updateOwner(staff, { nic }, { name: "Not mine" }))).toBe(
        "request.forbidden",
      );
    }
  });

  it("changes what is named, keeps the rest, and records both values", async () => {
    const owner = await freshOwner();
    const me = world.as(ownerActor(owner));
    const changed = await updateOwner(
      me,
      { nic: owner.nic },
      {
        name: "Ravi the Second",
        vehiclePlate: "CAB-1",
      },
    );
    expect(changed).toEqual({
      ...owner,
      name: "Ravi the Second",
      vehiclePlate: "CAB-1",
      can: ["deactivate", "delete"],
    });
    expect((await world.audits(owner.id)).at(-1)).toMatchObject({
      action: "Update",
      changes: { name: ["Ravi", "Ravi the Second"], vehiclePlate: [null, "CAB-1"] },
      ownerId: owner.id,
    });
    expect(
      (await updateOwner(me, { nic: owner.nic }, { vehiclePlate: null })).vehiclePlate,
    ).toBeNull();
    const audits = await world.audits(owner.id);
    await updateOwner(me, { nic: owner.nic }, { name: "Ravi the Second" });
    expect(await world.audits(owner.id)).toHaveLength(audits.length);
  });

  it("refuses an email or phone that somebody has, and then changes nothing", async () => {
    const [mine, theirs] = [await freshOwner(), await freshOwner()];
    const me = world.as(ownerActor(mine));
    const key = { nic: mine.nic };
    const patch = { name: "Half done", vehiclePlate: "X-1" };
    expect(await refusal(updateOwner(me, key, { ...patch, email: theirs.email }))).toBe(
      "user.email_taken @ email",
    );
    expect(await refusal(updateOwner(me, key, { ...patch, phone: theirs.phone ?? "" }))).toBe(
      "owner.phone_taken @ phone",
    );
    expect(await readOwner(me, { nic: mine.nic })).toEqual({
      ...mine,
      can: ["deactivate", "delete"],
    });
  });
});

describe("listing owners", () => {
  it("searches in NIC, name, email and phone, and takes signs of the search language as they are", async () => {
    const owner = await registerOwner(world.nobody, {
      nic: "881234567V",
      country: "LK",
      name: "Nadeesha 100%",
      email: "nadee_sha@example.test",
      phone: "+94719999999",
      password,
    });
    const found = async (search: string) =>
      (await listOwners(admin, { ...page, search })).items.map(({ id }) => id);
    for (const search of ["881234567v", "nadee", "DEE_SHA@", "719999", "100%"]) {
      expect(await found(search), search).toEqual([owner.id]);
    }
    for (const search of ["nadeexsha", "100%%", "\\"]) expect(await found(search)).toEqual([]);
  });

  it("pages, sorts, and filters by status", async () => {
    const all = await listOwners(admin, { page: 1, limit: 100, sort: "name" });
    expect(all.total).toBe(all.items.length);
    const second = await listOwners(admin, { page: 2, limit: 3, sort: "name" });
    expect(second.items.map(({ id }) => id)).toEqual(all.items.slice(3, 6).map(({ id }) => id));
    expect(second.total).toBe(all.total);
    const owner = await freshOwner();
    await deactivateOwner(admin, { nic: owner.nic, reason: "Moved away" });
    const gone = await listOwners(admin, { ...page, status: "Deactivated" });
    expect(gone.items.map(({ id }) => id)).toEqual([owner.id]);
  });

  it("shows an owner the own profile alone", async () => {
    const owner = await freshOwner();
    const mine = await listOwners(world.as(ownerActor(owner)), page);
    expect(mine).toEqual({ items: [{ ...owner, can: ["deactivate", "delete"] }], total: 1 });
  });
});

describe("deactivating and reactivating", () => {
  it("is the owner's own right, without a reason", async () => {
    const owner = await freshOwner();
    const gone = await deactivateOwner(world.as(ownerActor(owner)), { nic: owner.nic });
    expect(gone.status).toBe("Deactivated");
    expect((await world.audits(owner.id)).at(-1)).toMatchObject({
      action: "Deactivate",
      from: "Active",
      to: "Deactivated",
      reason: null,
      actorId: owner.id,
    });
    expect((await world.events(owner.id)).at(-1)?.type).toBe("user.deactivated");
  });

  it("asks staff for a reason, and records it", async () => {
    const owner = await freshOwner();
    await bookedBefore(db, business.id, owner.id);
    expect(await refusal(deactivateOwner(office, { nic: owner.nic }))).toBe(
      "owner.reason_required @ reason",
    );
    await deactivateOwner(office, { nic: owner.nic, reason: "Three no-shows" });
    expect((await world.audits(owner.id)).at(-1)).toMatchObject({ reason: "Three no-shows" });
  });

  it("is undone by staff alone", async () => {
    const owner = await freshOwner();
    const me = world.as(ownerActor(owner));
    await deactivateOwner(me, { nic: owner.nic });
    expect(await refusal(reactivateOwner(me, { nic: owner.nic }))).toBe("request.forbidden");
    expect(await refusal(reactivateOwner(operator, { nic: owner.nic }))).toBe("request.forbidden");
    expect(await refusal(reactivateOwner(world.nobody, { nic: owner.nic }))).toBe("auth.required");
    expect((await reactivateOwner(office, { nic: owner.nic })).status).toBe("Active");
    expect((await world.events(owner.id)).at(-1)?.type).toBe("user.reactivated");
  });

  it("hears that somebody was first", async () => {
    const owner = await freshOwner();
    expect(await refusal(reactivateOwner(admin, { nic: owner.nic }))).toBe("user.status");
    const close = () => refusal(deactivateOwner(admin, { nic: owner.nic, reason: "Twice" }));
    const outcomes = await Promise.all(Array.from({ length: 8 }, close));
    expect(outcomes.toSorted()).toEqual(["done", ...Array(7).fill("user.status")]);
    expect((await world.audits(owner.id)).map(({ action }) => action)).toEqual([
      "Create",
      "Deactivate",
    ]);
  });

  it("does not lift a block, which a SystemAdmin set", async () => {
    const owner = await freshOwner();
    await blockUser(admin, { id: owner.id });
    expect(await refusal(reactivateOwner(office, { nic: owner.nic }))).toBe("user.status");
  });
});

describe("a booking action", () => {
  it("passes an Active owner and staff, and refuses a deactivated owner", async () => {
    const owner = await freshOwner();
    const as = (status: "Active" | "Deactivated") =>
      refusal((async () => assertOwnerActive(world.as({ ...ownerActor(owner), status })))());
    expect(await as("Active")).toBe("done");
    expect(await as("Deactivated")).toBe("owner.deactivated");
    expect(await refusal((async () => assertOwnerActive(world.root))())).toBe("done");
  });
});
