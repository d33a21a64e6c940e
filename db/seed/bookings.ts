import {
  approveBooking,
  cancelBooking,
  createBooking,
  markNoShows,
  readQr,
  rejectBooking,
  rejectUnreviewed,
  runLate,
} from "@/lib/charging/bookings";
import type { Actor, UserActor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { minuteMs } from "@/lib/core/durations";
import { jobActor } from "@/lib/core/job-actor";
import { checkIn, finalizeSession } from "@/lib/charging/sessions";
import { writeReview } from "@/lib/service/reviews";
import { readStation } from "@/lib/sites/stations";

import type { Opinion } from "./opinions";
import type { Chance } from "./random";
import type { DemoStation } from "./stations";

/** What becomes of a booking of the demo. */
export const fates = [
  "Completed",
  "NoShow",
  "CanceledByOwner",
  "CanceledByBackoffice",
  "CanceledByOperator",
  "Rejected",
  "Unreviewed",
  "InProgress",
  "Faulted",
  "Approved",
  "Late",
  "Pending",
] as const;
export type Fate = (typeof fates)[number];

/** Who acts at a station. */
export interface Place {
  readonly station: DemoStation;
  readonly operator: UserActor;
  readonly office: UserActor;
}

export interface PlannedBooking {
  readonly place: Place;
  readonly owner: UserActor;
  readonly startsAt: Date;
  readonly hours: number;
  readonly createdAt: Date;
  readonly fate: Fate;
  readonly real: { readonly minutes: number; readonly kWh: string };
  /** Where its car asks for a plug: for which of those that the station has, as often around as needed. */
  readonly asks: number | null;
  /** What its owner says of it when it is Completed. */
  readonly says: Opinion | null;
}

/** Something that happens in the demo's fortnight, and when; "made" where it is a new booking. */
export interface Step {
  readonly at: Date;
  readonly run: () => Promise<unknown>;
}

const after = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * minuteMs);

