import { describe, expect, it } from "vitest";

import { hashPassword } from "@/lib/core/passwords";

import { testApi, type ApiAnswer } from "../../support/api";
import { hours } from "../../support/test-clock";
import { makeUser, testStart } from "../../support/world";

/**
 * A client of the product's first document and of nothing else: its calls in its order, by its names and literal
 * bodies (endpoints.tsv, 000). What it reads, it reads by that document's names.
 */
const api = await testApi();
const admin = await makeUser(api.db, "SystemAdmin", {
  passwordHash: await hashPassword("Platform-first-27"),
});

const tokens: Record<string, string> = {};
const ids: Record<string, string> = {};
const at = (hour: number) => new Date(testStart.getTime() + hours(hour)).toISOString();

type Method = "GET" | "POST" | "PUT";
const call = (
  method: Method,
  path: string,
  body?: unknown,
  as?: string,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> =>
  api.call(method, path, {
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: { ...(as && { authorization: `Bearer ${tokens[as]}` }), ...headers },
  });

async function login(who: string, username: string | null, password: string): Promise<ApiAnswer> {
  const answer = await call("POST", "/api/Auth/login", { username, password });
  expect(answer.status, who).toBe(200);
  tokens[who] = answer.body.accessToken;
  return answer;
}

const claimsOf = (token = "") =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));

