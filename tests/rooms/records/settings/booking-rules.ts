import { eq } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import {
  cancelBooking,
  createBooking,
  readMoveTimes,
  markNoShows,
  modifyBooking,
  moveBooking,
  readQr,
  runLate,
} from "@/lib/charging/bookings";
import { startWalkUp } from "@/lib/charging/sessions";
import { joinWaiting, offerAlternatives, readWaiting, serveWaiting } from "@/lib/charging/waiting";
import type { UserActor } from "@/lib/core/actor";
import { fail, isAppError } from "@/lib/core/errors";
import { jobActor } from "@/lib/core/job-actor";

import { minutes } from "../../../support/test-clock";
import { makeUser } from "../../../support/world";
import { at, refusedWith, type Scene } from "./scene";

const create = async ({ as, owner, stationId }: Scene, startsAt: Date, endsAt: Date) =>
  createBooking(as(await owner()), { stationId, startsAt, endsAt });

/** How many days ahead a booking may start, as creating one says. */
export const daysAhead = (scene: Scene) =>
  refusedWith("booking.too_far_ahead", "days", create(scene, at(24 * 30), at(24 * 30 + 1)));

/** How long before its start a booking must be made, as creating one a minute before says. */
export async function leadOf(scene: Scene) {
  scene.clock.set(at(1, -minutes(1)));
  return refusedWith("booking.lead_time", "minutes", create(scene, at(1), at(2)));
}

/** Whether an owner without an identity number is refused. */
export async function needsNic({ as, db, stationId }: Scene) {
  const owner = await makeUser(db, "EvOwner", { nic: null });
  try {
    await createBooking(as(owner), { stationId, startsAt: at(2), endsAt: at(3) });
    return false;
  } catch (error) {
    if (isAppError(error, "owner.nic_required")) return true;
    throw error;
  }
}

export const mostSlots = (scene: Scene) =>
  refusedWith("booking.too_many_slots", "max", create(scene, at(2), at(2 + 40)));

/** The cutoff in minutes, as an owner's cancelling a minute before the start says. */
export async function cancelCutoff(scene: Scene) {
  const { id, owner } = await scene.approved(30);
  scene.clock.set(at(30, -minutes(1)));
  const call = cancelBooking(scene.as(owner), { id, reason: "Ill", chargeFee: false });
  return 60 * Number(await refusedWith("booking.change_cutoff", "hours", call));
}

/** The same for an owner's other time. */
export async function modifyCutoff(scene: Scene) {
  const { id, owner } = await scene.approved(30);
  scene.clock.set(at(30, -minutes(1)));
  const call = modifyBooking(scene.as(owner), { id, startsAt: at(40), endsAt: at(41) });
  return 60 * Number(await refusedWith("booking.change_cutoff", "hours", call));
}

/** Minutes before and after the start that a QR code is good for. */
export async function windowOf(scene: Scene) {
  const { id, owner } = await scene.approved(30);
  const { opensAt, expiresAt } = await readQr(scene.as(owner), { id });
  const start = at(30).getTime();
  return {
    before: (start - Date.parse(opensAt)) / minutes(1),
    after: (Date.parse(expiresAt) - start) / minutes(1),
  };
}

/** The minute after the start at which the job takes a booking for a no-show, to the millisecond. */
export async function noShowAfter(scene: Scene) {
  const { id } = await scene.approved(30);
  const job = scene.as(jobActor("no-show"));
  const statusOf = async () => {
    await markNoShows(job);
    const [row] = await scene.db.select().from(bookings).where(eq(bookings.id, id));
    return row?.status;
  };
  for (let minute = 1; minute <= 60; minute += 1) {
    scene.clock.set(at(30, minutes(minute) - 1));
    if ((await statusOf()) === "NoShow") return "too early";
    scene.clock.set(at(30, minutes(minute)));
    if ((await statusOf()) === "NoShow") return minute;
  }
  return "never";
}

const walkIn = ({ as, operator, stationId }: Scene, plate: string) =>
  startWalkUp(as(operator), { stationId, plate });

/** Whether a car without a booking is let in. */
export async function takesWalkUps(scene: Scene) {
  try {
    await walkIn(scene, "WP KA-1");
    return true;
  } catch (error) {
    if (isAppError(error, "walkIn.not_allowed")) return false;
    throw error;
  }
}

