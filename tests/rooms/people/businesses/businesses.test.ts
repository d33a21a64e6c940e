import { eq, like } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { businesses } from "@/db/schema/businesses";
import { dayMs } from "@/lib/core/durations";
import { newId } from "@/lib/core/ids";
import {
  approveBusiness,
  listBusinesses,
  readBusiness,
  rejectBusiness,
  requestBusiness,
} from "@/lib/people/businesses";
import { assertBusinessActive } from "@/lib/people/businesses/inside";
import { mostRequests } from "@/lib/people/businesses/rules";
import { RequestBusiness, requestQueue } from "@/lib/people/businesses/schema";
import { createOperator, setPassword } from "@/lib/people/accounts";

import { testDatabase } from "../../../support/database";
import { makeUser, testStart } from "../../../support/world";
import { password, refusal, settingOf } from "../accounts/setting";

const { db } = await testDatabase({ max: 20 });
const world = settingOf(db);
const root = await makeUser(db, "SystemAdmin");
const admin = world.as(root);
const unknown = "01890000-0000-7000-8000-000000000000";
const waitingOnes = { page: 1, limit: 1, sort: "-createdAt", status: "PendingApproval" } as const;
const page = { page: 1, limit: 100, sort: "-createdAt" } as const;

let serial = 0;
const form = (): RequestBusiness => ({
  businessName: `Hudson ${(serial += 1)}`,
  contact: { name: "Olga Office", email: `olga${serial}@example.test`, phone: "+12125550100" },
  billing: { address: "1 Broadway\nNew York", taxId: "12-3456789" },
  timeZone: "America/New_York",
});
const request = async () => {
  const input = form();
  return { ...input, ...(await requestBusiness(world.nobody, input)) };
};

describe("a request", () => {
  it("waits for a decision, recorded and announced", async () => {
    const input = form();
    const { id, status } = await requestBusiness(world.nobody, input);
    expect(status).toBe("PendingApproval");
    expect(await readBusiness(admin, { id })).toEqual({
      id,
      name: input.businessName,
      status: "PendingApproval",
      contact: input.contact,
      billing: input.billing,
      timeZone: "America/New_York",
      rejectionReason: null,
      decidedAt: null,
      createdAt: world.clock.now().toISOString(),
      can: ["approve", "reject"],
      asksReason: ["reject"],
    });
    expect(await world.audits(id)).toMatchObject([
      { action: "Request", to: "PendingApproval", actorRole: "Anonymous", businessId: id },
    ]);
    expect(await world.events(id)).toEqual([
      { type: "business.requested", payload: { businessId: id } },
    ]);
  });

  it("F27: is one, however often and at once it is sent", async () => {
    const input = form();
    const sent = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() => requestBusiness(world.nobody, input)),
    );
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    const [{ id } = { id: "" }] = sent;
    expect(await world.audits(id)).toHaveLength(1);
    expect(await world.events(id)).toHaveLength(1);
    const search = { ...page, search: input.businessName };
    expect((await listBusinesses(admin, search)).total).toBe(1);
  });

  it("F27: of the same name and email, but otherwise another, is told that one waits", async () => {
    const input = form();
    await requestBusiness(world.nobody, input);
    const other = { ...input, businessName: input.businessName.toUpperCase() };
    expect(await refusal(requestBusiness(world.nobody, other))).toBe("business.requested");
  });

  it("F27: may be made anew once it is decided", async () => {
    const { id, status: _, ...input } = await request();
    await rejectBusiness(admin, { id, reason: "No answer at this number" });
    expect(await requestBusiness(world.nobody, input)).not.toMatchObject({ id });
  });

  it("A3: finds no room where so many wait that nobody would read it", async () => {
    const full = mostRequests - (await listBusinesses(admin, waitingOnes)).total;
    await db.insert(businesses).values(
      Array.from({ length: full }, (_, at) => ({
        id: newId(),
        name: `Waiting ${at}`,
        contactName: "Ada",
        contactEmail: `waiting${at}@example.test`,
        contactPhone: "+12125550100",
        timeZone: "America/New_York",
        status: "PendingApproval" as const,
        createdAt: world.clock.now(),
      })),
    );
    expect(await refusal(requestBusiness(world.nobody, form()))).toBe("business.requests_full");
    // What nobody has answered for a quarter of a year shuts nobody out.
    const waitingRows = like(businesses.name, "Waiting %");
    const daysAgo = (days: number) => new Date(world.clock.now().getTime() - days * dayMs);
    await db
      .update(businesses)
      .set({ createdAt: daysAgo(90) })
      .where(waitingRows);
    expect(await refusal(requestBusiness(world.nobody, form()))).toBe("business.requests_full");
    const over = new Date(daysAgo(90).getTime() - 1);
    await db.update(businesses).set({ createdAt: over }).where(waitingRows);
    expect(await requestBusiness(world.nobody, form())).toMatchObject({
      status: "PendingApproval",
    });
    await db.delete(businesses).where(waitingRows);
    expect(await requestBusiness(world.nobody, form())).toMatchObject({
      status: "PendingApproval",
    });
  });

  it("is refused with every fault at its field", () => {
    const faults = RequestBusiness.safeParse({
      businessName: "",
      contact: { name: "a\u0000b", email: "x", phone: "12" },
      billing: { address: "" },
      timeZone: "Mars/Olympus",
      extra: 1,
    });
    const fields = faults.error?.issues.map(({ path }) => path.join(".")) ?? [];
    expect(new Set(fields)).toEqual(
      new Set([
        "businessName",
        "contact.name",
        "contact.email",
        "contact.phone",
        "billing.address",
        "timeZone",
        "",
      ]),
    );
    for (const timeZone of ["+05:30", "", "UTC+1"]) {
      expect(RequestBusiness.safeParse({ ...form(), timeZone }).success, timeZone).toBe(false);
    }
    const { billing: _billing, ...short } = form();
    expect(RequestBusiness.safeParse(short).success).toBe(true);
  });
});

