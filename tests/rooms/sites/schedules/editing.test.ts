import { describe, expect, it } from "vitest";

import { bodyOf, type Draft, draftOf, withDay } from "@/components/schedule-grid/draft";
import {
  beginEditing,
  editorAfter,
  type EditorEvent,
  type EditorState,
} from "@/components/schedule-grid/editor-state";
import { faultAt } from "@/components/schedule-grid/faults";
import { previewDays, runTimes } from "@/components/schedule-grid/slot-runs";
import { SetSchedule, type ScheduleView } from "@/lib/sites/schedules/schema";

import { inputFaults } from "../../../support/input-faults";

const day = [{ start: "08:00", end: "22:00" }];
const late = [{ start: "10:00", end: "22:00" }];
const early = [{ start: "06:00", end: "12:00" }];

const schedule = (minute: number, over: Partial<ScheduleView> = {}): ScheduleView => ({
  stationId: "0197e000-0000-7000-8000-000000000000",
  timeZone: "America/New_York",
  weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: [] },
  exceptions: [],
  capacityOverrides: [],
  updatedAt: `2026-06-01T12:${String(minute).padStart(2, "0")}:00.000Z`,
  ...over,
});
const after = (state: EditorState, ...events: readonly EditorEvent[]) =>
  events.reduce(editorAfter, state);
const first = schedule(0);
const typed = (draft: Draft): EditorEvent => ({ type: "changed", draft });
const begun = beginEditing(first);

describe("somebody else's schedule arrives while one is edited", () => {
  it("is shown at once where nothing was drafted, and said", () => {
    const theirs = schedule(5, { weekly: { ...first.weekly, mon: late } });
    const state = after(begun, { type: "arrived", schedule: theirs });
    expect(state.draft).toEqual(draftOf(theirs));
    expect(state.base.updatedAt).toBe(theirs.updatedAt);
    expect(state.elsewhere).toEqual({ drafted: false, clashes: [] });
  });

  it("comes into what the draft left alone; the draft's own changes stay, and what both changed is named", () => {
    const mine = {
      ...withDay(withDay(draftOf(first), "mon", late), "tue", late),
      capacityOverrides: [{ date: "2026-06-10", connectors: "1" }],
    };
    const theirs = schedule(5, {
      weekly: { ...first.weekly, mon: early, wed: early },
      exceptions: [{ date: "2026-06-12", closed: true, windows: [] }],
      capacityOverrides: [{ date: "2026-06-10", connectors: 3 }],
    });
    const state = after(begun, typed(mine), { type: "arrived", schedule: theirs });
    expect(state.draft.weekly).toMatchObject({ mon: late, tue: late, wed: early });
    expect(state.draft.exceptions).toEqual(theirs.exceptions);
    expect(state.draft.capacityOverrides).toEqual(mine.capacityOverrides);
    expect(state.elsewhere).toEqual({ drafted: true, clashes: ["mon", "2026-06-10"] });
    expect(after(state, { type: "discarded" }).draft).toEqual(draftOf(theirs));
  });

  it("takes away what they removed, and leaves removed what the draft removed", () => {
    const both = schedule(0, {
      exceptions: ["2026-06-10", "2026-06-11", "2026-06-12"].map((date) => ({
        date,
        closed: true,
        windows: [],
      })),
    });
    const mine = { ...draftOf(both), exceptions: both.exceptions.slice(1) };
    const theirs = schedule(5, { exceptions: both.exceptions.slice(0, 2) });
    const state = after(beginEditing(both), typed(mine), { type: "arrived", schedule: theirs });
    expect(state.draft.exceptions.map(({ date }) => date)).toEqual(["2026-06-11"]);
    expect(state.elsewhere?.clashes).toEqual([]);
  });

  it("is no news where it is one's own, or older than what was saved", () => {
    const mine = withDay(draftOf(first), "mon", late);
    const own = schedule(5, { weekly: { ...first.weekly, mon: late } });
    const heard = after(begun, typed(mine), { type: "arrived", schedule: own });
    expect(heard.elsewhere).toBeNull();
    const saved = after(
      begun,
      typed(mine),
      { type: "saved", sent: mine, schedule: own },
      { type: "arrived", schedule: { ...first } },
    );
    expect(saved.draft).toEqual(draftOf(own));
    expect(saved.elsewhere).toBeNull();
  });
});

