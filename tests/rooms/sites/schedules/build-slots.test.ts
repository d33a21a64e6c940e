import { describe, expect, it } from "vitest";

import { localTime } from "@/lib/core/calendar";
import { instantAt } from "@/lib/core/time-zones";
import { buildSlots } from "@/lib/sites/schedules/build-slots";
import { closedAlways, type Schedule, type SlotPlan } from "@/lib/sites/schedules/rules";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const everyDay = (...windows: [string, string][]): Schedule => ({
  ...closedAlways,
  weekly: Object.fromEntries(
    days.map((day) => [day, windows.map(([start, end]) => ({ start, end }))]),
  ),
});

function planOf(
  schedule: Partial<Schedule>,
  over: Partial<Pick<SlotPlan, "holds" | "outages"> & SlotPlan["station"]> & {
    connectors?: number;
  } = {},
): SlotPlan {
  const { holds = [], outages = [], connectors = 4, ...station } = over;
  return {
    station: {
      businessId: "b",
      timeZone: "America/New_York",
      status: "Active",
      slotMinutes: 60,
      ...station,
    },
    schedule: { ...closedAlways, ...schedule },
    holds,
    outages,
    places: Array.from({ length: connectors }, (_, index) => ({
      id: `c${index + 1}`,
      number: index + 1,
      standards: ["IEC_62196_T2"],
      powerW: 22_000,
      plugPowersW: null,
    })),
    groupNumbers: new Map(),
  };
}

/** The slots of the calendar days from `first` to `last` in the plan's zone. */
function slotsOf(plan: SlotPlan, first: string, last = first) {
  const { timeZone } = plan.station;
  return buildSlots(
    plan,
    [],
    instantAt(first, "00:00", timeZone),
    instantAt(last, "24:00", timeZone),
  );
}

const startsOf = (plan: SlotPlan, first: string, last = first) =>
  slotsOf(plan, first, last).map(({ startsAt }) => localTime(startsAt, plan.station.timeZone));

describe("building slots", () => {
  it.each([15, 20, 30, 45, 60, 90, 120, 240])(
    "cuts a window into exact lengths of %i minutes",
    (minutes) => {
      const slots = slotsOf(
        planOf(everyDay(["08:00", "22:00"]), { slotMinutes: minutes }),
        "2026-06-01",
      );
      expect(slots).toHaveLength(Math.floor((14 * 60) / minutes));
      for (const { startsAt, endsAt } of slots) {
        expect(endsAt.getTime() - startsAt.getTime()).toBe(minutes * 60_000);
      }
    },
  );

  it("does not offer a remainder shorter than a slot", () => {
    expect(startsOf(planOf(everyDay(["08:00", "10:59"])), "2026-06-01")).toEqual([
      "08:00",
      "09:00",
    ]);
  });

  it("starts anew at each window", () => {
    const plan = planOf(everyDay(["08:00", "09:30"], ["12:15", "14:15"]));
    expect(startsOf(plan, "2026-06-01")).toEqual(["08:00", "12:15", "13:15"]);
  });

  it("runs to the end of the day by 24:00 and by 00:00 alike", () => {
    for (const end of ["24:00", "00:00"]) {
      expect(startsOf(planOf(everyDay(["22:00", end])), "2026-06-01")).toEqual(["22:00", "23:00"]);
    }
  });

  it("is open all day when a window ends where it starts", () => {
    expect(slotsOf(planOf(everyDay(["08:00", "08:00"])), "2026-06-01", "2026-06-07")).toHaveLength(
      168,
    );
  });

  it("lets a window that began yesterday belong to yesterday's weekday", () => {
    const plan = planOf({ weekly: { sun: [{ start: "22:00", end: "02:00" }] } });
    expect(startsOf(plan, "2026-05-31")).toEqual(["22:00", "23:00"]);
    expect(startsOf(plan, "2026-06-01")).toEqual(["00:00", "01:00"]);
    expect(startsOf(plan, "2026-06-02")).toEqual([]);
  });

  it("closes an exception's date, but not the night that began the day before", () => {
    const plan = planOf({
      ...everyDay(["22:00", "02:00"]),
      exceptions: [{ date: "2026-06-02", closed: true, windows: [] }],
    });
    expect(startsOf(plan, "2026-06-02")).toEqual(["00:00", "01:00"]);
    expect(startsOf(plan, "2026-06-03")).toEqual(["22:00", "23:00"]);
  });

  it("takes an exception's windows instead of the weekday's", () => {
    const plan = planOf({
      ...everyDay(["08:00", "22:00"]),
      exceptions: [
        { date: "2026-06-02", closed: false, windows: [{ start: "10:00", end: "12:00" }] },
      ],
    });
    expect(startsOf(plan, "2026-06-02")).toEqual(["10:00", "11:00"]);
  });

  it("has no slots without a schedule, at an Inactive station, or where no business runs it", () => {
    const open = everyDay(["00:00", "24:00"]);
    expect(slotsOf(planOf({}), "2026-06-01")).toEqual([]);
    expect(slotsOf(planOf(open, { status: "Inactive" }), "2026-06-01")).toEqual([]);
    expect(slotsOf(planOf(open, { businessId: null }), "2026-06-01")).toEqual([]);
    expect(slotsOf(planOf(open, { status: "Maintenance" }), "2026-06-01")).toHaveLength(24);
  });
});

