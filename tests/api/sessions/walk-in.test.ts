import { expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";

import { testApi } from "../../support/api";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const { id: stationId, connectorIds } = await makeStation(api.db, businessId);
await makeSlots(api.db, stationId, testStart, 4);
const operator = await makeUser(api.db, "Operator", { businessId, stationIds: [stationId] });
const office = await makeUser(api.db, "Backoffice", { businessId });
const path = "/api/v1/sessions/walk-in";
const send = (body: object, headers = {}) =>
  api.call("POST", path, { as: operator, body: { stationId, ...body }, headers });

it("answers the session with its booking, a guest's without owner, and says where it is", async () => {
  const plate = "WP KA-4821";
  const answer = await send({ plate, connectorId: connectorIds[1], minutes: "90" });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      data: {
        status: "Active",
        ownerName: null,
        ownerNic: null,
        vehiclePlate: plate,
        connector: { number: 2 },
        booking: { origin: "WalkUp", ownerId: null, ownerName: null, minutes: 120 },
      },
    },
  });
  const { id, bookingId, booking } = answer.body.data;
  expect(answer.headers.get("location")).toBe(`/api/v1/sessions/${id}`);
  for (const address of [
    `/api/v1/bookings/${bookingId}`,
    `/api/Booking/${bookingId}`,
    `/api/v1/sessions/${id}`,
  ]) {
    const read = await api.call("GET", address, { as: office });
    expect(read.status, address).toBe(200);
    expect(JSON.stringify(read.body), address).not.toContain("undefined");
  }
  const evcms = await api.call("GET", "/api/v1/bookings", {
    as: office,
    headers: { "Baybook-Contract": "ev-cms" },
  });
  expect(evcms.body.data).toMatchObject([{ userId: null, ownerName: null, status: "active" }]);
  const csv = await api.call("GET", "/api/v1/exports/bookings.csv", { as: office });
  const line = csv.body.split("\r\n").find((one: string) => one.includes(booking.number));
  expect(line).toContain(`,,,${plate},`);
  const found = await api.call("GET", `/api/v1/search?q=${booking.number}`, { as: office });
  expect(found.body.data.matches).toMatchObject([{ type: "Booking", id: bookingId }]);
});

it("lets one car in for one key, however often it is asked", async () => {
  const before = await api.db.$count(bookings);
  const key = { "Idempotency-Key": "gate-1" };
  const answers = await Promise.all([1, 2, 3].map(() => send({ plate: "WP KEY-1" }, key)));
  expect(new Set(answers.map(({ body }) => body.data.id)).size).toBe(1);
  expect(await api.db.$count(bookings)).toBe(before + 1);
  expect((await send({ plate: "WP KEY-2" }, key)).status).toBe(422);
});

it.each([
  [{}, "plate"],
  [{ plate: "" }, "plate"],
  [{ plate: "x".repeat(21) }, "plate"],
  [{ plate: "WP 1", minutes: 0 }, "minutes"],
  [{ plate: "WP 1", minutes: 10_081 }, "minutes"],
  [{ plate: "WP 1", connectorId: "two" }, "connectorId"],
  [{ plate: "WP 1", stationId: "here" }, "stationId"],
  [{ phone: "call me" }, "phone"],
  [{ ownerNic: "200212345679", phone: "+12125550100" }, "phone"],
  [{ plate: "WP 1", startsAt: "2026-06-01T12:00:00Z" }, "startsAt"],
])("refuses %j at %s", async (body, field) => {
  const answer = await send(body);
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ field }] } });
});

it("takes the identity number under the first contract's name too, and names the field of one that is nobody's", async () => {
  const owner = await makeUser(api.db, "EvOwner");
  expect(await send({ ownerNIC: owner.ownerNic })).toMatchObject({
    status: 201,
    body: { data: { booking: { ownerId: owner.userId, ownerNic: owner.ownerNic } } },
  });
  const unknown = await send({ ownerNic: "199900001111" });
  expect(unknown).toMatchObject({ status: 404, body: { code: "owner.not_found" } });
  expect(unknown.body.errors?.[0]?.field ?? unknown.body.field).toBe("ownerNic");
  const again = await send({ ownerNic: owner.ownerNic });
  expect(again).toMatchObject({ status: 400, body: { code: "walkIn.booked_here" } });
});