it("what is typed while the server saves stays a draft", () => {
  const sent = withDay(draftOf(first), "mon", late);
  const more = withDay(sent, "fri", early);
  const saved = schedule(5, { weekly: { ...first.weekly, mon: late } });
  const state = after(begun, typed(sent), typed(more), { type: "saved", sent, schedule: saved });
  expect(state.base).toBe(saved);
  expect(state.draft.weekly).toMatchObject({ mon: late, fri: early });
});

describe("what the server refuses", () => {
  const draft: Draft = {
    ...withDay(draftOf(first), "tue", [...day, ...late]),
    exceptions: [{ date: "2026-06-10", closed: false, windows: [{ start: "8", end: "9" }] }],
    capacityOverrides: [{ date: "2026-06-11", connectors: "1.5" }],
  };
  const errors = inputFaults(SetSchedule, bodyOf(draft)).map(({ field, message }) => ({
    field: `schedule.${field}`,
    message,
  }));
  const answer = {
    code: "request.invalid",
    message: "Some fields are not right.",
    errors: [...errors, { field: "weekly.tue.1", message: "They overlap." }],
  };
  const refused = after(begun, typed(draft), { type: "refused", sent: draft, answer });

  it("stands at the window or the date it belongs to, until that is changed", () => {
    const faults = refused.refusal?.faults ?? [];
    const at = (part: string, what: "hours" | "places", index?: number) =>
      faultAt(faults, { part, what, ...(index !== undefined && { index }) });
    expect(at("tue", "hours", 1)).toBe("They overlap.");
    expect(at("2026-06-10", "hours", 0)).toMatch(/^Use HH:mm/);
    expect(at("2026-06-11", "places")).toBe("Use a whole number.");
    const mended = after(refused, typed(withDay(draft, "tue", day)));
    expect(mended.refusal?.faults.map(({ part }) => part)).not.toContain("tue");
    expect(mended.refusal?.faults.map(({ part }) => part)).toContain("2026-06-11");
  });

  it("opens the date where no weekday is wrong", () => {
    expect(refused.chosen).toBeNull();
    const dated = after(begun, typed(draft), {
      type: "refused",
      sent: draft,
      answer: { ...answer, errors },
    });
    expect(dated.chosen).toBe("2026-06-10");
  });

  it("or never hears is said, and the draft stays", () => {
    const unsent = after(begun, typed(draft), { type: "unsent", message: "Not sent." });
    expect(unsent.refusal?.message).toBe("Not sent.");
    expect(unsent.draft).toBe(draft);
  });
});

it("a preview's slots that are alike are one line, those that go another", () => {
  const slot = (hour: number, capacity: number, capacityBefore: number | null) => ({
    startsAt: `2026-06-02T${hour}:00:00.000Z`,
    endsAt: `2026-06-02T${hour + 1}:00:00.000Z`,
    capacity,
    capacityBefore,
    remaining: capacity,
    byStandard: {},
    reserved: 0,
    held: 0,
  });
  const [only] = previewDays({
    stationId: "",
    timeZone: "America/New_York",
    slots: [slot(12, 2, 2), slot(13, 2, 2), slot(14, 1, 2), slot(16, 1, null)],
    groupChanges: [],
    removedSlots: [
      { startsAt: "2026-06-02T17:00:00.000Z", endsAt: "2026-06-02T18:00:00.000Z", capacity: 2 },
      { startsAt: "2026-06-02T18:00:00.000Z", endsAt: "2026-06-03T04:00:00.000Z", capacity: 1 },
    ],
    conflicts: [],
    changes: { added: 0, changed: 0, removed: 0 },
  });
  expect(only).toMatchObject({ date: "2026-06-02", places: 6 });
  expect(only?.runs.map(({ count, capacity, before }) => [count, capacity, before])).toEqual([
    [2, 2, 2],
    [1, 1, 2],
    [1, 1, null],
    [2, null, 2],
  ]);
  const last = only?.runs.at(-1);
  expect(last && runTimes(last, "America/New_York")).toEqual({ from: "13:00", to: "24:00" });
});
