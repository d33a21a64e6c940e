import { expect, it } from "vitest";

import type { UserActor } from "@/lib/core/actor";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { deliverEvents } from "@/lib/records/outbox";

import { hours, minutes } from "../../support/test-clock";
import { testApi } from "../../support/api";
import {
  makeBusiness,
  makeSlots,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const station = await makeStation(api.db, businessId, { approval: "Auto" });
const startsAt = new Date(testStart.getTime() + hours(4));
await makeSlots(api.db, station.id, startsAt, 2);
const operator = await makeUser(api.db, "Operator", { businessId, stationIds: [station.id] });
const office = await makeUser(api.db, "Backoffice", { businessId });
const owner = await makeUser(api.db, "EvOwner");

/** What a person finds in the inbox once all is delivered: of which kind, and where it leads. */
async function toldTo(as: UserActor) {
  const { db, clock } = api;
  await deliverEvents(makeContext({ db, clock, actor: jobActor("outbox"), config: testConfig }));
  const { data } = (await api.call("GET", "/api/v1/notifications", { as })).body;
  return data.map(({ kind, path }: { kind: string; path: string }) => ({ kind, path }));
}

it("checks in and finalizes by both names, and hands out the receipt in three forms", async () => {
  const booked = await api.call("POST", "/api/v1/bookings", {
    as: owner,
    headers: { "Idempotency-Key": "one" },
    body: {
      stationId: station.id,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + hours(1)).toISOString(),
    },
  });
  expect(booked.status).toBe(201);
  const bookingId = booked.body.data.id;
  const qr = await api.call("GET", `/api/v1/bookings/${bookingId}/qr`, { as: owner });
  api.clock.set(startsAt);
  const body = { code: qr.body.data.code };
  const forbidden = await api.call("POST", "/api/v1/sessions/checkin", { as: owner, body });
  expect(forbidden.status).toBe(403);
  const session = await api.call("POST", "/api/Booking/checkin", { as: operator, body });
  expect(session).toMatchObject({ status: 201, body: { booking: { status: "InProgress" } } });

  const path = `/api/v1/sessions/${session.body.id}`;
  const paused = await api.call("PUT", path, { as: operator, body: { paused: true } });
  expect(paused).toMatchObject({ status: 200 });
  const active = await api.call("GET", "/api/v1/sessions/active", { as: office });
  expect(active).toMatchObject({ status: 200, body: { data: [{ id: session.body.id }] } });
  const bad = { bookingId, kWh: 1000.001, payment: { mode: "gold" } };
  expect(
    await api.call("POST", "/api/v1/sessions/finalize", { as: operator, body: bad }),
  ).toMatchObject({ status: 422, body: { errors: [{ field: "kWh" }, { field: "payment.mode" }] } });

  api.clock.advance(minutes(55));
  const done = await api.call("POST", "/api/Sessions/finalize", {
    as: operator,
    body: { bookingId, kWh: 18.2, payment: { mode: "card" } },
  });
  expect(done).toMatchObject({ status: 200, body: { payment: { due: { amount: "0.00" } } } });
  const number: string = done.body.receiptNumber;

  const json = await api.call("GET", `/api/v1/receipts/${number}`, { as: owner });
  expect(json).toMatchObject({ status: 200, body: { data: { number } } });
  const signs = number.replaceAll("-", "").toLowerCase();
  const folded = await api.call("GET", `/api/v1/receipts/${signs}`, { as: owner });
  expect(folded.body, "F28").toEqual(json.body);
  const page = await api.call("GET", `/api/v1/receipts/${number}.html`, { as: owner });
  expect(page.headers.get("content-type")).toContain("text/html");
  const told = await toldTo(owner);
  expect(told, "the notice that it is over leads to its receipt").toContainEqual({
    kind: "SessionCompleted",
    path: `/api/v1/receipts/${number}.html`,
  });
  expect(page.headers.get("content-security-policy")).toContain("style-src 'sha256-");
  const pdf = await api.call("GET", `/api/v1/receipts/${number}.pdf`, { as: office });
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  expect((await api.call("GET", `/api/v1/receipts/${number}.pdf`)).status).toBe(401);
  // A browser that follows a message's link, and is signed out, comes back to the receipt by the login.
  const html = `/api/v1/receipts/${number}.html`;
  const browser = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
  const opened = await api.call("GET", html, { headers: browser });
  expect(opened.status).toBe(303);
  expect(opened.headers.get("location")).toBe(`/login?next=${encodeURIComponent(html)}`);
  const badToken = { ...browser, authorization: "Bearer nonsense" };
  expect((await api.call("GET", html, { headers: badToken })).status).toBe(401);
  expect((await api.call("GET", path, { headers: browser })).status).toBe(401);
  const stranger = await makeUser(api.db, "EvOwner");
  for (const hidden of [path, `${path}/cdr`, `/api/v1/receipts/${number}`]) {
    expect((await api.call("GET", hidden, { as: stranger })).status).toBe(404);
  }
  expect((await api.call("GET", `${path}/cdr`, { as: office })).body.data.total_energy).toBe(18.2);
});

it("imports a file sent as the body itself, for staff of the office alone", async () => {
  const csv =
    "ID,Station Name,Street Address,City,State,ZIP,Country,Latitude,Longitude,EV Level2 EVSE Num\n" +
    "1,Pier,1 Pier Street,Albany,NY,12207,US,42.65,-73.75,2\n2,,x,Albany,NY,1,US,1,1,1";
  const send = (as: typeof office, type = "text/csv") =>
    api.call("POST", "/api/v1/stations/import", {
      as,
      body: csv,
      headers: { "content-type": type },
    });
  expect(await send(office)).toMatchObject({
    status: 200,
    body: { data: { counts: { created: 1, refused: 1 } } },
  });
  expect(await send(office)).toMatchObject({ body: { data: { counts: { unchanged: 1 } } } });
  expect((await send(operator)).status).toBe(403);
  // What it is called says nothing.
  expect((await send(office, "image/png")).status).toBe(200);
});
