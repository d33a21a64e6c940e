import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { instantAt } from "@/lib/core/time-zones";

import { startServer, type TestServer } from "../support/server";
import { browserOf, type Names } from "./api-client";

const zone = "America/New_York";
/** Tuesday 1 June 2027; the station's holiday and reduced day come later in the week. */
const today = "2027-06-01";
const tomorrow = "2027-06-02";
const at = (day: string, time: string) => instantAt(day, time, zone).toISOString();

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
}, 120_000);
afterAll(() => server?.stop());

describe.each<Names>(["v1", "core"])("the whole day by the %s names", (names) => {
  const suffix = names === "v1" ? "1" : "2";
  const email = (who: string) => `${who}${suffix}@hudson.test`;
  const nic = `20021234567${suffix}`;
  const api = browserOf(() => server.url, names);
  const ids: Record<"business" | "station" | "operator" | "booking", string> = {
    business: "",
    station: "",
    operator: "",
    booking: "",
  };
  let qr = { token: "", code: "", opensAt: "" };
  let receiptNumber = "";
  const later: string[] = [];

  const book = (startsAt: string, endsAt: string, key = crypto.randomUUID()) =>
    api
      .as("owner")
      .call(
        "POST",
        ["bookings", "Booking"],
        names === "v1"
          ? { stationId: ids.station, startsAt, endsAt, ownerNic: nic }
          : { stationId: ids.station, slotStartUtc: startsAt, slotEndUtc: endsAt, ownerNIC: nic },
        { "Idempotency-Key": key },
      );

  it("begins on a Tuesday at eight", async () => {
    const set = await api.plain("PUT", "/api/test/clock", { now: at(today, "08:00") });
    expect(set.status).toBe(200);
  });

  it("takes a business's request", async () => {
    const request = await api.call("POST", ["businesses", "Backoffice/request"], {
      businessName: `Hudson Charging ${suffix}`,
      contact: { name: "Olga Office", email: email("office"), phone: "+12125550100" },
      billing: { address: "1 Broadway, New York", taxId: "12-3456789" },
      timeZone: zone,
    });
    expect(request.status).toBe(202);
    expect(request.data).toMatchObject({ status: "PendingApproval" });
    ids.business = request.data.id;
  });

  it("does not let the business in before it is approved", async () => {
    expect((await api.login("office", email("office"), "Wait-for-me-1")).status).toBe(401);
  });

  it("approves it, and the invitation's link sets the password", async () => {
    await api.login("admin", server.admin.email, server.admin.password);
    const approved = await api
      .as("admin")
      .call(
        "PUT",
        [`businesses/${ids.business}/approve`, `Backoffice/${ids.business}/approve`],
        {},
      );
    expect(approved).toMatchObject({ status: 200, data: { status: "Active" } });
    expect(
      await api
        .as("admin")
        .call(
          "PUT",
          [`businesses/${ids.business}/approve`, `Backoffice/${ids.business}/approve`],
          {},
        ),
    ).toMatchObject({ status: 409, body: { code: "business.decided" } });

    const token = await api.invitationToken(email("office"));
    const set = await api.v1("POST", "auth/set-password", { token, password: "Hudson-river-27" });
    expect(set.status).toBe(200);
    const again = await api.v1("POST", "auth/set-password", { token, password: "Hudson-river-28" });
    expect(again).toMatchObject({ status: 400, body: { code: "link.invalid" } });
    const login = await api.login("office", email("office"), "Hudson-river-27");
    expect(login.data).toMatchObject({ role: "Backoffice", businessId: ids.business });
  });

  it("creates a station with four connectors and an energy price", async () => {
    const created = await api.as("office").call("POST", ["stations", "Station"], {
      name: `Station A${suffix}`,
      address: "10 Pier Street, Albany, NY",
      type: "DC",
      connectors: 4,
      location: { lat: 42.6526, lng: -73.7562 },
      timeZone: zone,
      defaultSlotMinutes: 60,
      approval: "Manual",
      pricing: { mode: "Energy", currency: "USD", perKwh: "0.45", perHour: "6.50", taxPercent: 8 },
    });
    expect(created.status).toBe(201);
    ids.station = created.data.id;
  });

  it("sets a weekly schedule with a closed date and an override", async () => {
    const day = [{ start: "08:00", end: "22:00" }];
    const set = await api
      .as("office")
      .call("PUT", [`stations/${ids.station}/schedule`, `Station/${ids.station}/schedule`], {
        weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
        exceptions: [{ date: "2027-06-04", closed: true }],
        capacityOverrides: [{ date: "2027-06-05", connectors: 2 }],
      });
    expect(set.status).toBe(200);

    const shown = await api.call("GET", [`stations/${ids.station}`, `Station/${ids.station}`]);
    const slotsOn = (date: string) =>
      shown.data.slots.filter(
        (slot: { startsAt: string }) =>
          slot.startsAt >= at(date, "00:00") && slot.startsAt < at(date, "24:00"),
      );
    expect(slotsOn(tomorrow)).toHaveLength(14);
    expect(slotsOn(tomorrow)[0]).toMatchObject({
      startsAt: at(tomorrow, "08:00"),
      capacity: 4,
      remaining: 4,
    });
    expect(slotsOn("2027-06-04")).toHaveLength(0);
    expect(slotsOn("2027-06-05")[0]).toMatchObject({ capacity: 2 });
  });

  it("makes Maya the station's operator", async () => {
    const created = await api.as("office").call("POST", ["operators", "Operator"], {
      email: email("maya"),
      name: "Maya",
      phone: "+12125550111",
      password: "Maya-checks-in-1",
      stationIds: [ids.station],
    });
    expect(created.status).toBe(201);
    ids.operator = created.data.id;
    const login = await api.login("maya", email("maya"), "Maya-checks-in-1");
    expect(login.data).toMatchObject({ role: "Operator", operatorStationIds: [ids.station] });
  });

  it("registers Ravi with his identity number", async () => {
    const owner = await api.call("POST", ["owners", "EvOwner"], {
      nic,
      name: "Ravi",
      email: email("ravi"),
      phone: `+9477123456${suffix}`,
      vehiclePlate: "CAB-1234",
      password: "Ravi-drives-27",
    });
    expect(owner).toMatchObject({ status: 201, data: { status: "Active" } });
    const login = await api.login("owner", nic, "Ravi-drives-27");
    expect(login.data).toMatchObject({ role: "EvOwner", ownerNic: nic });
  });

  it("finds the station near a position", async () => {
    const found = await api
      .as("owner")
      .call("GET", [
        "stations?near=42.65,-73.75&radius=5&type=DC",
        "Station?near=42.65,-73.75&radius=5&type=DC",
      ]);
    const station = found.data.find((item: { id: string }) => item.id === ids.station);
    expect(station.distanceKm).toBeLessThan(1);
    const day = station.availability.find((item: { date: string }) => item.date === tomorrow);
    expect(day).toMatchObject({ slots: 14, freeCapacity: 56 });
  });

  it("refuses a booking more than seven days ahead and one for somebody else", async () => {
    const far = await book(at("2027-06-09", "10:00"), at("2027-06-09", "11:00"));
    expect(far).toMatchObject({
      status: 400,
      body: { error: "BusinessRuleViolation", code: "booking.too_far_ahead" },
    });
  });

  it("books tomorrow 10:00–11:00, once however often the key is sent", async () => {
    const key = crypto.randomUUID();
    const booked = await book(at(tomorrow, "10:00"), at(tomorrow, "11:00"), key);
    expect(booked).toMatchObject({ status: 201, data: { status: "Pending", ownerNic: nic } });
    expect(booked.data.number).toMatch(/^BK-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    ids.booking = booked.data.id;
    const again = await book(at(tomorrow, "10:00"), at(tomorrow, "11:00"), key);
    expect(again).toMatchObject({ status: 201, data: { id: ids.booking } });
    const other = await book(at(tomorrow, "12:00"), at(tomorrow, "13:00"), key);
    expect(other).toMatchObject({ status: 422, body: { code: "idempotency.key_reused" } });
  });

  it("has Maya approve it, and a QR code is issued", async () => {
    const approved = await api
      .as("maya")
      .call("PUT", [`bookings/${ids.booking}/approve`, `Booking/${ids.booking}/approve`]);
    expect(approved).toMatchObject({ status: 200, data: { status: "Approved" } });
    const issued = await api.as("owner").v1("GET", `bookings/${ids.booking}/qr`);
    qr = issued.data;
    expect(qr.opensAt).toBe(at(tomorrow, "09:45"));
    expect(qr.code).toMatch(/^[0-9A-Z]{8}$/);
    const payload = Buffer.from(qr.token.split(".")[1] ?? "", "base64url").toString();
    expect(payload).not.toContain(nic);
    const picture = await api.as("owner").raw(`/api/v1/bookings/${ids.booking}/qr.png`);
    expect(picture.headers.get("content-type")).toBe("image/png");
    const capacity = await api
      .as("maya")
      .call("GET", [
        `bookings/daily-capacity?stationId=${ids.station}&date=${tomorrow}`,
        `Bookings/daily-capacity?stationId=${ids.station}&date=${tomorrow}`,
      ]);
    const slot = capacity.data.slots.find(
      (item: { startsAt: string }) => item.startsAt === at(tomorrow, "10:00"),
    );
    expect(slot).toMatchObject({
      capacity: 4,
      reserved: 1,
      remaining: 3,
      byStatus: { Approved: 1 },
    });
  });

  it("refuses a change less than twelve hours before the start", async () => {
    await api.plain("PUT", "/api/test/clock", { now: at(today, "22:00:01") });
    const late = await api
      .as("owner")
      .call("PUT", [`bookings/${ids.booking}/cancel`, `Booking/${ids.booking}/cancel`], {});
    expect(late).toMatchObject({ status: 400, body: { code: "booking.change_cutoff" } });
    expect(late.body.message).toContain("at least 12 hours before the start");
  });

  it("refuses a scan at 09:40 with the time it opens", async () => {
    await api.plain("PUT", "/api/test/clock", { now: at(tomorrow, "09:40") });
    const early = await api
      .as("maya")
      .call("POST", ["sessions/checkin", "Sessions/checkin"], { qr: qr.token });
    expect(early).toMatchObject({ status: 400, body: { code: "qr.too_early" } });
    expect(early.body.message).toContain("9:45");
  });

  it("checks Ravi in at 09:50", async () => {
    await api.plain("PUT", "/api/test/clock", { now: at(tomorrow, "09:50") });
    const scan = () =>
      api.as("maya").call("POST", ["sessions/checkin", "Booking/checkin"], { qr: qr.token });
    expect(await scan()).toMatchObject({
      status: 201,
      data: { booking: { status: "InProgress" } },
    });
    expect(await scan()).toMatchObject({ status: 400, body: { code: "qr.already_used" } });
  });

  it("finalizes with 18.2 kWh at 10:55, right to the cent, the same answer twice", async () => {
    await api.plain("PUT", "/api/test/clock", { now: at(tomorrow, "10:55") });
    const finalize = () =>
      api.as("maya").call("POST", ["sessions/finalize", "Sessions/finalize"], {
        bookingId: ids.booking,
        kWh: 18.2,
        notes: "All good",
        payment: { mode: "cash", amount: 10 },
      });
    const done = await finalize();
    expect(done.status).toBe(200);
    expect(done.data).toMatchObject({
      kWh: 18.2,
      totals: {
        energy: { amount: "8.19", currency: "USD" },
        subtotal: { amount: "8.19" },
        tax: { amount: "0.66" },
        total: { amount: "8.85" },
      },
    });
    receiptNumber = done.data.receiptNumber;
    expect((await finalize()).data).toEqual(done.data);
  });

  it("hands out the receipt as HTML and PDF, to its owner alone", async () => {
    const page = await api.as("owner").raw(`/api/v1/receipts/${receiptNumber}.html`);
    const words = await page.text();
    for (const part of ["8.85", "Receipt", "18.2 kWh at", "/kWh"]) expect(words).toContain(part);
    const pdf = await api.as("owner").raw(`/api/v1/receipts/${receiptNumber}.pdf`);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect((await api.raw(`/api/v1/receipts/${receiptNumber}.html`)).status).toBe(401);
  });

  it("shows Completed in Ravi's history", async () => {
    const history = await api
      .as("owner")
      .call("GET", [
        `bookings?ownerNic=${nic}&view=history`,
        `Booking?ownerNic=${nic}&view=history`,
      ]);
    expect(history.data).toMatchObject([{ id: ids.booking, status: "Completed" }]);
    const detail = await api.as("owner").v1("GET", `bookings/${ids.booking}`);
    expect(detail.data.history.map((entry: { to: string }) => entry.to)).toEqual(
      expect.arrayContaining(["Pending", "Approved", "InProgress", "Completed"]),
    );
  });

  it("does not deactivate the station while three bookings lie ahead, and says when they are", async () => {
    for (const [day, start, end] of [
      ["2027-06-03", "10:00", "11:00"],
      ["2027-06-03", "12:00", "14:00"],
      ["2027-06-05", "09:00", "10:00"],
    ] as const) {
      const booked = await book(at(day, start), at(day, end));
      expect(booked.status).toBe(201);
      later.push(booked.data.id);
    }
    const refused = await api
      .as("office")
      .call("PUT", [`stations/${ids.station}/deactivate`, `Station/${ids.station}/deactivate`]);
    expect(refused).toMatchObject({
      status: 400,
      body: {
        code: "station.has_future_bookings",
        details: { count: 3, dates: ["2027-06-03", "2027-06-05"] },
      },
    });
  });

  it("deactivates it once they are cancelled", async () => {
    for (const id of later) {
      const canceled = await api
        .as("office")
        .call("PUT", [`bookings/${id}/cancel`, `Booking/${id}/cancel`], {
          reason: "We close for works",
        });
      expect(canceled).toMatchObject({ status: 200, data: { status: "CanceledByBackoffice" } });
    }
    const done = await api
      .as("office")
      .call("PUT", [`stations/${ids.station}/deactivate`, `Station/${ids.station}/deactivate`]);
    expect(done).toMatchObject({ status: 200, data: { status: "Inactive" } });
    const refused = await book(at("2027-06-03", "10:00"), at("2027-06-03", "11:00"));
    expect([400, 404]).toContain(refused.status);
  });
});
