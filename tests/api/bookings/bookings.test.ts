import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import type { UserActor } from "@/lib/core/actor";

import { testApi } from "../../support/api";
import { hours } from "../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

const api = await testApi();
const business = await makeBusiness(api.db);
const rival = await makeBusiness(api.db);
const station = await makeStation(api.db, business.id);
await makeSlots(api.db, station.id, testStart, 24 * 14);
const owner = await makeUser(api.db, "EvOwner");
const stranger = await makeUser(api.db, "EvOwner");
const operator = await makeUser(api.db, "Operator", {
  businessId: business.id,
  stationIds: [station.id],
});
const office = await makeUser(api.db, "Backoffice", { businessId: business.id });
const rivals = await makeUser(api.db, "Backoffice", { businessId: rival.id });

const at = (hour: number) => new Date(testStart.getTime() + hours(hour)).toISOString();
const times = (hour: number) => ({
  stationId: station.id,
  startsAt: at(hour),
  endsAt: at(hour + 1),
});
const post = (body: object, as: UserActor = owner, key: string = crypto.randomUUID()) =>
  api.call("POST", "/api/v1/bookings", { as, body, headers: { "idempotency-key": key } });
const put = (id: string, deed: string, as: UserActor, body: object = {}) =>
  api.call("PUT", `/api/v1/bookings/${id}${deed}`, { as, body });

describe("POST bookings", () => {
  it("201: with a location, and by the core name without an envelope", async () => {
    const made = await post({ ...times(24), ownerNic: owner.ownerNic });
    expect(made).toMatchObject({
      status: 201,
      body: { success: true, data: { status: "Pending", ownerNic: owner.ownerNic } },
    });
    expect(made.headers.get("location")).toBe(`/api/v1/bookings/${made.body.data.id}`);
    const core = await api.call("POST", "/api/Booking", {
      as: owner,
      headers: { "idempotency-key": "core-1" },
      body: {
        stationId: station.id,
        slotStartUtc: at(26),
        slotEndUtc: at(27),
        ownerNIC: owner.ownerNic,
      },
    });
    expect(core).toMatchObject({ status: 201, body: { status: "Pending", startsAt: at(26) } });
  });

  it("400: without an Idempotency-Key, or by a rule that says no", async () => {
    expect(
      await api.call("POST", "/api/v1/bookings", { as: owner, body: times(28) }),
    ).toMatchObject({ status: 400, body: { code: "idempotency.key_required" } });
    expect(await post(times(200))).toMatchObject({
      status: 400,
      body: {
        error: "BusinessRuleViolation",
        code: "booking.too_far_ahead",
        errors: [{ field: "startsAt" }],
      },
    });
  });

  it("401 and 403", async () => {
    const nobody = await api.call("POST", "/api/v1/bookings", { body: times(28) });
    expect(nobody.status).toBe(401);
    expect((await post(times(28), operator)).status).toBe(403);
    expect(await post({ ...times(28), ownerNic: stranger.ownerNic })).toMatchObject({
      status: 403,
      body: { code: "booking.owner_mismatch" },
    });
  });

  it("404: a station that is not there", async () => {
    const nowhere = { ...times(28), stationId: crypto.randomUUID() };
    expect(await post(nowhere)).toMatchObject({
      status: 404,
      body: { code: "station.not_found" },
    });
  });

  it("422: every field that is not right, at once", async () => {
    const bad = await post({ stationId: "x", startsAt: "soon", endsAt: at(2), note: "hi" });
    expect(bad.status).toBe(422);
    expect(bad.body.errors).toEqual([
      { field: "stationId", code: "station_id", message: "Use the id of a station." },
      {
        field: "startsAt",
        code: "instant",
        message: "Use an instant such as 2026-12-25T08:00:00Z.",
      },
      { field: "note", code: "unknown_field", message: "There is no such field here." },
    ]);
    const turned = await post({ ...times(28), endsAt: at(27) });
    expect(turned).toMatchObject({ status: 422, body: { errors: [{ field: "endsAt" }] } });
  });

  it("one booking and one answer for the same key sent 20 times at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(times(40), owner, "double-tap")),
    );
    const made = new Set(
      answers.filter(({ status }) => status === 201).map(({ body }) => body.data.id),
    );
    expect(made.size).toBe(1);
    for (const { status, body } of answers) {
      if (status !== 201) {
        expect({ status, code: body.code }).toEqual({
          status: 409,
          code: "idempotency.in_progress",
        });
      }
    }
    const stored = await api.db
      .select()
      .from(bookings)
      .where(eq(bookings.startsAt, new Date(at(40))));
    expect(stored).toHaveLength(1);
    expect(await post(times(41), owner, "double-tap")).toMatchObject({
      status: 422,
      body: { code: "idempotency.key_reused" },
    });
  });
});

