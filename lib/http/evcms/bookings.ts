import { z } from "zod";

import type { BookingView } from "@/lib/charging/bookings/schema";

import type { Translation } from "../contracts/projection";
import { bookingStatusNames, ours } from "./names";

const createBody: Translation = {
  names: ["scheduledTime", "estimatedDuration"],
  schema: z.object({ scheduledTime: z.iso.datetime(), estimatedDuration: z.int() }),
  into: ({ scheduledTime, estimatedDuration }) => ({
    ...(scheduledTime !== undefined && { startsAt: scheduledTime }),
    ...(estimatedDuration !== undefined && { minutes: estimatedDuration }),
  }),
  back: { startsAt: "scheduledTime", minutes: "estimatedDuration", endsAt: "estimatedDuration" },
};

/** A booking as EV-CMS's code reads one; money in major units beside its currency, ours beside theirs. */
const evcmsBookingView = (view: BookingView) => ({
  ...view,
  bookingNumber: view.number,
  userId: view.ownerId,
  connectorId: view.wishedConnectorId,
  scheduledTime: view.startsAt,
  estimatedDuration: view.minutes,
  status: bookingStatusNames[view.status],
  statusDetail: view.status,
  estimate: Number(view.estimate.amount),
  lateFee: view.lateFee && Number(view.lateFee.amount),
  currency: view.estimate.currency,
  ...(view.history && {
    logs: view.history.map(({ action, to, at }) => ({ event: to ?? action, timestamp: at })),
  }),
});

export const evcmsBooking = { view: evcmsBookingView };

export const evcmsCreateBooking = {
  marks: ["scheduledTime", "estimatedDuration"],
  body: createBody,
  view: evcmsBookingView,
};

const listQuery: Translation = {
  names: ["status", "startDate", "endDate"],
  schema: z.object({
    status: z.enum(["pending", "confirmed", "active", "completed", "cancelled"]).optional(),
    startDate: z.string().optional(),
    endDate: z.string().optional(),
  }),
  into: ({ status, startDate, endDate }) => ({
    ...(status !== undefined && {
      status: [status]
        .flat()
        .map((one) => ours(bookingStatusNames, one))
        .join(","),
    }),
    ...(startDate !== undefined && { from: startDate }),
    ...(endDate !== undefined && { to: endDate }),
  }),
  back: { from: "startDate", to: "endDate" },
};

export const evcmsBookings = { query: listQuery, view: evcmsBookingView };
