import { anonymous } from "@/lib/core/actor";
import { asc, eq, isNotNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { audits } from "@/db/schema/audit";
import { bookings } from "@/db/schema/bookings";
import { outboxEvents } from "@/db/schema/outbox";
import { newId } from "@/lib/core/ids";
import {
  addHold,
  listHolds,
  previewHold,
  previewSchedule,
  readAvailability,
  readSchedule,
  removeHold,
  setSchedule,
  updateHold,
} from "@/lib/sites/schedules";
import { removeConnector } from "@/lib/sites/stations";
import { SetHold, SetSchedule, type SetScheduleInput } from "@/lib/sites/schedules/schema";

import { testDatabase } from "../../../support/database";
import { makeStation, makeUser } from "../../../support/world";
import { refusal } from "../../people/accounts/setting";
import { day, twoOffices, week } from "./setting";

const { db } = await testDatabase();
const { business, world, office, foreign } = await twoOffices(db);
const set = (stationId: string, input: SetScheduleInput, ctx = office) =>
  setSchedule(ctx, { stationId, ...SetSchedule.parse(input) });
const newStation = async () => (await makeStation(db, business.id)).id;
const problems = (input: unknown) =>
  SetSchedule.safeParse(input).error?.issues.map(({ path }) => path.join("."));

describe("setting a schedule", () => {
  it("replaces the whole, rebuilds the slots, and records before and after once", async () => {
    const id = await newStation();
    const first = await set(id, {
      weekly: week,
      exceptions: [{ date: "2026-06-03", closed: true }],
      capacityOverrides: [{ date: "2026-06-04", connectors: 2 }],
    });
    expect(first).toMatchObject({ weekly: { mon: day }, timeZone: "America/New_York" });
    expect(await world.slots(id)).toHaveLength(13 * 14);
    const second = await set(id, { weekly: { mon: day } });
    expect(second).toMatchObject({ weekly: { mon: day, tue: [] }, exceptions: [] });
    expect(await world.slots(id)).toHaveLength(2 * 14);
    await set(id, { weekly: { mon: day } });
    expect(await readSchedule(office, { stationId: id })).toEqual(second);
    const deeds = await db
      .select()
      .from(audits)
      .where(eq(audits.entityId, id))
      .orderBy(asc(audits.id));
    expect(deeds.map(({ action }) => action)).toEqual(["SetSchedule", "SetSchedule"]);
    expect(deeds[1]?.changes).toMatchObject({
      exceptions: [[{ date: "2026-06-03", closed: true, windows: [] }], []],
    });
    const events = await db.select().from(outboxEvents).where(eq(outboxEvents.stationId, id));
    expect(events.map(({ type }) => type)).toEqual(["schedule.changed", "schedule.changed"]);
  });

  it("refuses windows that overlap, over midnight, the week's end and an exception's eve", async () => {
    const id = await newStation();
    const refused = (input: SetScheduleInput) => refusal(set(id, input));
    const code = "schedule.windows_overlap @ ";
    const night = { start: "22:00", end: "06:00" };
    const early = { start: "05:00", end: "07:00" };
    expect(await refused({ weekly: { mon: [...day, { start: "21:59", end: "23:00" }] } })).toBe(
      `${code}weekly.mon.1`,
    );
    expect(await refused({ weekly: { mon: [night], tue: [early] } })).toBe(`${code}weekly.tue.0`);
    expect(await refused({ weekly: { sun: [night], mon: [early] } })).toBe(`${code}weekly.mon.0`);
    const friday = "2026-06-05";
    const eve = { weekly: { thu: [night] }, exceptions: [{ date: friday, windows: [early] }] };
    expect(await refused(eve)).toBe(`${code}exceptions.0.windows.0`);
    expect(
      await refused({ weekly: { mon: [night], tue: [{ start: "06:00", end: "07:00" }] } }),
    ).toBe("done");
  });

  it("says which field is wrong, and how", () => {
    const windows = (start: string, end: string) => problems({ weekly: { mon: [{ start, end }] } });
    expect(windows("8:00", "22:00")).toEqual(["weekly.mon.0.start"]);
    expect(windows("24:00", "22:00")).toEqual(["weekly.mon.0.start"]);
    expect(windows("08:00", "24:01")).toEqual(["weekly.mon.0.end"]);
    expect(windows("08:00", "24:00")).toBeUndefined();
    expect(problems({ weekly: { monday: [] } })).toEqual(["weekly"]);
    const exceptions = (...list: unknown[]) => problems({ weekly: {}, exceptions: list });
    expect(exceptions({ date: "2026-02-30", closed: true })).toEqual(["exceptions.0.date"]);
    expect(exceptions({ date: "2026-06-01" })).toEqual(["exceptions.0.windows"]);
    expect(exceptions({ date: "2026-06-01", closed: true, windows: day })).toEqual([
      "exceptions.0.windows",
    ]);
    const twice = { date: "2026-06-01", closed: true };
    expect(exceptions(twice, twice)).toEqual(["exceptions.1.date"]);
    const overrides = (connectors: unknown) =>
      problems({ weekly: {}, capacityOverrides: [{ date: "2026-06-01", connectors }] });
    expect(overrides(-1)).toEqual(["capacityOverrides.0.connectors"]);
    expect(overrides(1.5)).toEqual(["capacityOverrides.0.connectors"]);
    expect(overrides(0)).toBeUndefined();
  });

  it("is another business's 404 and nobody else's to do", async () => {
    const id = await newStation();
    expect(await refusal(set(id, { weekly: week }, foreign))).toBe("station.not_found");
    expect(await refusal(set(newId(), { weekly: week }))).toBe("station.not_found");
    const operator = await makeUser(db, "Operator", { businessId: business.id, stationIds: [id] });
    expect(await refusal(set(id, { weekly: week }, world.as(operator)))).toBe("request.forbidden");
    expect(await readSchedule(world.as(operator), { stationId: id })).toMatchObject({
      updatedAt: null,
    });
    expect(await world.slots(id)).toEqual([]);
  });
});

describe("previewing a schedule", () => {
  it("shows the slots and the bookings that would need a decision, and changes nothing", async () => {
    const id = await newStation();
    await set(id, { weekly: week });
    const { userId: ownerId } = await makeUser(db, "EvOwner");
    const at = { stationId: id, businessId: business.id, ownerId };
    const first = await world.book(at, "2026-06-02T12:00:00Z", "2026-06-02T14:00:00Z");
    const second = await world.book(at, "2026-06-03T12:00:00Z", "2026-06-03T13:00:00Z");
    const before = await world.slots(id);
    const preview = await previewSchedule(office, {
      stationId: id,
      ...SetSchedule.parse({
        weekly: { ...week, tue: [{ start: "09:00", end: "22:00" }] },
        capacityOverrides: [{ date: "2026-06-03", connectors: 0 }],
      }),
    });
    expect(preview.conflicts).toMatchObject([
      {
        bookingId: first,
        number: expect.stringMatching(/^BK-/),
        ownerName: expect.any(String),
        startsAt: "2026-06-02T12:00:00.000Z",
        endsAt: "2026-06-02T14:00:00.000Z",
        reason: "OutsideSlots",
      },
      {
        bookingId: second,
        startsAt: "2026-06-03T12:00:00.000Z",
        endsAt: "2026-06-03T13:00:00.000Z",
        reason: "OverCapacity",
      },
    ]);
    expect(preview.changes).toEqual({ added: 0, changed: 14, removed: 2 });
    // Without the two, and without the slot that has begun.
    expect(preview.slots).toHaveLength(before.length - 3);
    expect(await world.slots(id)).toEqual(before);
  });
});

it("names in a preview exactly the bookings that setting it flags: the latest beyond the places", async () => {
  const id = await newStation();
  await set(id, { weekly: week });
  const booked: string[] = [];
  for (let count = 0; count < 4; count += 1) {
    const { userId: ownerId } = await makeUser(db, "EvOwner");
    const at = { stationId: id, businessId: business.id, ownerId };
    booked.push(await world.book(at, "2026-06-03T12:00:00Z", "2026-06-03T13:00:00Z"));
  }
  const wanted = { weekly: week, capacityOverrides: [{ date: "2026-06-03", connectors: 3 }] };
  const preview = await previewSchedule(office, { stationId: id, ...SetSchedule.parse(wanted) });
  expect(preview.conflicts.map(({ bookingId }) => bookingId)).toEqual([booked[3]]);
  await set(id, wanted);
  const flagged = await db.select().from(bookings).where(isNotNull(bookings.conflict));
  expect(flagged.filter(({ stationId }) => stationId === id).map((row) => row.id)).toEqual([
    booked[3],
  ]);
});

describe("maintenance holds", () => {
  const hold = (over: object = {}) =>
    SetHold.parse({
      startsAt: "2026-06-02T12:00:00Z",
      endsAt: "2026-06-02T14:00:00Z",
      connectors: 3,
      reason: "New cable",
      ...over,
    });
  const capacities = async (id: string) =>
    (await world.slots(id)).filter(({ held }) => held > 0).map(({ capacity }) => capacity);

  it("take places from the slots at once, and give them back", async () => {
    const stationId = await newStation();
    await set(stationId, { weekly: week });
    const { id: holdId } = await addHold(office, { stationId, ...hold() });
    expect(await capacities(stationId)).toEqual([1, 1]);
    await updateHold(office, { stationId, holdId, ...hold({ connectors: 1 }) });
    expect(await capacities(stationId)).toEqual([3, 3]);
    expect(await listHolds(office, { stationId, past: false, page: 1, limit: 10 })).toMatchObject({
      total: 1,
      items: [{ id: holdId, connectors: 1, reason: "New cable" }],
    });
    await removeHold(office, { stationId, holdId });
    expect(await capacities(stationId)).toEqual([]);
    const gone = removeHold(office, { stationId, holdId });
    expect(await refusal(gone)).toBe("hold.not_found");
  });

  it("take the connectors that they name, and say either which or how many", async () => {
    const { id: stationId, connectorIds } = await makeStation(db, business.id);
    const [first = "", second = "", third = ""] = connectorIds;
    await set(stationId, { weekly: week });
    const these = (...ids: string[]) => hold({ connectors: undefined, connectorIds: ids });
    const { id: holdId, ...added } = await addHold(office, {
      stationId,
      ...these(second.toUpperCase(), first, second),
    });
    expect(added).toMatchObject({ connectors: null, connectorIds: [first, second] });
    expect(await capacities(stationId)).toEqual([2, 2]);
    await addHold(office, { stationId, ...these(second, third) });
    expect(await capacities(stationId)).toEqual([1, 1]);
    await updateHold(office, { stationId, holdId, ...hold({ connectors: 1 }) });
    expect(await capacities(stationId)).toEqual([1, 1]);
    const { items } = await listHolds(office, { stationId, past: false, page: 1, limit: 10 });
    expect(items).toMatchObject([
      { id: holdId, connectors: 1, connectorIds: null },
      { connectors: null, connectorIds: [second, third] },
    ]);
    const preview = await previewHold(office, { stationId, holdId, ...these(second) });
    expect(preview.slots.filter(({ held }) => held > 0).map(({ capacity }) => capacity)).toEqual([
      2, 2,
    ]);
    const both = hold({ connectorIds: [first] });
    const fields = "hold.how_many_or_which @ connectors, connectorIds";
    expect(await refusal(addHold(office, { stationId, ...both }))).toBe(fields);
    const neither = hold({ connectors: undefined });
    expect(await refusal(updateHold(office, { stationId, holdId, ...neither }))).toBe(fields);
    expect(await refusal(previewHold(office, { stationId, ...neither }))).toBe(fields);
    const foreigner = (await makeStation(db, business.id)).connectorIds[0] ?? "";
    expect(await refusal(addHold(office, { stationId, ...these(first, foreigner) }))).toBe(
      "connector.not_found @ connectorIds.1",
    );
    await removeConnector(office, { stationId, connectorId: third });
    expect(await refusal(addHold(office, { stationId, ...these(third) }))).toBe(
      "connector.not_found @ connectorIds.0",
    );
  });

  it("must end in the future, and belong to the station and business", async () => {
    const stationId = await newStation();
    const past = hold({ startsAt: "2026-06-01T10:00:00Z", endsAt: "2026-06-01T12:00:00Z" });
    expect(await refusal(addHold(office, { stationId, ...past }))).toBe("hold.over @ endsAt");
    expect(await refusal(addHold(foreign, { stationId, ...hold() }))).toBe("station.not_found");
    const { id: holdId } = await addHold(office, { stationId, ...hold() });
    const elsewhere = await newStation();
    expect(await refusal(removeHold(office, { stationId: elsewhere, holdId }))).toBe(
      "hold.not_found",
    );
    const backwards = SetHold.safeParse({
      startsAt: "2026-06-02T12:00:00Z",
      endsAt: "2026-06-02T12:00:00Z",
      connectors: 0,
      reason: " ",
    });
    expect(backwards.error?.issues.map(({ path }) => path.join("."))).toEqual([
      "connectors",
      "reason",
      "endsAt",
    ]);
  });
});

describe("availability for everybody", () => {
  it("shows slots that have not begun, by instants or by the station's days, and no staff's facts", async () => {
    const stationId = await newStation();
    await set(stationId, { weekly: week });
    const week7 = await readAvailability(world.as(anonymous), { stationId });
    expect(week7).toHaveLength(7 * 14);
    expect(Object.keys(week7[0] ?? {})).toEqual([
      "startsAt",
      "endsAt",
      "capacity",
      "remaining",
      "byStandard",
    ]);
    const days = await readAvailability(world.as(anonymous), {
      stationId,
      from: "2026-05-31",
      to: "2026-06-02",
    });
    expect(days).toHaveLength(2 * 14);
    expect(days[0]?.startsAt).toBe("2026-06-01T12:00:00.000Z");
    const ask = (from: string, to: string) =>
      refusal(readAvailability(world.as(anonymous), { stationId, from, to }));
    expect(await ask("2026-06-02", "2026-06-01")).toBe("availability.range @ to");
    expect(await ask("2026-06-02", "2026-09-01")).toBe("availability.range @ to");
  });
});