describe("capacity", () => {
  const open = everyDay(["08:00", "12:00"]);
  const capacities = (plan: SlotPlan, day = "2026-06-01") =>
    slotsOf(plan, day).map(({ capacity }) => capacity);
  const at = (time: string) => instantAt("2026-06-01", time, "America/New_York");

  const counted = (from: string, to: string, connectors: number) => ({
    startsAt: at(from),
    endsAt: at(to),
    connectors,
    connectorIds: null,
  });
  const named = (from: string, to: string, ...connectorIds: string[]) => ({
    startsAt: at(from),
    endsAt: at(to),
    connectors: null,
    connectorIds,
  });
  const outage = (connectorId: string, from: string, to: string | null) => ({
    connectorId,
    startsAt: at(from),
    endsAt: to === null ? null : at(to),
  });
  const both = (plan: SlotPlan) =>
    slotsOf(plan, "2026-06-01").map(({ capacity, held }) => [capacity, held]);

  it("is the active connectors or the date's override, whichever is less", () => {
    const override = (connectors: number) =>
      planOf({ ...open, capacityOverrides: [{ date: "2026-06-01", connectors }] });
    expect(capacities(override(2))).toEqual([2, 2, 2, 2]);
    expect(capacities(override(9))).toEqual([4, 4, 4, 4]);
    expect(capacities(override(0))).toEqual([0, 0, 0, 0]);
    expect(capacities(override(2), "2026-06-02")).toEqual([4, 4, 4, 4]);
  });

  it("loses the connectors of every hold that overlaps, by a minute or in full", () => {
    const holds = [counted("08:59", "09:01", 1), counted("09:00", "11:00", 2)];
    const slots = slotsOf(planOf(open, { holds }), "2026-06-01");
    expect(slots.map(({ capacity, held }) => [capacity, held])).toEqual([
      [3, 1],
      [1, 3],
      [2, 2],
      [4, 0],
    ]);
  });

  it("is never below 0", () => {
    const holds = [counted("08:00", "12:00", 9)];
    expect(capacities(planOf(open, { holds }))).toEqual([0, 0, 0, 0]);
    expect(capacities(planOf(open, { connectors: 0 }))).toEqual([0, 0, 0, 0]);
  });

  it("loses each connector that an outage or holds by name cover once, and no other", () => {
    const holds = [named("08:00", "10:00", "c1", "c2"), named("09:00", "11:00", "c2", "c3")];
    expect(both(planOf(open, { holds }))).toEqual([
      [2, 2],
      [1, 3],
      [2, 2],
      [4, 0],
    ]);
    const outages = [outage("c2", "09:00", "10:00"), outage("c2", "09:30", null)];
    expect(both(planOf(open, { holds, outages }))).toEqual([
      [2, 2],
      [1, 2],
      [2, 1],
      [3, 0],
    ]);
    // One that is out of order or was taken away is none of the active ones to begin with.
    const gone = { holds: [named("08:00", "12:00", "x1")], outages: [outage("x2", "08:00", null)] };
    expect(both(planOf(open, gone))).toEqual(Array.from({ length: 4 }, () => [4, 0]));
  });

  it("is the lesser of what can be used and the override, and less what holds take by number", () => {
    const three = { ...open, capacityOverrides: [{ date: "2026-06-01", connectors: 3 }] };
    const outages = [outage("c1", "08:00", "09:00")];
    const holds = [named("09:00", "10:00", "c1", "c2"), counted("08:00", "12:00", 1)];
    expect(both(planOf(three, { outages, holds }))).toEqual([
      // An outage is no hold: three of four may be booked all the same.
      [2, 1],
      [1, 2],
      [2, 1],
      [2, 1],
    ]);
  });

  it("keeps a slot over midnight to the stricter of its two days", () => {
    const plan = planOf({
      ...everyDay(["22:30", "01:30"]),
      capacityOverrides: [{ date: "2026-06-02", connectors: 1 }],
    });
    expect(capacities(plan, "2026-06-01").slice(-2)).toEqual([4, 1]);
  });

  it("counts the bookings that overlap a slot", () => {
    const booking = { group: 1, startsAt: at("09:30"), endsAt: at("11:00") };
    const slots = buildSlots(planOf(open), [booking, booking], at("00:00"), at("24:00"));
    expect(slots.map(({ reserved }) => reserved)).toEqual([0, 2, 2, 0]);
  });
});