describe("approving", () => {
  it("makes the contact a Backoffice user, who enters by the invitation", async () => {
    const { id, contact } = await request();
    expect(await refusal(world.logIn(contact.email))).toBe("login.failed");
    const approved = await approveBusiness(admin, { id });
    expect(approved).toMatchObject({
      id,
      status: "Active",
      decidedAt: world.clock.now().toISOString(),
      admin: { email: contact.email, invited: true },
    });
    expect(await refusal(world.logIn(contact.email))).toBe("login.failed");
    const token = await world.secret(approved.admin.id);
    await setPassword(world.nobody, { token, password });
    expect(await world.logIn(contact.email)).toMatchObject({
      role: "Backoffice",
      businessId: id,
      mustChangePassword: false,
      user: { name: "Olga Office", phone: "+12125550100" },
    });
    expect((await world.audits(id)).at(-1)).toMatchObject({
      action: "Approve",
      from: "PendingApproval",
      to: "Active",
      actorId: root.userId,
    });
    expect((await world.events(id)).at(-1)).toEqual({
      type: "business.approved",
      payload: { businessId: id, userId: approved.admin.id },
    });
    expect((await world.events(approved.admin.id)).map(({ type }) => type)).toContain(
      "user.invited",
    );
  });

  it("takes another email and a temporary password, to be changed", async () => {
    const { id } = await request();
    const adminEmail = "boss@example.test";
    const approved = await approveBusiness(admin, { id, adminEmail, temporaryPassword: password });
    expect(approved.admin).toMatchObject({ email: adminEmail, invited: false });
    expect((await world.logIn(adminEmail)).mustChangePassword).toBe(true);
    expect((await world.events(approved.admin.id)).map(({ type }) => type)).not.toContain(
      "user.invited",
    );
  });

  it("refuses a taken email or a common password, and then decides nothing", async () => {
    const { id } = await request();
    const taken = { id, adminEmail: root.email ?? "" };
    expect(await refusal(approveBusiness(admin, taken))).toBe("user.email_taken @ adminEmail");
    expect(await refusal(approveBusiness(admin, { id, temporaryPassword: "password123" }))).toBe(
      "password.common @ temporaryPassword",
    );
    expect((await readBusiness(admin, { id })).status).toBe("PendingApproval");
    expect((await world.audits(id)).map(({ action }) => action)).toEqual(["Request"]);
    expect(await refusal(approveBusiness(admin, { id }))).toBe("done");
  });

  it("happens once, also by ten at once", async () => {
    const { id } = await request();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => refusal(approveBusiness(admin, { id }))),
    );
    expect(outcomes.toSorted()).toEqual([...Array(9).fill("business.decided"), "done"]);
    expect(await refusal(rejectBusiness(admin, { id, reason: "Late" }))).toBe("business.decided");
  });
});