describe("a client of the first contract", () => {
  it("POST /api/Backoffice/request: the zone in the contact, as its example may be read (C8)", async () => {
    const asked = await call("POST", "/api/Backoffice/request", {
      businessName: "Volt Lanka",
      contact: {
        name: "Maya",
        email: "maya@volt.example",
        phone: "+94771234567",
        timeZone: "Asia/Singapore",
      },
    });
    expect(asked).toMatchObject({ status: 202, body: { status: "PendingApproval" } });
    ids.business = asked.body.id;
    const beside = await call("POST", "/api/Backoffice/request", {
      businessName: "Volt Two",
      contact: { name: "Mo", email: "mo@volt.example", phone: "+94771234568" },
      timeZone: "Asia/Singapore",
    });
    expect(beside.status).toBe(202);
    ids.other = beside.body.id;
    const both = await call("POST", "/api/Backoffice/request", {
      businessName: "Volt Three",
      contact: { name: "Mo", email: "m3@volt.example", phone: "+94771234569", timeZone: "UTC" },
      timeZone: "Asia/Singapore",
    });
    expect(both.body.errors).toMatchObject([{ field: "contact.timeZone" }]);
    // Many clients write every field that they have (F6).
    const nulls = await call("POST", "/api/Backoffice/request", {
      businessName: "Volt Four",
      contact: { name: "Mu", email: "m4@volt.example", phone: "+94771234560", timeZone: null },
      timeZone: "Asia/Singapore",
      billing: null,
      idempotencyKey: null,
    });
    expect(nulls.status).toBe(202);
    const needed = await call("POST", "/api/Backoffice/request", {
      businessName: null,
      contact: { name: "My", email: "m5@volt.example", phone: "+94771234561" },
      timeZone: "Asia/Singapore",
    });
    expect(needed.body.errors).toMatchObject([{ field: "businessName" }]);
  });

  it("PUT /api/Backoffice/{id}/approve and /reject", async () => {
    await login("admin", admin.email, "Platform-first-27");
    const approved = await call(
      "PUT",
      `/api/Backoffice/${ids.business}/approve`,
      { adminEmail: "admin@volt.example", temporaryPassword: "Volt-first-day-27" },
      "admin",
    );
    expect(approved).toMatchObject({ status: 200, body: { status: "Active" } });
    expect(approved.body.timeZone).toBe("Asia/Singapore");
    const rejected = await call(
      "PUT",
      `/api/Backoffice/${ids.other}/reject`,
      { reason: "Asked twice." },
      "admin",
    );
    expect(rejected).toMatchObject({ status: 200, body: { status: "Rejected" } });
  });

  it("POST /api/Auth/login: the answer and the token's claims by its names (C9)", async () => {
    const { body } = await login("office", "admin@volt.example", "Volt-first-day-27");
    expect(body).toMatchObject({
      role: "Backoffice",
      backofficeId: ids.business,
      operatorStationIds: [],
      status: "Active",
    });
    expect(claimsOf(body.accessToken)).toMatchObject({
      role: "Backoffice",
      backofficeId: ids.business,
      operatorStationIds: [],
      ownerNIC: null,
    });
  });

  const station = () => ({
    name: "Raffles Hub",
    backofficeId: ids.business,
    type: "DC",
    connectors: 4,
    location: { lng: 103.85, lat: 1.29 },
    defaultSlotMinutes: 60,
    pricing: { mode: "time", hourly: 6.5 },
  });

  it("POST /api/Station: its body, its hours, and one type per name (C4, C8, C9)", async () => {
    const made = await call("POST", "/api/Station", station(), "office");
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      backofficeId: ids.business,
      status: "Active",
      connectors: 4,
      defaultSlotMinutes: 60,
      pricing: { hourly: 6.5 },
    });
    expect(made.body.connectorList).toHaveLength(4);
    ids.station = made.body.id;

    const withHours = { ...station(), name: "All Day", hours: "06:00-22:00" };
    const open = await call("POST", "/api/station", withHours, "office");
    expect(open.status).toBe(201);
    const read = await call("GET", `/api/Station/${open.body.id}`);
    const day = read.body.slots.filter(({ slotStartUtc }: { slotStartUtc: string }) =>
      slotStartUtc.startsWith("2026-06-03"),
    );
    expect(day).toHaveLength(16);
    expect(day[0]).toMatchObject({ slotStartUtc: "2026-06-03T00:00:00.000Z", remaining: 4 });
  });

  it("PUT /api/Station/{id}: the body it was made with, and a status (C8)", async () => {
    const path = `/api/Station/${ids.station}`;
    const same = await call("PUT", path, { ...station(), status: "Active" }, "office");
    expect(same).toMatchObject({ status: 200, body: { connectors: 4, status: "Active" } });
    const said = { ...station(), name: "Raffles Hub II", connectors: 6, status: "Maintenance" };
    const changed = await call("PUT", path, said, "office");
    expect(changed).toMatchObject({
      status: 200,
      body: { name: "Raffles Hub II", connectors: 6, status: "Maintenance" },
    });
    const back = await call("PUT", path, { ...station(), status: "Active" }, "office");
    expect(back).toMatchObject({ status: 200, body: { connectors: 4, status: "Active" } });
    const theirs = await call("PUT", path, { backofficeId: ids.other }, "office");
    expect(theirs).toMatchObject({ status: 400, body: { code: "station.business_fixed" } });
    expect(theirs.body.errors).toMatchObject([{ field: "backofficeId" }]);
  });

  it("PUT /api/Station/{id}/schedule", async () => {
    const day = [{ start: "06:00", end: "22:00" }];
    const set = await call(
      "PUT",
      `/api/Station/${ids.station}/schedule`,
      {
        weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
        exceptions: [{ date: "2026-06-08", closed: true }],
        capacityOverrides: [{ date: "2026-06-07", connectors: 2 }],
      },
      "office",
    );
    expect(set.status).toBe(200);
  });

  it("POST /api/Operator", async () => {
    const made = await call(
      "POST",
      "/api/Operator",
      { email: "op@volt.example", password: "Volt-operator-27", stationIds: [ids.station] },
      "office",
    );
    expect(made).toMatchObject({ status: 201, body: { backofficeId: ids.business } });
    const { body } = await login("operator", "op@volt.example", "Volt-operator-27");
    expect(body.operatorStationIds).toEqual([ids.station]);
    expect(claimsOf(body.accessToken).operatorStationIds).toEqual([ids.station]);
  });

  const owner = {
    nic: "200212345679",
    name: "Ravi",
    email: "ravi@volt.example",
    phone: "+94770000001",
    password: "Ravi-drives-27",
  };

  it("POST and PUT /api/EvOwner: the number it has is no change, another is refused (C8)", async () => {
    const made = await call("POST", "/api/EvOwner", owner);
    expect(made).toMatchObject({ status: 201, body: { status: "Active" } });
    expect(made.body.OwnerId).toEqual(expect.any(String));
    const { body } = await login("owner", "200212345679", owner.password);
    expect(claimsOf(body.accessToken).ownerNIC).toBe(owner.nic);
    const { password: _, ...profile } = { ...owner, name: "Ravi Perera" };
    const changed = await call("PUT", `/api/EvOwner/${owner.nic}`, profile, "owner");
    expect(changed).toMatchObject({ status: 200, body: { name: "Ravi Perera" } });
    const other = { nic: "200212345670" };
    expect(await call("PUT", `/api/EvOwner/${owner.nic}`, other, "owner")).toMatchObject({
      status: 400,
      body: { code: "owner.nic_fixed" },
    });
  });

  it("GET /api/Station?near&radius&type", async () => {
    const found = await call(
      "GET",
      "/api/Station?near=1.29,103.85&radius=5&type=DC",
      undefined,
      "owner",
    );
    expect(found.status).toBe(200);
    const [first] = found.body.filter(({ id }: { id: string }) => id === ids.station);
    expect(first).toMatchObject({ connectors: 4, backofficeId: ids.business });
    expect(first.availability).toHaveLength(7);
  });

  const booking = () => ({
    ownerNIC: owner.nic,
    stationId: ids.station,
    slotStartUtc: at(24),
    slotEndUtc: at(25),
  });

  it("POST, GET and PUT /api/Booking: by the create's body, too (C8, C9)", async () => {
    const made = await call("POST", "/api/Booking", booking(), "owner", {
      "Idempotency-Key": "a-first-one",
    });
    expect(made).toMatchObject({
      status: 201,
      body: { status: "Pending", slotStartUtc: at(24), slotEndUtc: at(25), ownerNIC: owner.nic },
    });
    ids.booking = made.body.id;
    const list = await call("GET", `/api/Booking?ownerNic=${owner.nic}`, undefined, "owner");
    expect(list.body).toHaveLength(1);
    const moved = { ...booking(), slotStartUtc: at(36), slotEndUtc: at(37) };
    const put = await call("PUT", `/api/Booking/${ids.booking}`, moved, "owner");
    expect(put).toMatchObject({ status: 200, body: { slotStartUtc: at(36), approvedAtUtc: null } });
    const elsewhere = { ...moved, stationId: ids.business };
    expect(await call("PUT", `/api/Booking/${ids.booking}`, elsewhere, "owner")).toMatchObject({
      status: 400,
      body: { code: "booking.station_fixed" },
    });
    const wrong = { ...moved, slotStartUtc: "tomorrow" };
    expect((await call("PUT", `/api/Booking/${ids.booking}`, wrong, "owner")).body.errors).toEqual([
      expect.objectContaining({ field: "slotStartUtc" }),
    ]);
  });

  it("PUT /api/Booking/{id}/approve, and the owner's code by its names alone (C1)", async () => {
    const mine = () => call("GET", `/api/Booking/${ids.booking}`, undefined, "owner");
    expect((await mine()).body.qr).toBeUndefined();
    const approved = await call(
      "PUT",
      `/api/Booking/${ids.booking}/approve`,
      undefined,
      "operator",
    );
    expect(approved).toMatchObject({ status: 200, body: { status: "Approved" } });
    const { qr } = (await mine()).body;
    expect(Object.keys(qr)).toEqual(
      expect.arrayContaining(["token", "code", "issuedAtUtc", "expiresAtUtc", "pngUrl"]),
    );
    expect(qr.token).toBe(approved.body.qr.token);
    const picture = await call("GET", new URL(qr.pngUrl).pathname, undefined, "owner");
    expect(picture.headers.get("content-type")).toBe("image/png");
    const list = await call("GET", "/api/Booking", undefined, "owner");
    expect(list.body[0].qr).toEqual(qr);
    for (const staff of ["operator", "office"]) {
      const read = await call("GET", `/api/Booking/${ids.booking}`, undefined, staff);
      expect(read.body.qr, staff).toBeUndefined();
    }
    ids.qr = qr.token;
  });

  it("PUT /api/Booking/{id}/reject and /cancel", async () => {
    const book = async (hour: number) =>
      (
        await call(
          "POST",
          "/api/Booking",
          {
            ...booking(),
            slotStartUtc: at(hour),
            slotEndUtc: at(hour + 1),
            idempotencyKey: `h${hour}`,
          },
          "owner",
        )
      ).body.id;
    const rejected = await call(
      "PUT",
      `/api/Booking/${await book(48)}/reject`,
      { reason: "Works." },
      "operator",
    );
    expect(rejected).toMatchObject({ status: 200, body: { status: "Rejected" } });
    const canceled = await call("PUT", `/api/Booking/${await book(49)}/cancel`, undefined, "owner");
    expect(canceled).toMatchObject({ status: 200, body: { status: "CanceledByOwner" } });
  });

  it("GET /api/Bookings/daily-capacity", async () => {
    const path = `/api/Bookings/daily-capacity?stationId=${ids.station}&date=2026-06-03`;
    const day = await call("GET", path, undefined, "operator");
    expect(day.body.slots[0]).toMatchObject({ slotStartUtc: at(34), capacity: 4 });
  });

  it("POST /api/Sessions/checkin and finalize, with photos and a duration (C8)", async () => {
    api.clock.set(at(36));
    const started = await call("POST", "/api/Sessions/checkin", { qr: ids.qr }, "operator");
    expect(started).toMatchObject({
      status: 201,
      body: { startUtc: at(36), endUtc: null, booking: { status: "InProgress" } },
    });
    expect((await call("POST", "/api/Booking/checkin", { qr: ids.qr }, "operator")).body.code).toBe(
      "qr.already_used",
    );
    api.clock.set(at(37));
    const finalize = (more: object) =>
      call(
        "POST",
        "/api/Sessions/finalize",
        {
          bookingId: ids.booking,
          kWh: 18.2,
          notes: "ok",
          payment: { mode: "cash", amount: 8 },
          ...more,
        },
        "operator",
      );
    expect((await finalize({ duration: 90 })).body).toMatchObject({
      code: "session.minutes_to_come",
      errors: [{ field: "duration" }],
    });
    expect((await finalize({ photos: ["nothing.jpg"] })).body.code).toBe("photo.not_found");
    const ended = await finalize({ photos: [], duration: 50 });
    expect(ended).toMatchObject({ status: 200, body: { status: "Completed" } });
    expect(ended.body.endUtc).toBe(new Date(Date.parse(at(36)) + 50 * 60_000).toISOString());
    expect(ended.body.receiptNumber).toEqual(expect.any(String));
  });

  it("PUT /api/EvOwner/{nic}/deactivate and /reactivate, PUT /api/Station/{id}/deactivate", async () => {
    const off = await call("PUT", `/api/EvOwner/${owner.nic}/deactivate`, undefined, "owner");
    expect(off).toMatchObject({ status: 200, body: { status: "Deactivated" } });
    const { body } = await login("owner", owner.email, owner.password);
    expect(body.status).toBe("Deactivated");
    const on = await call(
      "PUT",
      `/api/EvOwner/${owner.nic}/reactivate`,
      { reason: "Asked at the office." },
      "admin",
    );
    expect(on).toMatchObject({ status: 200, body: { status: "Active" } });
    const closed = await call("PUT", `/api/Station/${ids.station}/deactivate`, undefined, "office");
    expect(closed).toMatchObject({ status: 200, body: { status: "Inactive" } });
  });
});
