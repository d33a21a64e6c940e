import { describe, expect, it } from "vitest";

import {
  createOperator,
  deactivateOperator,
  listOperators,
  loadActor,
  reactivateOperator,
  readOperator,
  updateOperator,
} from "@/lib/people/accounts";
import type { Context } from "@/lib/core/context";

import { testDatabase } from "../../../support/database";
import { signedIn } from "../../../support/sign-in";
import { makeBusiness, makeStation, makeUser } from "../../../support/world";
import { password, refusal, refusals, settingOf } from "./setting";

const { db } = await testDatabase();
const world = settingOf(db);
const hudson = await makeBusiness(db, "Hudson");
const mohawk = await makeBusiness(db, "Mohawk");
const office = world.as(await makeUser(db, "Backoffice", { businessId: hudson.id }));
const rival = world.as(await makeUser(db, "Backoffice", { businessId: mohawk.id }));
const admin = world.as(await makeUser(db, "SystemAdmin"));
const [north, south, theirs] = [
  await makeStation(db, hudson.id),
  await makeStation(db, hudson.id),
  await makeStation(db, mohawk.id),
];
const listed = await makeStation(db, null);
const unknown = "01890000-0000-7000-8000-000000000000";
const page = { page: 1, limit: 100, sort: "name" } as const;

let serial = 0;
const make = (ctx: Context, over: Partial<Parameters<typeof createOperator>[1]> = {}) =>
  createOperator(ctx, {
    email: `operator${(serial += 1)}@example.test`,
    name: `Operator ${serial}`,
    phone: "+12125550111",
    stationIds: [north.id],
    ...over,
  });

describe("making an operator", () => {
  it("with a password asks for another at the first login on the web", async () => {
    const operator = await make(office, { password, stationIds: [south.id, north.id, north.id] });
    expect(operator).toMatchObject({
      role: "Operator",
      status: "Active",
      businessId: hudson.id,
      stationIds: [north.id, south.id].toSorted(),
      mustChangePassword: true,
    });
    expect(await readOperator(office, { id: operator.id })).toEqual(operator);
    expect((await world.logIn(operator.email)).mustChangePassword).toBe(true);
    expect((await world.events(operator.id)).map(({ type }) => type)).toEqual(["user.created"]);
    expect((await world.audits(operator.id)).map(({ action }) => action)).toEqual([
      "Create",
      "AssignStations",
    ]);
  });

  it("without one invites them", async () => {
    const operator = await make(office);
    expect(operator.mustChangePassword).toBe(false);
    expect((await world.events(operator.id)).map(({ type }) => type)).toEqual([
      "user.created",
      "user.invited",
    ]);
  });

  it("may assign no station yet", async () => {
    expect((await make(office, { stationIds: [] })).stationIds).toEqual([]);
  });

  it.each([
    ["of another business", theirs.id],
    ["that no business runs", listed.id],
    ["that does not exist", unknown],
  ])("refuses a station %s, and makes nobody", async (_name, stationId) => {
    const before = (await listOperators(admin, page)).total;
    const email = `lost${(serial += 1)}@example.test`;
    const call = make(office, { email, stationIds: [north.id, stationId] });
    expect(await refusal(call)).toBe("operator.stations_unknown @ stationIds");
    expect((await listOperators(admin, page)).total).toBe(before);
    expect(await refusal(make(office, { email }))).toBe("done");
  });

  it("refuses an email that somebody has, and a common password", async () => {
    const { email } = await make(office);
    expect(await refusal(make(rival, { email, stationIds: [] }))).toBe("user.email_taken @ email");
    expect(await refusal(make(office, { password: "baseball1" }))).toBe(
      "password.common @ password",
    );
  });

  it("takes the business from the stations when a SystemAdmin names none", async () => {
    expect((await make(admin, { stationIds: [theirs.id] })).businessId).toBe(mohawk.id);
    const named = await make(admin, { businessId: hudson.id, stationIds: [] });
    expect(named.businessId).toBe(hudson.id);
    const required = "operator.business_required @ businessId";
    expect(await refusal(make(admin, { stationIds: [] }))).toBe(required);
    expect(await refusal(make(admin, { stationIds: [north.id, theirs.id] }))).toBe(required);
    expect(await refusal(make(admin, { businessId: mohawk.id }))).toBe(
      "operator.stations_unknown @ stationIds",
    );
    expect(await refusal(make(admin, { businessId: unknown }))).toBe(
      "business.not_found @ businessId",
    );
  });

  it("is for the business's own office: another business is hidden, other roles may never", async () => {
    expect(await refusal(make(office, { businessId: mohawk.id }))).toBe("business.not_found");
    expect((await make(office, { businessId: hudson.id })).businessId).toBe(hudson.id);
    const operator = world.as(await makeUser(db, "Operator", { businessId: hudson.id }));
    const owner = world.as(await makeUser(db, "EvOwner"));
    for (const ctx of [operator, owner]) {
      expect(await refusal(make(ctx))).toBe("request.forbidden");
      expect(await refusal(listOperators(ctx, page))).toBe("request.forbidden");
    }
    expect(await refusal(make(world.nobody))).toBe("auth.required");
  });
});