describe("one booking", () => {
  it("200: is read, moved, approved with its code, drawn, listed and cancelled", async () => {
    const { id } = (await post(times(60))).body.data;
    expect(await put(id, "", owner, { startsAt: at(62), endsAt: at(64) })).toMatchObject({
      status: 200,
      body: { data: { startsAt: at(62), status: "Pending" } },
    });
    expect(await put(id, "/approve", operator)).toMatchObject({
      status: 200,
      body: { data: { status: "Approved", qr: { opensAt: at(61.75), expiresAt: at(62.5) } } },
    });
    expect(await put(id, "/approve", operator)).toMatchObject({
      status: 409,
      body: { code: "booking.status" },
    });
    const path = `/api/v1/bookings/${id}`;
    const code = await api.call("GET", `${path}/qr`, { as: owner });
    expect(code).toMatchObject({ status: 200, body: { data: { token: expect.any(String) } } });
    for (const [name, type] of [
      ["qr.png", "image/png"],
      ["qr.svg", "image/svg+xml"],
      ["calendar.ics", "text/calendar"],
    ] as const) {
      const answer = await api.call("GET", `${path}/${name}`, { as: owner });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toContain(type);
    }
    const read = await api.call("GET", `/api/Booking/${id}`, { as: owner });
    expect(read.body.history.map(({ to }: { to: string }) => to)).toEqual([
      "Pending",
      "Pending",
      "Approved",
    ]);
    expect(await put(id, "/cancel", office)).toMatchObject({
      status: 422,
      body: { code: "booking.reason_required" },
    });
    expect(await put(id, "/cancel", office, { reason: "Works" })).toMatchObject({
      status: 200,
      body: { data: { status: "CanceledByBackoffice" } },
    });
    const past = await api.call(
      "GET",
      "/api/v1/bookings?view=history&status=CanceledByBackoffice",
      {
        as: owner,
      },
    );
    expect(past.body).toMatchObject({ data: [{ id }], pagination: { total: 1 } });
  });

  it("200: is rejected with a reason", async () => {
    const { id } = (await post(times(70))).body.data;
    expect((await put(id, "/reject", operator)).status).toBe(422);
    expect(await put(id, "/reject", operator, { reason: "Closed" })).toMatchObject({
      status: 200,
      body: { data: { status: "Rejected" } },
    });
  });

  it("404: is hidden from others", async () => {
    const { id } = (await post(times(72))).body.data;
    const answers = await Promise.all([
      api.call("GET", `/api/v1/bookings/${id}`, { as: stranger }),
      api.call("GET", `/api/v1/bookings/${id}/qr`, { as: stranger }),
      put(id, "", stranger, { startsAt: at(74), endsAt: at(75) }),
      put(id, "/approve", rivals),
      put(id, "/cancel", rivals, { reason: "Ours" }),
      put("not-an-id", "/approve", office),
    ]);
    for (const answer of answers) expect(answer.status).toBe(404);
  });
});

describe("GET bookings", () => {
  it("403: another owner's NIC; 422: a status that is none", async () => {
    const foreign = `/api/v1/bookings?ownerNic=${stranger.ownerNic}`;
    expect(await api.call("GET", foreign, { as: owner })).toMatchObject({
      status: 403,
      body: { code: "booking.owner_mismatch" },
    });
    expect((await api.call("GET", "/api/v1/bookings?status=Gone", { as: owner })).status).toBe(422);
  });
});

describe("GET daily-capacity and conflicts", () => {
  it("200 for the station's staff, 404 for others', 403 for owners", async () => {
    const day = `daily-capacity?stationId=${station.id}&date=2026-06-02`;
    const read = await api.call("GET", `/api/Bookings/${day}`, { as: operator });
    expect(read.status).toBe(200);
    expect(read.body.slots).toHaveLength(24);
    for (const path of [`bookings/${day}`, `stations/${station.id}/conflicts`]) {
      expect((await api.call("GET", `/api/v1/${path}`, { as: office })).status).toBe(200);
      expect((await api.call("GET", `/api/v1/${path}`, { as: rivals })).status).toBe(404);
      expect((await api.call("GET", `/api/v1/${path}`, { as: owner })).status).toBe(403);
    }
  });
});