describe("rejecting", () => {
  it("keeps the reason, makes no user, and is final", async () => {
    const { id, contact } = await request();
    const rejected = await rejectBusiness(admin, { id, reason: "No such company" });
    expect(rejected).toMatchObject({ status: "Rejected", rejectionReason: "No such company" });
    expect(await refusal(world.logIn(contact.email))).toBe("login.failed");
    expect((await world.audits(id)).at(-1)).toMatchObject({
      action: "Reject",
      from: "PendingApproval",
      to: "Rejected",
      reason: "No such company",
    });
    expect((await world.events(id)).at(-1)).toEqual({
      type: "business.rejected",
      payload: { businessId: id, reason: "No such company" },
    });
    expect(await refusal(approveBusiness(admin, { id }))).toBe("business.decided");
    expect(await refusal(rejectBusiness(admin, { id, reason: "Again" }))).toBe("business.decided");
  });
});

describe("who may", () => {
  it("decide: a SystemAdmin alone", async () => {
    const { id } = await request();
    const active = await request();
    await approveBusiness(admin, active);
    const office = await makeUser(db, "Backoffice", { businessId: active.id });
    const operator = await makeUser(db, "Operator", { businessId: active.id });
    const owner = await makeUser(db, "EvOwner");
    for (const actor of [office, operator, owner]) {
      const ctx = world.as(actor);
      expect(await refusal(approveBusiness(ctx, { id }))).toBe("request.forbidden");
      expect(await refusal(rejectBusiness(ctx, { id, reason: "No" }))).toBe("request.forbidden");
    }
    expect(await refusal(approveBusiness(world.nobody, { id }))).toBe("auth.required");
    expect(await refusal(approveBusiness(admin, { id: unknown }))).toBe("business.not_found");
    expect(await refusal(approveBusiness(admin, { id: "12" }))).toBe("business.not_found");
  });

  it("read: a SystemAdmin all, an office its own, which hides the others", async () => {
    const [mine, theirs] = [await request(), await request()];
    await approveBusiness(admin, mine);
    const office = world.as(await makeUser(db, "Backoffice", { businessId: mine.id }));
    expect((await readBusiness(office, { id: mine.id })).id).toBe(mine.id);
    expect((await readBusiness(office, { id: mine.id.toUpperCase() })).id).toBe(mine.id);
    expect(await refusal(readBusiness(office, { id: theirs.id }))).toBe("business.not_found");
    expect(await refusal(readBusiness(office, { id: unknown }))).toBe("business.not_found");
    expect((await listBusinesses(office, page)).items.map(({ id }) => id)).toEqual([mine.id]);
    const owner = world.as(await makeUser(db, "EvOwner"));
    expect(await refusal(readBusiness(owner, { id: mine.id }))).toBe("request.forbidden");
    expect(await refusal(listBusinesses(owner, page))).toBe("request.forbidden");
    expect(await refusal(listBusinesses(world.nobody, page))).toBe("auth.required");
  });
});

describe("the queue", () => {
  it("lists by status and search, oldest first when asked", async () => {
    const { id, contact, businessName } = await request();
    const ids = async (over: object) =>
      (await listBusinesses(admin, { ...page, ...over })).items.map((business) => business.id);
    expect(await ids({ search: contact.email })).toEqual([id]);
    expect(await ids({ search: businessName.toUpperCase() })).toContain(id);
    expect(await ids({ search: "%" })).toEqual([]);
    const pending = await ids({ status: "PendingApproval", sort: "createdAt" });
    expect(pending.at(-1)).toBe(id);
    expect((await listBusinesses(admin, { ...page, limit: 2, page: 2 })).items).toHaveLength(2);
  });
});

it("S7: the requests on an admin's first page, and in the queue, begin with who waits longest", async () => {
  const { id } = await request();
  const long = new Date(testStart.getTime() - 1_000_000);
  await db.update(businesses).set({ createdAt: long }).where(eq(businesses.id, id));
  await request();
  const { items } = await listBusinesses(admin, { ...requestQueue, page: 1, limit: 5 });
  expect(items[0]?.id).toBe(id);
});

describe("only an Active business", () => {
  it("passes the question that other rooms ask", async () => {
    const { id } = await request();
    expect(await refusal(assertBusinessActive(admin, id))).toBe("business.not_active @ businessId");
    const operator = {
      email: "early@example.test",
      name: "Early",
      phone: "+12125550111",
      stationIds: [],
      businessId: id,
    };
    expect(await refusal(createOperator(admin, operator))).toBe("business.not_active @ businessId");
    await approveBusiness(admin, { id });
    expect(await refusal(assertBusinessActive(admin, id))).toBe("done");
    expect(await refusal(createOperator(admin, operator))).toBe("done");
    expect(await refusal(assertBusinessActive(admin, unknown))).toBe(
      "business.not_found @ businessId",
    );
  });
});
