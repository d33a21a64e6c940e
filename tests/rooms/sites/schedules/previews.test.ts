import { expect, it } from "vitest";

import {
  addHold,
  previewHold,
  previewSchedule,
  readLocalHold,
  readSchedule,
  setSchedule,
} from "@/lib/sites/schedules";
import {
  LocalHold,
  PreviewHold,
  SetHold,
  SetSchedule,
  type SetScheduleInput,
} from "@/lib/sites/schedules/schema";

import { testDatabase } from "../../../support/database";
import { inputFaults } from "../../../support/input-faults";
import { makeStation, makeUser } from "../../../support/world";
import { refusal } from "../../people/accounts/setting";
import { day, twoOffices, week } from "./setting";

const { db } = await testDatabase();
const { business, world, office, foreign } = await twoOffices(db);
const given = (stationId: string, input: SetScheduleInput) => ({
  stationId,
  ...SetSchedule.parse(input),
});
const open = async () => {
  const { id } = await makeStation(db, business.id);
  await setSchedule(office, given(id, { weekly: week }));
  return id;
};
const bookedAt = async (stationId: string, startsAt: string, endsAt: string) => {
  const { userId: ownerId } = await makeUser(db, "EvOwner");
  return world.book({ stationId, businessId: business.id, ownerId }, startsAt, endsAt);
};
const hold = (over: object = {}) =>
  PreviewHold.parse({
    startsAt: "2026-06-02T12:00:00Z",
    endsAt: "2026-06-02T14:00:00Z",
    connectors: 3,
    ...over,
  });

it("a preview says how many places each slot has, had, and which slots go", async () => {
  const id = await open();
  const { slots, removedSlots } = await previewSchedule(
    office,
    given(id, {
      weekly: { ...week, wed: [{ start: "07:00", end: "22:00" }] },
      exceptions: [{ date: "2026-06-04", closed: true }],
      capacityOverrides: [{ date: "2026-06-02", connectors: 1 }],
    }),
  );
  const on = (date: string) => slots.filter(({ startsAt }) => startsAt.startsWith(date));
  expect(on("2026-06-02").slice(4)).toHaveLength(10);
  for (const slot of on("2026-06-02").slice(4)) {
    expect(slot).toMatchObject({ capacity: 1, capacityBefore: 4 });
  }
  expect(slots.find(({ startsAt }) => startsAt === "2026-06-03T11:00:00.000Z")).toMatchObject({
    capacity: 4,
    capacityBefore: null,
  });
  expect(slots.find(({ startsAt }) => startsAt === "2026-06-03T12:00:00.000Z")).toMatchObject({
    capacity: 4,
    capacityBefore: 4,
  });
  expect(removedSlots).toHaveLength(14);
  expect(removedSlots[0]).toEqual({
    startsAt: "2026-06-04T12:00:00.000Z",
    endsAt: "2026-06-04T13:00:00.000Z",
    capacity: 4,
  });
});

it("a preview tells bookings that wait for a decision already from those that would", async () => {
  const id = await open();
  const waiting = await bookedAt(id, "2026-06-02T12:00:00Z", "2026-06-02T13:00:00Z");
  const fine = await bookedAt(id, "2026-06-03T12:00:00Z", "2026-06-03T13:00:00Z");
  const later = [{ start: "09:00", end: "22:00" }];
  await setSchedule(office, given(id, { weekly: { ...week, tue: later } }));
  const preview = await previewSchedule(
    office,
    given(id, { weekly: { ...week, tue: later, wed: later } }),
  );
  expect(preview.conflicts).toMatchObject([
    { bookingId: waiting, isFlagged: true },
    { bookingId: fine, isFlagged: false },
  ]);
});

it("a hold's preview shows places and conflicts as setting it makes them, and changes nothing", async () => {
  const stationId = await open();
  const at = ["2026-06-02T12:00:00Z", "2026-06-02T13:00:00Z"] as const;
  await bookedAt(stationId, ...at);
  const second = await bookedAt(stationId, ...at);
  const before = await world.slots(stationId);
  const preview = await previewHold(office, { stationId, ...hold() });
  expect(await world.slots(stationId)).toEqual(before);
  expect(preview.changes).toEqual({ added: 0, changed: 2, removed: 0 });
  expect(preview.slots.filter(({ held }) => held > 0)).toMatchObject([
    { startsAt: "2026-06-02T12:00:00.000Z", capacity: 1, capacityBefore: 4, remaining: 0 },
    { startsAt: "2026-06-02T13:00:00.000Z", capacity: 1, capacityBefore: 4, remaining: 1 },
  ]);
  expect(preview.conflicts).toMatchObject([{ bookingId: second, reason: "OverCapacity" }]);

  const { id: holdId } = await addHold(office, {
    stationId,
    ...SetHold.parse({ ...hold({ connectors: 1 }), ...isoOf(hold()), reason: "New cable" }),
  });
  const changed = await previewHold(office, { stationId, ...hold({ holdId, connectors: 2 }) });
  // In the place of the one there is, not on top of it.
  expect(changed.slots.filter(({ held }) => held > 0).map(({ held }) => held)).toEqual([2, 2]);
  expect(changed.conflicts).toEqual([]);
});

