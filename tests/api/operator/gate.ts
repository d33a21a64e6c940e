import type { UserActor } from "@/lib/core/actor";

import { testApi } from "../../support/api";
import { hours, minutes } from "../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

/** A station that approves by itself, two of its operators and their office; bookings begin four hours after the tests. */
export async function makeGate() {
  const api = await testApi();
  const { id: businessId } = await makeBusiness(api.db);
  const station = await makeStation(api.db, businessId, { approval: "Auto", connectors: 40 });
  const start = new Date(testStart.getTime() + hours(4));
  await makeSlots(api.db, station.id, start, 6, { capacity: 40 });
  const stationIds = [station.id];
  const operator = await makeUser(api.db, "Operator", { businessId, stationIds });
  const colleague = await makeUser(api.db, "Operator", { businessId, stationIds });
  const office = await makeUser(api.db, "Backoffice", { businessId });
  const at = (minute: number) => new Date(start.getTime() + minutes(minute));

  /** A booking with its code, at its start. */
  const booked = async () => {
    api.clock.set(testStart);
    const owner = await makeUser(api.db, "EvOwner");
    const made = await api.call("POST", "/api/v1/bookings", {
      as: owner,
      headers: { "Idempotency-Key": crypto.randomUUID() },
      body: { stationId: station.id, startsAt: start, endsAt: at(60) },
    });
    const { id } = made.body.data;
    const { body } = await api.call("GET", `/api/v1/bookings/${id}/qr`, { as: owner });
    api.clock.set(start);
    const { code, token } = body.data;
    return { owner, id: id as string, code: code as string, token };
  };

  const checkIn = (body: object, as = operator, key?: string) =>
    api.call("POST", "/api/v1/sessions/checkin", {
      as,
      body,
      ...(key && { headers: { "Idempotency-Key": key } }),
    });

  /** The refused acts of a booking, as a reader's list has them. */
  const listedOf = async (bookingId: string, as: UserActor = operator) => {
    const { body } = await api.call("GET", "/api/v1/operator/exceptions?limit=100", { as });
    // oxlint-disable-next-line typescript/no-explicit-any -- rows of the answer
    return body.data.filter((row: any) => row.bookingId === bookingId);
  };

  return {
    api,
    businessId,
    station,
    start,
    operator,
    colleague,
    office,
    at,
    booked,
    checkIn,
    listedOf,
  };
}
