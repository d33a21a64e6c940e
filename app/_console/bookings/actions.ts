"use server";

import { z } from "zod";

import type { DeedAction } from "@/components/form/deed";
import { approveBooking, cancelBooking, moveBooking, rejectBooking } from "@/lib/charging/bookings";
import { CancelBooking, MoveBooking, RejectBooking } from "@/lib/charging/bookings/schema";
import { action } from "@/lib/http/action";

const id = z.uuid();
const limit = "bookingWrite";

const sendApprove = action({
  permission: "booking.approve",
  limit,
  body: z.strictObject({ id }),
  run: approveBooking,
});
const sendReject = action({
  permission: "booking.approve",
  limit,
  body: RejectBooking.extend({ id }),
  run: rejectBooking,
});
const sendCancel = action({
  permission: "booking.cancel",
  limit,
  body: CancelBooking.extend({ id }),
  run: cancelBooking,
});
const sendMove = action({
  permission: "booking.move",
  limit,
  body: MoveBooking.safeExtend({ id }),
  run: moveBooking,
});

export const approve: DeedAction = async (input) => sendApprove(input);
export const reject: DeedAction = async (input) => sendReject(input);
export const cancel: DeedAction = async (input) => sendCancel(input);

/** Takes the chosen time as `start/end`, in one field. */
export const move: DeedAction = async ({ time, ...input }) => {
  const [startsAt, endsAt] = String(time ?? "").split("/");
  return sendMove({ ...input, startsAt, endsAt });
};
