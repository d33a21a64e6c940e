import { expect, it } from "vitest";

import { testApi } from "../../support/api";
import { hours, minutes } from "../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const station = await makeStation(api.db, businessId, { approval: "Auto" });
const elsewhere = await makeStation(api.db, businessId);
const startsAt = new Date(testStart.getTime() + hours(4));
await makeSlots(api.db, station.id, startsAt, 2);
const operator = await makeUser(api.db, "Operator", { businessId, stationIds: [station.id] });

it("answers the four lists, the server's time and the counts", async () => {
  const booked = await api.call("POST", "/api/v1/bookings", {
    as: await makeUser(api.db, "EvOwner"),
    headers: { "Idempotency-Key": "one" },
    body: { stationId: station.id, startsAt, endsAt: new Date(startsAt.getTime() + hours(1)) },
  });
  expect(booked.status).toBe(201);
  api.clock.set(new Date(startsAt.getTime() - minutes(15)));
  const read = (query = "") => api.call("GET", `/api/v1/operator/queue${query}`, { as: operator });
  const all = await read();
  expect(all).toMatchObject({
    status: 200,
    body: {
      data: {
        serverTime: api.clock.now().toISOString(),
        approvals: [],
        arrivals: [
          { id: booked.body.data.id, action: "checkIn", proposedConnector: { number: 1 } },
        ],
        inProgress: [],
        exceptions: [],
        counts: { approvals: 0, arrivals: 1, inProgress: 0, exceptions: 0 },
      },
    },
  });
  expect(all.headers.get("cache-control")).toBe("no-store");
  expect((await read(`?stationId=${station.id}`)).body).toEqual(all.body);
  const hidden = { status: 404, body: { code: "station.not_found" } };
  expect(await read(`?stationId=${elsewhere.id}`)).toMatchObject(hidden);
  expect((await read("?stationId=seven")).status).toBe(422);
  expect((await read("?station=seven")).status).toBe(422);
});
