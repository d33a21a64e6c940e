import { fail } from "@/lib/core/errors";
import { hourMs, minuteMs } from "@/lib/core/durations";
import { machineFor } from "@/lib/core/machines";

import { waitingStatus, liveStatuses, type WaitingAction, type WaitingStatus } from "./schema";

/** What the machine asks of an entry. */
export interface WaitingState {
  readonly id: string;
  readonly status: WaitingStatus;
  readonly businessId: string;
  readonly stationId: string;
  readonly ownerId: string;
}

/** How many lines an owner may stand in at once: a line for each hour of a day is nobody's need. */
export const mostLines = 10;

/** How far an alternative may be from the station that is full, in metres, and how many stations are looked at. */
export const nearM = 5_000;
export const nearStations = 20;
/** How many hours an alternative may begin before or after the time that is full. */
export const windowHours = 3;
/** How many alternatives of either kind are told. */
export const shownAlternatives = 3;

/** Whether an alternative may be held for an owner, by what was held for them; so many of them in an hour. */
export const mayHoldMore = (
  had: { readonly isOffered: boolean; readonly alternatives: number },
  alternativesPerHour: number,
): boolean => !had.isOffered && had.alternatives < alternativesPerHour;

/** An hour earlier. */
export const hourBefore = (now: Date) => new Date(now.getTime() - hourMs);

/** Whose an entry is. */
export function belongingsOf({ businessId, stationId, ownerId }: WaitingState) {
  return { businessId, stationId, userId: ownerId, ownerId };
}

const booked = { silent: "The booking that is made of it is what others hear of." };

// prettier-ignore
/** The one table of the states of a place that is waited for or held (product.md, Place offers). */
export const waitingMachine = machineFor<WaitingState>()({
  entity: "Waiting",
  statuses: waitingStatus.options,
  about: belongingsOf,
  hidden: "waiting.not_found",
  unexplained: "request.invalid",
  refuse: ({ status }, action) => fail("waiting.status", { status, action: action as WaitingAction }),
  actions: {
    offer: [
      { by: "waiting.serve", from: ["Waiting"], to: "Offered", audit: "Offer", event: "waiting.offered" },
    ],
    // The station lost the place meanwhile: its owner stands where they stood.
    withdraw: [
      { by: "waiting.serve", from: ["Offered"], to: "Waiting", audit: "Withdraw", event: "waiting.withdrawn" },
    ],
    take: [
      { by: "booking.create", from: ["Offered"], to: "Taken", audit: "Take", event: booked },
    ],
    leave: [
      { by: "waiting.join", from: ["Waiting"], to: "Left", audit: "Leave", event: "waiting.left" },
      { by: "waiting.join", from: ["Offered"], to: "Passed", audit: "Leave", event: "waiting.left" },
    ],
    // The offer ran out, or the slot began.
    expire: [
      { by: "waiting.serve", from: liveStatuses, to: "Expired", audit: "Expire", event: "waiting.expired" },
    ],
  },
});

/** Until when a place is held that is offered now: so many minutes, but no longer than until its slot begins. */
export function offerEnd(
  { startsAt }: { readonly startsAt: Date },
  now: Date,
  minutes: number,
): Date {
  return new Date(Math.min(now.getTime() + minutes * minuteMs, startsAt.getTime()));
}

/** Whether it is over: the offer ran out, or the slot began. */
export function isDue(
  {
    status,
    startsAt,
    offerEndsAt,
  }: Pick<WaitingState, "status"> & { readonly startsAt: Date; readonly offerEndsAt: Date | null },
  now: Date,
): boolean {
  if (status === "Offered") return startsAt <= now || (offerEndsAt !== null && offerEndsAt <= now);
  return status === "Waiting" && startsAt <= now;
}
