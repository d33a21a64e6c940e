import { markNoShows, reconcileReserved, rejectUnreviewed } from "@/lib/charging/bookings";
import { refreshSlots } from "@/lib/sites/schedules";

import { flag, settleFlags } from "./flags";
import { isOpen, minute, noShowAfter, rebuild, type Booking, type Model } from "./model";
import type { Of } from "./operations";
import { taken, toldOf, toldOfFlags, type Deed, type Step } from "./step";
import { stayOn } from "./walk-up-deeds";
import type { World } from "./world";

const nothing = () => Promise.resolve();

export const wait: Deed<Of<"wait">> = ({ minutes }, model) => ({
  call: nothing,
  refusal: null,
  apply() {
    model.now += minutes * minute;
    return [];
  },
});

export const waitFor: Deed<Of<"waitFor">> = (operation, model) => {
  const ahead = model.bookings
    .filter((booking) => isOpen(booking) && booking.start > model.now)
    .toSorted((one, other) => one.start - other.start);
  const approved = ahead.filter(({ status }) => status === "Approved");
  const booking = taken(approved.length > 0 ? approved : ahead, operation.booking);
  if (!booking) return null;
  return {
    call: nothing,
    refusal: null,
    apply() {
      model.now = Math.max(model.now, booking.start + operation.minutes * minute);
      return [];
    },
  };
};

export const job: Deed<Of<"job">> = ({ name }, model, world) => jobs[name](model, world);

const jobs: Record<Of<"job">["name"], (model: Model, world: World) => Step> = {
  "no-show": (model, world) =>
    closing(model, {
      isDue: ({ status, start }) => status === "Approved" && start + noShowAfter <= model.now,
      action: "NoShow",
      to: "NoShow",
      call: () => markNoShows(world.job("no-show")),
    }),
  unreviewed: (model, world) =>
    closing(model, {
      isDue: ({ status, start }) => status === "Pending" && start <= model.now,
      action: "Reject",
      to: "Rejected",
      call: () => rejectUnreviewed(world.job("unreviewed")),
    }),
  "walk-ups": stayOn,
  slots: (model, world) => ({
    call: () => refreshSlots(world.job("slots")),
    refusal: null,
    mayCrowd: true,
    apply: () =>
      model.stations
        .filter((station) => rebuild(model, station))
        .flatMap((station) => toldOfFlags(flag(model, station))),
  }),
  reconcile: (_model, world) => ({
    call: () => reconcileReserved(world.job("reconcile")),
    refusal: null,
    apply({ differences }: { differences: readonly object[] }) {
      if (differences.length > 0) {
        throw new Error(`Counts were wrong: ${JSON.stringify(differences)}`);
      }
      return [];
    },
  }),
};

function closing(
  model: Model,
  way: {
    readonly isDue: (booking: Booking) => boolean;
    readonly action: string;
    readonly to: "NoShow" | "Rejected";
    readonly call: () => Promise<{ count: number }>;
  },
): Step {
  const due = model.bookings.filter(way.isDue);
  return {
    call: way.call,
    refusal: null,
    apply({ count }: { count: number }) {
      if (count !== due.length) throw new Error(`${count} were closed, not ${due.length}.`);
      const told = due.map((booking) => toldOf(booking, way.action, booking.status, way.to));
      for (const booking of due) Object.assign(booking, { status: way.to, conflict: null });
      const stations = new Set(due.map(({ station }) => station));
      return [...told, ...[...stations].flatMap((one) => toldOfFlags(settleFlags(model, one)))];
    },
  };
}
