import {
  addHold as add,
  previewHold,
  previewSchedule,
  removeHold as remove,
  setSchedule as set,
  updateHold as update,
} from "@/lib/sites/schedules";
import type { SchedulePreview } from "@/lib/sites/schedules/schema";

import {
  dayOf,
  day as dayLength,
  hour,
  type Hold,
  type Model,
  type Station,
  type Windows,
} from "./model";
import type { Of } from "./operations";
import { follow } from "./place-deeds";
import { taken, toldOfStation, type Deed } from "./step";

/** Ready days: none of them overlaps any other one's night. */
const days: readonly Windows[] = [
  [[8 * 60, 20 * 60]],
  [[0, 24 * 60]],
  [
    [8.5 * 60, 12.5 * 60],
    [14 * 60, 17 * 60 + 20],
  ],
  [
    [9 * 60, 13 * 60],
    [22 * 60, 24 * 60],
  ],
  [],
];
const night: Windows = [
  [10 * 60, 15 * 60],
  [21.5 * 60, 26 * 60],
];
const ready = (index: number): Windows => days[index % days.length] ?? [];
/** A week of one kind of day, with nights in the one week whose mornings leave room for them. */
const weekOf = (index: number): Windows[] =>
  Array.from({ length: 7 }, (_, weekday) =>
    index === 3 && weekday % 2 === 0 ? night : ready(index),
  );
const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const timeOf = (minutes: number) => {
  const at = minutes > 1440 ? minutes - 1440 : minutes;
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, "0")).join(":");
};
const windowsOf = (windows: Windows) =>
  windows.map(([start, end]) => ({ start: timeOf(start), end: timeOf(end) }));
const dateOf = (date: number) => new Date(date * dayLength).toISOString().slice(0, 10);

/** The bookings in conflict that have not begun: those that a preview must have named. */
const undecided = (model: Model, station: Station) =>
  model.bookings
    .filter(
      ({ conflict, start, ...booking }) =>
        conflict && start > model.now && booking.station === station,
    )
    .map(({ id }) => id)
    .toSorted();

/** Throws unless a preview named exactly the bookings that are in conflict now, and the slots that there are. */
function assertForetold(model: Model, station: Station, preview: SchedulePreview): void {
  const told = preview.conflicts.map(({ bookingId }) => bookingId).toSorted();
  const slots = station.slots.filter(({ start }) => start > model.now).map(({ start }) => start);
  const shown = preview.slots
    .map(({ startsAt }) => Date.parse(startsAt))
    .filter((start) => start > model.now);
  if (told.join() !== undecided(model, station).join() || slots.join() !== shown.join()) {
    throw new Error(`A preview foretold ${told.join()}, not ${undecided(model, station).join()}.`);
  }
}

export const setSchedule: Deed<Of<"setSchedule">> = (operation, model, world) => {
  const station = taken(model.stations, operation.station);
  if (!station) return null;
  const { exception, override } = operation;
  const today = dayOf(model.now);
  const weekly = weekOf(operation.week);
  // Nights leave no room for another day beside them.
  const differs = exception && operation.week !== 3 ? exception : null;
  const exceptions = new Map(differs ? [[today + differs.day, ready(differs.week)]] : []);
  const overrides = new Map(override ? [[today + override.day, override.places]] : []);
  const office = world.as(world.staff[0]);
  const input = {
    stationId: station.id,
    weekly: Object.fromEntries(
      names.map((name, index) => [name, windowsOf(weekly[index] ?? [])]),
    ) as Record<(typeof names)[number], { start: string; end: string }[]>,
    exceptions: [...exceptions].map(([date, windows]) => ({
      date: dateOf(date),
      ...(windows.length === 0 ? { closed: true } : { windows: windowsOf(windows) }),
    })),
    capacityOverrides: [...overrides].map(([date, connectors]) => ({
      date: dateOf(date),
      connectors,
    })),
  };
  const stateOf = (parts: Pick<Station, "weekly" | "exceptions" | "overrides">) =>
    JSON.stringify([parts.weekly, [...parts.exceptions], [...parts.overrides]]);
  const isSame = stateOf(station) === stateOf({ weekly, exceptions, overrides });
  return {
    async call() {
      const preview = await previewSchedule(office, input);
      await set(office, input);
      return preview;
    },
    refusal: null,
    mayCrowd: true,
    apply(preview: SchedulePreview) {
      if (isSame) return [];
      Object.assign(station, { weekly, exceptions, overrides });
      const told = follow(model, station, toldOfStation(station, "SetSchedule"));
      assertForetold(model, station, preview);
      return told;
    },
  };
};

type HoldFields = Omit<Of<"addHold">, "kind">;

/** What a hold of the operation takes at the station, in the model's words and in those of the use cases. */
function holdOf(model: Model, station: Station, { from, lasts, count, names }: HoldFields) {
  const here = station.connectors.filter(({ status }) => status !== "Inactive");
  const ids = [...new Set(names.flatMap((index) => taken(here, index)?.id ?? []))];
  const start = model.now + (from - 5) * hour;
  const end = Math.max(start + lasts * hour, model.now + hour);
  const isCounted = count !== null || ids.length === 0;
  const held: Omit<Hold, "id"> = isCounted
    ? { start, end, count: count ?? 1, names: null }
    : { start, end, count: null, names: ids };
  const input = {
    stationId: station.id,
    startsAt: new Date(start),
    endsAt: new Date(end),
    reason: "Because",
    ...(isCounted ? { connectors: count ?? 1 } : { connectorIds: ids }),
  };
  return { held, input };
}

export const addHold: Deed<Of<"addHold">> = (operation, model, world) => {
  const station = taken(model.stations, operation.station);
  if (!station) return null;
  const office = world.as(world.staff[0]);
  const { held, input } = holdOf(model, station, operation);
  return {
    async call() {
      const preview = await previewHold(office, input);
      return { preview, id: (await add(office, input)).id };
    },
    refusal: null,
    mayCrowd: true,
    apply({ preview, id }: { preview: SchedulePreview; id: string }) {
      station.holds.push({ id, ...held });
      const told = follow(model, station, toldOfStation(station, "AddHold"));
      assertForetold(model, station, preview);
      return told;
    },
  };
};

const holdsOf = (model: Model) =>
  model.stations.flatMap((station) => station.holds.map((hold) => ({ station, hold })));

export const updateHold: Deed<Of<"updateHold">> = (operation, model, world) => {
  const found = taken(holdsOf(model), operation.hold);
  if (!found) return null;
  const { station, hold } = found;
  const office = world.as(world.staff[0]);
  const { held, input } = holdOf(model, station, operation.to);
  return {
    async call() {
      const preview = await previewHold(office, { ...input, holdId: hold.id });
      await update(office, { ...input, holdId: hold.id });
      return preview;
    },
    refusal: null,
    mayCrowd: true,
    apply(preview: SchedulePreview) {
      Object.assign(hold, held);
      const told = follow(model, station, toldOfStation(station, "UpdateHold"));
      assertForetold(model, station, preview);
      return told;
    },
  };
};

export const removeHold: Deed<Of<"removeHold">> = (operation, model, world) => {
  const found = taken(holdsOf(model), operation.hold);
  if (!found) return null;
  const { station, hold } = found;
  return {
    call: () => remove(world.as(world.staff[0]), { stationId: station.id, holdId: hold.id }),
    refusal: null,
    mayCrowd: true,
    apply() {
      station.holds = station.holds.filter((one) => one !== hold);
      return follow(model, station, toldOfStation(station, "RemoveHold"));
    },
  };
};
