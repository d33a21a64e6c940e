import { extendWalkUps } from "@/lib/charging/bookings";
import { startWalkUp } from "@/lib/charging/sessions";
import type { CheckedIn } from "@/lib/charging/sessions/schema";

import { freeConnectors, proposed, spare, standOn, weightOf } from "./arrivals";
import { settle, takeGroup } from "./booking-deeds";
import { anything, keyOf } from "./kinds";
import { roomFor } from "./groups";
import {
  closesAfter,
  closesSoon,
  holdsPlace,
  isOpen,
  keptBefore,
  meets,
  minute,
  mostSlots,
  opensBefore,
  type Booking,
  type Connector,
  type Model,
  type Range,
  type Station,
} from "./model";
import type { Of } from "./operations";
import { taken, toldOf, toldOfSession, type Deed, type Step } from "./step";
import type { World } from "./world";

const inOrder = (station: Station) =>
  station.slots.toSorted((one, other) => one.start - other.start);

/** The slot that runs, and those after it without a gap as far as the stay reaches; null where none runs. */
function stayIn(model: Model, station: Station, stay: number): Range | null {
  const running = inOrder(station).find(({ start, end }) => start <= model.now && model.now < end);
  if (!running) return null;
  const range = { start: running.start, end: running.end };
  for (const slot of inOrder(station)) {
    const isNext = slot.start === range.end && slot.start < model.now + stay * minute;
    if (isNext) range.end = slot.end;
  }
  return range;
}

export const walkUp: Deed<Of<"walkUp">> = ({ stay, ...operation }, model, world) => {
  const station = taken(model.stations, operation.station);
  const owner = operation.owner === null ? null : world.owners[operation.owner];
  if (!station || owner === undefined) return null;
  const plate = `WP KA-${operation.plate}`;
  const range = stayIn(model, station, stay);
  const free = freeConnectors(model, station);
  return {
    call: () =>
      startWalkUp(world.as(world.staff[1]), {
        stationId: station.id,
        plate,
        ...(owner?.ownerNic && { ownerNic: owner.ownerNic }),
        ...(stay > 0 && { minutes: stay }),
      }),
    refusal: refusalOf(model, station, range, { owner: operation.owner, plate, free }),
    mayCrowd: true,
    apply(view: CheckedIn, groupOf) {
      const stay = { id: view.bookingId, start: range?.start ?? 0, end: range?.end ?? 0 };
      const group = takeGroup(model, { ...stay, station, need: anything }, groupOf);
      const left = spare(free, comingTo(model, station));
      const car = { ...stay, station, need: anything, group };
      const first = proposed(model, left, car);
      // Of those that are alike and do as well one that stays open.
      const isAsGood = (one: Connector) =>
        first &&
        keyOf(one.kind) === keyOf(first.kind) &&
        weightOf(model, car, one) <= weightOf(model, car, first);
      const staying = left.filter((one) => isAsGood(one) && !closesSoon(model, station, one));
      const connector = proposed(model, staying, car) ?? first;
      if (connector?.id !== view.connector.id) throw new Error("Another connector was chosen.");
      const booking: Booking = {
        ...stay,
        need: anything,
        group,
        owner: operation.owner,
        walkUp: { plate },
        station,
        status: "Approved",
        conflict: null,
        code: null,
        session: { id: view.id, connectorId: connector.id, status: "Active" },
      };
      model.bookings.push(booking);
      return [
        toldOf(booking, "Create", null, "Approved"),
        toldOf(booking, "Checkin", "Approved", "InProgress"),
        toldOfSession(view.id, "Create", null, "Active"),
        ...settle(model, booking, "InProgress"),
        ...standOn(model, booking, connector),
      ];
    },
  };
};

function refusalOf(
  model: Model,
  station: Station,
  range: Range | null,
  { owner, plate, free }: { owner: number | null; plate: string; free: readonly Connector[] },
): string | null {
  if (station.status === "Inactive") return "station.inactive";
  if (!range) return "walkIn.no_slot";
  if (station.slots.filter((slot) => meets(slot, range)).length > mostSlots) {
    return "booking.too_many_slots";
  }
  const there =
    owner === null
      ? guestRefusal(model, station, plate)
      : ownerRefusal(model, station, range, owner);
  if (there) return there;
  if (!roomFor(model, station, range, anything)) return "slot.full";
  if (free.length === 0) return "session.no_connector";
  return spare(free, comingTo(model, station)).length > 0 ? null : "walkIn.place_needed";
}

/** What those ask for who are about to come and have not. */
const comingTo = (model: Model, station: Station) =>
  model.bookings
    .filter(
      (one) =>
        one.station === station &&
        isOpen(one) &&
        one.start <= model.now + keptBefore &&
        one.end > model.now,
    )
    .map(({ need }) => need);

const guestRefusal = (model: Model, station: Station, plate: string) =>
  model.bookings.some(
    (one) => one.station === station && one.status === "InProgress" && one.walkUp?.plate === plate,
  )
    ? "walkIn.charges_already"
    : null;

function ownerRefusal(model: Model, station: Station, range: Range, owner: number) {
  const own = model.bookings.filter((one) => one.owner === owner);
  const mayCheckIn = ({ code, ...one }: Booking) =>
    one.station === station &&
    one.status === "Approved" &&
    code &&
    code.state !== "Revoked" &&
    code.start - opensBefore <= model.now &&
    model.now <= code.start + closesAfter;
  if (own.some(mayCheckIn)) return "walkIn.check_in_instead";
  const [first] = own
    .filter((one) => holdsPlace(one) && meets(one, range))
    .toSorted((one, other) => one.start - other.start);
  if (!first) return null;
  return first.station === station ? "walkIn.booked_here" : "walkIn.booked_elsewhere";
}

/** The job that gives each walk-up whose car stays the next slot, as long as there is one with a place. */
export function stayOn(model: Model, world: World): Step {
  return {
    call: () => extendWalkUps(world.job("walk-ups")),
    refusal: null,
    apply({ count }: { count: number }, groupOf) {
      const told = [];
      for (;;) {
        const booking = model.bookings
          .filter((one) => nextOf(model, one) !== null)
          .toSorted((one, other) => one.end - other.end || (one.id < other.id ? -1 : 1))[0];
        const next = booking && nextOf(model, booking);
        if (!booking || !next) break;
        const { id, station, need, group: only } = booking;
        takeGroup(model, { id, station, need, only, ...next }, groupOf);
        booking.end = next.end;
        told.push(toldOf(booking, "Extend", "InProgress", "InProgress"));
      }
      if (count !== told.length) throw new Error(`${count} stayed on, not ${told.length}.`);
      return told;
    },
  };
}

/** The slot that a walk-up is to have now; null for none. */
function nextOf(model: Model, booking: Booking): Range | null {
  const { station, walkUp, status, end, need, group } = booking;
  if (!walkUp || status !== "InProgress" || end > model.now) return null;
  const next = inOrder(station).find(({ start }) => start >= end);
  if (!next || next.start > model.now || !roomFor(model, station, next, need, group)) return null;
  const rest = { start: end, end: next.end };
  const isBooked = model.bookings.some(
    (one) =>
      one !== booking &&
      one.owner !== null &&
      one.owner === booking.owner &&
      holdsPlace(one) &&
      meets(one, rest),
  );
  return isBooked ? null : next;
}