/** How many minutes before a booking's start the last place is kept for it. */
export async function reserveLead(scene: Scene) {
  await scene.approved(30);
  scene.clock.set(at(29));
  for (const plate of ["WP KA-1", "WP KA-2", "WP KA-3"]) await walkIn(scene, plate);
  for (let minute = 1; minute < 60; minute += 1) {
    scene.clock.set(at(30, -minutes(minute)));
    try {
      await walkIn(scene, "WP KA-4");
      return minute - 1;
    } catch (error) {
      if (!isAppError(error, "walkIn.place_needed")) throw error;
    }
  }
  return "always";
}

/** How many days ahead staff may move a booking in conflict. */
export async function moveHorizon(scene: Scene) {
  const { id } = await inConflict(scene);
  const range = { startsAt: at(24 * 40), endsAt: at(24 * 40 + 1) };
  const call = moveBooking(scene.as(scene.office), { id, ...range, reason: "Works" });
  return refusedWith("booking.too_far_ahead", "days", call);
}

/** The same, as the list of times to move to ends. */
export async function moveTimesHorizon(scene: Scene) {
  const { id } = await inConflict(scene);
  const times = (await readMoveTimes(scene.as(scene.office), [id])).get(id) ?? [];
  const last = Date.parse(times.at(-1)?.startsAt ?? "");
  return Math.round((last - scene.clock.now().getTime()) / minutes(24 * 60));
}

async function inConflict(scene: Scene) {
  const { id } = await scene.approved(30);
  await scene.db
    .update(bookings)
    .set({ conflict: "OutsideSlots", conflictAt: scene.clock.now() })
    .where(eq(bookings.id, id));
  return { id };
}

/** For how many minutes a place that became free is held for who waits for it. */
export async function offerOf(scene: Scene) {
  const held: Awaited<ReturnType<Scene["approved"]>>[] = [];
  for (let place = 0; place < 4; place += 1) held.push(await scene.approved(30));
  const waiting = scene.as(await scene.owner());
  const time = { stationId: scene.stationId, startsAt: at(30), endsAt: at(31) };
  const { id } = await joinWaiting(waiting, time);
  const [first] = held;
  if (first) await cancelBooking(scene.as(first.owner), { id: first.id, chargeFee: false });
  await serveWaiting(scene.as(jobActor("waiting")));
  const entry = (await readWaiting(waiting, {})).find((one) => one.id === id);
  return (Date.parse(entry?.offerEndsAt ?? "") - scene.clock.now().getTime()) / minutes(1);
}

/** What an owner hears who asks for what is full: the alternative that is held, and until when. */
async function heldInstead(scene: Scene, owner: UserActor) {
  const input = { stationId: scene.stationId, startsAt: at(30), endsAt: at(31) };
  const heard = await offerAlternatives(
    scene.as(owner),
    input,
    fail("slot.full", { others: 0 }),
  ).catch((error: unknown) => error);
  if (!isAppError(heard)) throw new Error("There was no alternative.");
  const [first] = (heard.details?.alternatives ?? []) as readonly { offerEndsAt?: string }[];
  return first?.offerEndsAt;
}

/** For how many minutes another place is held for who was refused. */
export async function alternativeOf(scene: Scene) {
  const until = await heldInstead(scene, await scene.owner());
  return (Date.parse(until ?? "") - scene.clock.now().getTime()) / minutes(1);
}

/** How many are held for one owner in an hour. */
export async function alternativesOf(scene: Scene) {
  const owner = await scene.owner();
  for (let held = 0; held < 20; held += 1) {
    if ((await heldInstead(scene, owner)) === undefined) return held;
    scene.clock.advance(minutes(2));
    await serveWaiting(scene.as(jobActor("waiting")));
  }
  return "many";
}

/** How many minutes before the start an owner may say that they are late, as trying a minute before says. */
export async function lateFrom(scene: Scene) {
  const { id, owner } = await scene.approved(30);
  return refusedWith("booking.late_too_early", "minutes", runLate(scene.as(owner), { id }));
}

/** For how many minutes after the start who is late is waited for. */
export async function lateFor(scene: Scene) {
  const { id, owner } = await scene.approved(30);
  scene.clock.set(at(30));
  const { lateUntil } = await runLate(scene.as(owner), { id });
  return (Date.parse(lateUntil ?? "") - at(30).getTime()) / minutes(1);
}