/** Plays the bookings, and what happens besides, through the use cases in the order of time; what a rule refuses is left out. Returns how many. */
export async function playBookings(
  contextAt: (at: Date, actor: Actor) => Context,
  planned: readonly PlannedBooking[],
  others: readonly Step[],
  chance: Chance,
): Promise<number> {
  const steps = [...planned.flatMap((booking) => stepsOf(contextAt, booking, chance)), ...others];
  let made = 0;
  for (const { run } of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    try {
      if ((await run()) === "made") made += 1;
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  }
  return made;
}

function stepsOf(
  contextAt: (at: Date, actor: Actor) => Context,
  booking: PlannedBooking,
  chance: Chance,
): Step[] {
  const { place, owner, startsAt, createdAt, fate, real, says } = booking;
  let id = "";
  const step = (at: Date, actor: Actor, run: (ctx: Context) => Promise<unknown>): Step => ({
    at,
    run: async () => (id === "" && at > createdAt ? undefined : run(contextAt(at, actor))),
  });
  const create = step(createdAt, owner, async (ctx) => {
    id = await book(ctx, booking);
    return "made";
  });
  const approvedAt = after(createdAt, chance.between(4, 90));
  const approve = step(approvedAt, place.operator, async (ctx) => {
    if (place.station.approval === "Manual") await approveBooking(ctx, { id });
  });
  const arrivedAt = after(startsAt, chance.between(-9, 8));
  const arrive = step(arrivedAt, place.operator, async (ctx) => {
    const { token } = await readQr({ ...ctx, actor: owner }, { id });
    const connectorId = fate === "Faulted" ? await lastConnector(ctx, place) : undefined;
    await checkIn(ctx, { qr: token, connectorId });
  });
  const metered = chance.next() > 0.08;
  const finish = step(after(arrivedAt, real.minutes), place.operator, async (ctx) => {
    await finalizeSession(ctx, {
      bookingId: id,
      kWh: metered ? real.kWh : undefined,
      payment: { mode: chance.pick(["card", "card", "cash"] as const) },
    });
  });
  const cancel = (actor: UserActor, reason?: string) =>
    step(after(createdAt, 100), actor, (ctx) =>
      cancelBooking(ctx, { id, reason, chargeFee: false }),
    );
  const reject = step(approvedAt, place.operator, (ctx) =>
    rejectBooking(ctx, { id, reason: "The connector is reserved for a fleet." }),
  );
  // Of a car that charges, the operator ends the session.
  const stop = step(after(arrivedAt, 6), place.operator, (ctx) =>
    cancelBooking(ctx, { id, reason: "The connector stopped with a fault.", chargeFee: false }),
  );
  const saidAt = after(arrivedAt, real.minutes + (says?.minutesLater ?? 0));
  const say = step(saidAt, owner, (ctx) => sayHowItWent(ctx, id, says));
  const late = step(after(startsAt, -5), owner, (ctx) => runLate(ctx, { id }));
  const parts = { ...booking, step, approve, late, arrive, finish, say, stop, reject, cancel };
  return [create, ...endOf(fate, parts)];
}

async function book(ctx: Context, booking: PlannedBooking): Promise<string> {
  const { place, startsAt, hours, asks } = booking;
  const { id: stationId } = place.station;
  const endsAt = after(startsAt, hours * 60);
  const need = asks === null ? {} : await needAt(ctx, place, asks);
  const { id } = await createBooking(ctx, { stationId, startsAt, endsAt, ...need });
  return id;
}

async function sayHowItWent(ctx: Context, id: string, says: Opinion | null): Promise<void> {
  if (says) await writeReview(ctx, { id, score: says.score, text: says.text });
}

/** What a car asks for that could charge at the n-th connector, counted around; every third one its power, too, where that differs. */
async function needAt(ctx: Context, { station }: Place, n: number) {
  const { connectors } = await readStation(ctx, station.id);
  const connector = connectors[n % connectors.length];
  const [standard] = connector?.standards ?? [];
  const powers = new Set(connectors.map(({ maxPowerKw }) => maxPowerKw));
  return {
    ...(standard !== undefined && { standard: [standard] }),
    ...(powers.size > 1 && n % 3 === 0 && connector?.maxPowerKw
      ? { minPowerKw: connector.maxPowerKw }
      : {}),
  };
}

/** The connector of the highest number, which cars are led to last. */
async function lastConnector(ctx: Context, { station }: Place): Promise<string | undefined> {
  const { connectors } = await readStation(ctx, station.id);
  return connectors.at(-1)?.id;
}

interface Parts extends Pick<PlannedBooking, "place" | "owner" | "startsAt"> {
  readonly approve: Step;
  readonly late: Step;
  readonly arrive: Step;
  readonly finish: Step;
  readonly say: Step;
  readonly stop: Step;
  readonly reject: Step;
  readonly cancel: (actor: UserActor, reason?: string) => Step;
  readonly step: (at: Date, actor: Actor, run: (ctx: Context) => Promise<unknown>) => Step;
}

/** What happens to a booking after it was made. */
function endOf(fate: Fate, parts: Parts): Step[] {
  const { place, owner, startsAt, step, approve, late, arrive, finish, say, stop, reject, cancel } =
    parts;
  const rest: Readonly<Record<Fate, Step[]>> = {
    Completed: [approve, arrive, finish, say],
    InProgress: [approve, arrive],
    Faulted: [approve, arrive, stop],
    Approved: [approve],
    Late: [approve, late],
    Pending: [],
    NoShow: [approve, step(after(startsAt, 16), jobActor("no-show"), markNoShows)],
    CanceledByOwner: [approve, cancel(owner)],
    CanceledByBackoffice: [approve, cancel(place.office, "The site is closed for a street fair.")],
    CanceledByOperator: [approve, cancel(place.operator, "The driver called and cannot come.")],
    Rejected: [reject],
    Unreviewed: [step(startsAt, jobActor("unreviewed"), rejectUnreviewed)],
  };
  return rest[fate];
}