describe("an operator of another business", () => {
  it("is hidden from every call", async () => {
    const { id } = await make(office);
    const calls = [
      readOperator(rival, { id }),
      updateOperator(rival, { id, name: "Ours" }),
      deactivateOperator(rival, { id }),
      reactivateOperator(rival, { id }),
      readOperator(office, { id: unknown }),
      readOperator(office, { id: "not an id" }),
    ];
    expect(await refusals(calls)).toEqual(["operator.not_found"]);
    const ids = (await listOperators(rival, page)).items.map((operator) => operator.businessId);
    expect(new Set(ids)).toEqual(new Set([mohawk.id]));
    expect((await listOperators(rival, { ...page, businessId: hudson.id })).total).toBe(0);
  });

  it("does not hide a Backoffice user behind the same address", async () => {
    const colleague = await makeUser(db, "Backoffice", { businessId: hudson.id });
    expect(await refusal(deactivateOperator(office, { id: colleague.userId }))).toBe(
      "operator.not_found",
    );
  });
});

describe("changing an operator", () => {
  it("replaces the stations, which count from the next request on", async () => {
    const { id } = await make(office, { stationIds: [north.id] });
    const changed = await updateOperator(office, { id, stationIds: [south.id], name: "Maya" });
    expect(changed).toMatchObject({ name: "Maya", stationIds: [south.id] });
    const actor = await loadActor(world.nobody, {
      userId: id,
      sessionId: await signedIn(db, id),
      tokenVersion: 1,
    });
    expect(actor.stationIds).toEqual([south.id]);
    const audits = await world.audits(id);
    expect(audits.slice(-2)).toMatchObject([
      { action: "Update" },
      { action: "AssignStations", changes: { stationIds: [[north.id], [south.id]] } },
    ]);
    await updateOperator(office, { id, stationIds: [south.id], name: "Maya" });
    expect(await world.audits(id)).toHaveLength(audits.length);
    expect((await updateOperator(office, { id, stationIds: [] })).stationIds).toEqual([]);
  });

  it("refuses a station of another business or a taken email, and changes nothing", async () => {
    const [before, other] = [await make(office), await make(office)];
    const { id } = before;
    expect(
      await refusal(updateOperator(office, { id, name: "Half", stationIds: [theirs.id] })),
    ).toBe("operator.stations_unknown @ stationIds");
    expect(
      await refusal(updateOperator(office, { id, email: other.email, stationIds: [south.id] })),
    ).toBe("user.email_taken @ email");
    expect(await readOperator(office, { id })).toEqual(before);
  });

  it("deactivates once and reactivates once", async () => {
    const { id } = await make(office);
    expect((await deactivateOperator(office, { id, reason: "Left" })).status).toBe("Deactivated");
    expect(await refusal(deactivateOperator(admin, { id }))).toBe("user.status");
    expect((await reactivateOperator(admin, { id })).status).toBe("Active");
    expect(await refusal(reactivateOperator(office, { id }))).toBe("user.status");
    expect((await world.audits(id)).slice(-2)).toMatchObject([
      { action: "Deactivate", reason: "Left", businessId: hudson.id },
      { action: "Reactivate" },
    ]);
  });
});

describe("listing operators", () => {
  it("filters by station, status and search", async () => {
    const operator = await make(office, { name: "Zora Unique", stationIds: [south.id] });
    const ids = async (over: object) =>
      (await listOperators(office, { ...page, ...over })).items.map(({ id }) => id);
    expect(await ids({ stationId: south.id })).toContain(operator.id);
    expect(await ids({ stationId: north.id })).not.toContain(operator.id);
    expect(await ids({ search: "zora" })).toEqual([operator.id]);
    expect(await ids({ search: "zora", status: "Deactivated" })).toEqual([]);
  });
});
