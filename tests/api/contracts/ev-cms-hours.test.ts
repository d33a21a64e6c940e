import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { audits } from "@/db/schema/audit";
import { schedules } from "@/db/schema/schedules";
import { weekdays } from "@/lib/core/calendar";

import { testApi } from "../../support/api";
import { makeBusiness, makeStation, makeUser, testStart } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const office = await makeUser(api.db, "Backoffice", { businessId });
const headers = { "Baybook-Contract": "ev-cms" };

type Windows = { start: string; end: string }[];
const everyDay = (windows: Windows) => Object.fromEntries(weekdays.map((day) => [day, windows]));

async function stationOpen(weekly: Record<string, Windows> | null) {
  const { id } = await makeStation(api.db, businessId, { connectors: 1 });
  if (weekly) {
    await api.db.insert(schedules).values({ stationId: id, weekly, updatedAt: testStart });
  }
  const path = `/api/v1/stations/${id}`;
  const put = (body: object) => api.call("PUT", path, { as: office, body, headers });
  const read = async () => (await api.call("GET", path, { as: office, headers })).body.data;
  const kept = () => api.db.select().from(schedules).where(eq(schedules.stationId, id));
  const changes = () => api.db.$count(audits, eq(audits.entityId, id));
  return { id, put, read, kept, changes };
}

const day = [{ start: "06:00", end: "22:00" }];
const whole = [{ start: "00:00", end: "24:00" }];
const night = [{ start: "22:00", end: "06:00" }];
const parted = [
  { start: "06:00", end: "12:00" },
  { start: "13:00", end: "22:00" },
];
const wholeInTwo = [
  { start: "00:00", end: "12:00" },
  { start: "12:00", end: "24:00" },
];

describe("a station's hours in EV-CMS's words", () => {
  it.for([
    ["the same every day", everyDay(day), { open: "06:00", close: "22:00" }],
    ["always open", everyDay(whole), { open: "00:00", close: "24:00" }],
    ["over midnight", everyDay(night), { open: "22:00", close: "06:00" }],
    ["a break at noon", everyDay(parted), null],
    ["always open, in two windows", everyDay(wholeInTwo), null],
    ["closed on Sundays", { ...everyDay(day), sun: [] }, null],
    ["other hours on Mondays", { ...everyDay(day), mon: night }, null],
    ["closed always", everyDay([]), null],
    ["never set", null, null],
  ] as const)(
    "%s: said where one span says it, and sent back unchanged",
    async ([, weekly, said]) => {
      const station = await stationOpen(weekly as Record<string, Windows> | null);
      const before = await station.kept();
      const answered = await station.read();
      expect(answered.operatingHours).toEqual(said);
      expect(answered).not.toHaveProperty("hours");
      const same = await station.put(answered);
      expect(same).toMatchObject({ status: 200, body: { data: { operatingHours: said } } });
      expect(await station.kept()).toEqual(before);
      expect(await station.changes()).toBe(0);
    },
  );

  it("change by what is sent, from a station that was read whole", async () => {
    const station = await stationOpen(everyDay(day));
    const hours = { open: "07:30", close: "20:00" };
    const changed = await station.put({ ...(await station.read()), operatingHours: hours });
    expect(changed.body.data.operatingHours).toEqual(hours);
    const list = await api.call("GET", "/api/v1/stations?limit=100", { as: office, headers });
    const listed = list.body.data.find(({ id }: { id: string }) => id === station.id);
    expect(listed).toMatchObject({ operatingHours: hours });
    expect(listed).not.toHaveProperty("hours");
  });

  it("stand in ours as the week that they are, in lists for who asks", async () => {
    const weekly = { ...everyDay(day), sun: [] };
    const { id } = await stationOpen(weekly);
    const read = await api.call("GET", `/api/v1/stations/${id}`);
    expect(read.body.data.hours).toEqual(weekly);
    const listed = async (query: string) => {
      const { body } = await api.call("GET", `/api/v1/stations?limit=100${query}`);
      return body.data.find((one: { id: string }) => one.id === id);
    };
    expect(await listed("&include=hours")).toMatchObject({ hours: weekly });
    expect((await listed("&include=hours,connectors")).connectorList).toHaveLength(1);
    expect(await listed("")).not.toHaveProperty("hours");
    const unknown = await api.call("GET", "/api/v1/stations?include=prices");
    expect(unknown.body.errors).toMatchObject([{ field: "include.0" }]);
  });
});
