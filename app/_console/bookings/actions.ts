"use server";

import { z } from "zod";

import { approveBooking, cancelBooking, moveBooking, rejectBooking } from "@/lib/charging/bookings";
import { CancelBooking, MoveBooking, RejectBooking } from "@/lib/charging/bookings/schema";
import { settleException } from "@/lib/charging/queue";
import { SettleException } from "@/lib/charging/queue/schema";
import { action } from "@/lib/http/action";
import { parseInput } from "@/lib/http/validation";

const id = z.uuid();
const limit = "bookingWrite";

export const approve = action({
  permission: "booking.approve",
  limit,
  body: z.strictObject({ id }),
  run: approveBooking,
});
export const reject = action({
  permission: "booking.approve",
  limit,
  body: RejectBooking.extend({ id }),
  run: rejectBooking,
});
export const cancel = action({
  permission: "booking.cancel",
  limit,
  body: CancelBooking.extend({ id }),
  run: cancelBooking,
});

/** Takes the chosen time as `start/end`, in one field. */
export const move = action({
  permission: "booking.move",
  limit,
  body: z.strictObject({ id, time: z.string(), reason: MoveBooking.shape.reason }),
  run: (ctx, { id, time, reason }) => {
    const [startsAt, endsAt] = time.split("/");
    return moveBooking(ctx, { id, ...parseInput(MoveBooking, { startsAt, endsAt, reason }) });
  },
});

/** An act without network that was refused is dealt with. */
export const settle = action({
  permission: "exception.settle",
  limit,
  body: SettleException.extend({ id }),
  run: settleException,
});
