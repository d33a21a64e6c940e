import { afterAll, describe, expect, it } from "vitest";

import { createDatabase } from "@/db/client";
import type { UserActor } from "@/lib/core/actor";
import { setProcessContext } from "@/lib/process/context";
import { root } from "@/scripts/parts/paths";

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

const logged = new Map<string, readonly (readonly string[])[]>();

/** What `docs/booking-statements.md` says: each statement in its order, by trip, shortened where it lists columns. */
const documentOf = (
  all: ReadonlyMap<string, readonly (readonly string[])[]>,
) => `# The statements of a booking

What one \`POST /api/v1/bookings\` sends to PostgreSQL, and what is done at a booking, in order, each trip's statements together: they are sent before an answer to any of them. Lists of columns and values are left out, and what is longer is cut. \`tests/api/bookings/trips.test.ts\` fails where something else is sent, and writes this anew with \`-u\`. What they cost: [booking-speed](booking-speed.md).
${[...all]
  .map(([title, trips]) => {
    const count = trips.reduce((sum, trip) => sum + trip.length, 0);
    const lines = trips.flatMap((trip, at) => trip.map((sql) => `${at + 1}  ${shortened(sql)}`));
    return `\n## ${title}\n\n${count} statements in ${trips.length} trips, of which one counts how often somebody asks.\n\n\`\`\`\n${lines.join("\n")}\n\`\`\`\n`;
  })
  .join("")}`;

function shortened(sql: string): string {
  const line = sql
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\((?:[\w".$, ]|::)*\)/g, (list) => (list.length > 30 ? "(…)" : list))
    .replace(/^select "\w+"(?:\."\w+")?(?:, "\w+"(?:\."\w+")?)* from/, "select … from");
  return line.length > 150 ? `${line.slice(0, 150)} …` : line;
}

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
      logged.set(`Approved by way of ${approval}`, trips);
    },
  );

  it("go in ten trips where the time is full, with the alternative that is held", async () => {
    const station = await stationWith("Manual", 1);
    expect((await book(await makeUser(api.db, "EvOwner"), station, 24)).status).toBe(201);
    const late = async () => {
      const owner = await makeUser(api.db, "EvOwner");
      // Else its first request would note that the login is in use.
      await api.call("GET", "/api/v1/auth/me", { as: owner });
      return owner;
    };
    for (const owner of [await late(), await late()]) await book(owner, station, 24);
    const owner = await late();
    const held = expect.objectContaining({ offerId: expect.any(String) as string }) as unknown;
    const trips = tripsOf(
      await log.during(async () => {
        const { status, body } = await book(owner, station, 24);
        expect({ status, body }).toMatchObject({
          status: 409,
          body: { details: { alternatives: expect.arrayContaining([held]) as unknown } },
        });
      }),
    );
    expect(trips, JSON.stringify(trips, null, 1)).toHaveLength(10);
    expect(trips[4]).toEqual(["rollback"]);
    expect(trips[8]?.at(-1)).toContain("update slots set reserved");
    expect(trips[9]?.at(-1)).toBe("commit");
    logged.set("Refused because it is full", trips);
    // Who has one held is told of it, which is read, and nothing is begun for it.
    const again = tripsOf(await log.during(async () => book(owner, station, 24)));
    expect(again, JSON.stringify(again, null, 1)).toHaveLength(11);
    expect(again.slice(5).flat()).not.toContain("begin");
  });

  it("and of what is done at it", async () => {
    const office = await makeUser(api.db, "Backoffice", { businessId });
    const [manual, auto] = [await stationWith("Manual", 9), await stationWith("Auto", 9)];
    const operator = await makeUser(api.db, "Operator", { businessId, stationIds: [auto] });
    const dataOf = async (stationId: string) => {
      const { body } = await book(await makeUser(api.db, "EvOwner"), stationId, 24);
      return (body as { data: { id: string; qr?: { code: string } } }).data;
    };
    const deeds = async () => {
      const { id } = await dataOf(manual);
      const { qr } = await dataOf(auto);
      await api.db.execute("update qr_tokens set opens_at = now() - interval '10 years'");
      const deed = (name: "approve" | "cancel", body: object) => async () =>
        api.call("PUT", `/api/v1/bookings/${id}/${name}`, { as: office, body });
      const body = { code: qr?.code };
      return [
        ["Approved by its office", deed("approve", {})],
        ["Cancelled by its office", deed("cancel", { reason: "Works" })],
        [
          "Checked in by its code",
          async () => api.call("POST", "/api/v1/sessions/checkin", { as: operator, body }),
        ],
      ] as const;
    };
    for (const [, run] of [...(await deeds()), ...(await deeds())]) await run();
    const counts: Record<string, number> = {};
    for (const [title, run] of await deeds()) {
      const statements = await log.during(async () =>
        expect((await run()).status).toBeLessThan(300),
      );
      counts[title] = new Set(statements.map(({ trip }) => trip)).size;
      logged.set(title, tripsOf(statements));
    }
    expect(counts).toEqual({
      "Approved by its office": 7,
      "Cancelled by its office": 9,
      "Checked in by its code": 11,
    });
  });

  it("are those that the docs tell of", async () => {
    // Written anew by `npx vitest run tests/api/bookings/trips.test.ts -u`.
    await expect(documentOf(logged)).toMatchFileSnapshot(root("docs/booking-statements.md"));
  });

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