it("a hold's preview is refused as the hold would be", async () => {
  const stationId = await open();
  const ask = (ctx: typeof office, over: object = {}) =>
    refusal(previewHold(ctx, { stationId, ...hold(over) }));
  expect(await ask(foreign)).toBe("station.not_found");
  expect(await ask(office, { holdId: crypto.randomUUID() })).toBe("hold.not_found");
  expect(
    await ask(office, { startsAt: "2026-06-01T10:00:00Z", endsAt: "2026-06-01T12:00:00Z" }),
  ).toBe("hold.over @ endsAt");
});

it("whoever names the schedule they saw does not replace one that they did not", async () => {
  const { id } = await makeStation(db, business.id);
  const set = (input: SetScheduleInput) => setSchedule(office, given(id, input));
  const first = await set({ weekly: { mon: day }, ifUpdatedAt: null });
  expect(await refusal(set({ weekly: { tue: day }, ifUpdatedAt: null }))).toBe("schedule.changed");
  const mine = { weekly: { tue: day }, ifUpdatedAt: first.updatedAt };
  // The clock stands still, and yet the two are told apart.
  const theirs = await set({ weekly: { wed: day } });
  expect(await refusal(set(mine))).toBe("schedule.changed");
  expect(await refusal(previewSchedule(office, given(id, mine)))).toBe("schedule.changed");
  expect(await readSchedule(office, { stationId: id })).toEqual(theirs);
  // What stands already is no loss to anybody: so a repeat whose answer was lost is answered again.
  expect(await set({ weekly: { wed: day }, ifUpdatedAt: first.updatedAt })).toEqual(theirs);
  const after = await set({ ...mine, ifUpdatedAt: theirs.updatedAt });
  expect(after.weekly).toMatchObject({ mon: [], tue: day, wed: [] });
});

it("a hold's times are read by the station's own clocks, whatever whoever sets it has", async () => {
  const stationId = await open();
  const read = (startsAt: string, endsAt: string, ctx = office) =>
    readLocalHold(ctx, { stationId, startsAt, endsAt });
  expect(await read("2026-06-02T08:00", "2026-06-02T10:00")).toEqual({
    stationId,
    startsAt: new Date("2026-06-02T12:00:00Z"),
    endsAt: new Date("2026-06-02T14:00:00Z"),
  });
  // 02:50 does not exist that night: it falls after the gap, and so after 03:10.
  expect(await refusal(read("2027-03-14T02:50", "2027-03-14T03:10"))).toBe(
    "hold.backwards @ endsAt",
  );
  expect(await refusal(read("2026-06-02T08:00", "2026-06-02T10:00", foreign))).toBe(
    "station.not_found",
  );
});

it("a hold's bad date is an error at its field, and so is one that is missing", () => {
  const faults = (over: object) =>
    inputFaults(LocalHold, {
      startsAt: "2026-06-02T08:00",
      endsAt: "2026-06-02T10:00",
      connectors: "1",
      reason: "New cable",
      ...over,
    }).map(({ field, message }) => `${field}: ${message}`);
  expect(faults({})).toEqual([]);
  const missing = { startsAt: undefined, endsAt: "", connectors: undefined, reason: undefined };
  expect(faults(missing)).toEqual([
    "startsAt: Give a date and a time.",
    "endsAt: Give a date and a time.",
    "reason: Give a reason.",
  ]);
  expect(faults({ startsAt: "12026-06-02T08:00", endsAt: "2026-02-30T10:00" })).toEqual([
    "startsAt: Give a date and a time.",
    "endsAt: There is no such date between 2000 and 2199.",
  ]);
  expect(faults({ connectors: "1.5" })).toEqual(["connectors: Use a whole number."]);
});

const isoOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});
