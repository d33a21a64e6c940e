import { afterAll, describe, expect, it } from "vitest";

import { createDatabase } from "@/db/client";
import type { UserActor } from "@/lib/core/actor";
import { setProcessContext } from "@/lib/process/context";

import { testApi } from "../../support/api";
import { fileClock } from "../../support/file-clock";
import { logStatements, type Statement } from "../../support/statement-log";
import { hours } from "../../support/test-clock";
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
const log = await logStatements(api.url);
// One connection, so that its answers part one trip from the next.
const through = createDatabase(log.url, { max: 1 });
afterAll(async () => {
  await through.close();
  log.close();
});
setProcessContext({ db: through.db, clock: fileClock(testStart), config: testConfig });

async function stationWith(approval: "Auto" | "Manual", capacity: number) {
  const { id } = await makeStation(api.db, businessId, { approval });
  await makeSlots(api.db, id, testStart, 48, { capacity });
  return id;
}

const book = async (
  owner: UserActor,
  stationId: string,
  hour: number,
  key: string = crypto.randomUUID(),
) => {
  const at = (hour: number) => new Date(testStart.getTime() + hours(hour)).toISOString();
  return api.call("POST", "/api/v1/bookings", {
    as: owner,
    headers: { "Idempotency-Key": key },
    body: { stationId, startsAt: at(hour), endsAt: at(hour + 1) },
  });
};
/** What each trip says, by the first words of its statements. */
const tripsOf = (statements: readonly Statement[]) => {
  const trips: string[][] = [];
  for (const { trip, sql } of statements) (trips[trip - 1] ??= []).push(sql.trim());
  return trips;
};

describe("a booking's statements", () => {
  it.each(["Manual", "Auto"] as const)(
    "go in four trips where the station approves by way of %s",
    async (approval) => {
      const owner = await makeUser(api.db, "EvOwner");
      const station = await stationWith(approval, 2);
      // The driver asks of each statement's types at its first time.
      for (const hour of [24, 26]) expect((await book(owner, station, hour)).status).toBe(201);
      const trips = tripsOf(
        await log.during(async () => expect((await book(owner, station, 28)).status).toBe(201)),
      );
      // Who asks, and how often; what decides and takes; what is written, with the commit.
      expect(trips, JSON.stringify(trips, null, 1)).toHaveLength(4);
      const [who, often, taken, written] = trips;
      expect([who, often]).toEqual([
        [expect.stringContaining('"login_sessions"')],
        [expect.stringContaining('into "rate_limits"')],
      ]);
      expect(taken?.[0]).toBe("begin");
      expect(taken?.at(-1)).toContain("update slots set reserved");
      expect(written?.[0]).toContain('insert into "bookings"');
      expect(written?.at(-1)).toBe("commit");
    },
  );

  it("leave nothing of a request whose key was another's", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const station = await stationWith("Auto", 2);
    const key = crypto.randomUUID();
    expect((await book(owner, station, 30, key)).status).toBe(201);
    const again = await book(owner, station, 30, key);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await book(owner, station, 32, key)).toMatchObject({
      status: 422,
      body: { code: "idempotency.key_reused" },
    });
    const slots = await api.db.execute<{ reserved: number }>(
      `select reserved from slots where station_id = '${station}' and reserved > 0`,
    );
    expect(slots.map(({ reserved }) => reserved)).toEqual([1]);
  });
});