describe("days on which the clocks change", () => {
  const allDay = everyDay(["00:00", "24:00"]);

  it.each([
    ["2026-03-08", "America/New_York", 23],
    ["2026-11-01", "America/New_York", 25],
    ["2026-03-29", "Europe/London", 23],
    ["2026-10-25", "Europe/London", 25],
    ["2026-10-04", "Australia/Lord_Howe", 23],
    ["2026-04-05", "Australia/Lord_Howe", 24],
    ["2026-06-01", "Asia/Kathmandu", 24],
  ])("%s in %s has %i one-hour slots", (day, timeZone, count) => {
    const slots = slotsOf(planOf(allDay, { timeZone }), day);
    expect(slots).toHaveLength(count);
    slots.slice(1).forEach((slot, index) => expect(slot.startsAt).toEqual(slots[index]?.endsAt));
  });

  it("gives half-hour slots the half hour that Lord Howe wins or loses", () => {
    const half = { timeZone: "Australia/Lord_Howe", slotMinutes: 30 };
    expect(slotsOf(planOf(allDay, half), "2026-10-04")).toHaveLength(47);
    expect(slotsOf(planOf(allDay, half), "2026-04-05")).toHaveLength(49);
  });

  it("starts the next day at its own midnight, whatever was left of the day before", () => {
    const plan = planOf(allDay, { slotMinutes: 240 });
    expect(startsOf(plan, "2026-03-08", "2026-03-09")).toEqual(
      "00:00 05:00 09:00 13:00 17:00 00:00 04:00 08:00 12:00 16:00 20:00".split(" "),
    );
  });

  it("never overlaps two windows that the missing hour pushes together", () => {
    const plan = planOf(everyDay(["01:00", "02:30"], ["03:00", "05:00"]), { slotMinutes: 30 });
    const slots = slotsOf(plan, "2026-03-08");
    slots.slice(1).forEach((slot, index) => {
      expect(slot.startsAt.getTime()).toBeGreaterThanOrEqual(slots[index]?.endsAt.getTime() ?? 0);
    });
    expect(slots).toHaveLength(6);
  });
});
