import { z } from "zod";

export const bookingStatus = z.enum([
  "Pending",
  "Approved",
  "Rejected",
  "InProgress",
  "Completed",
  "NoShow",
  "CanceledByOwner",
  "CanceledByBackoffice",
  "CanceledByOperator",
]);
export type BookingStatus = z.infer<typeof bookingStatus>;

/** Whether it was booked ahead, or given at the gate to a car that had come (product.md, Walk-in). */
export const bookingOrigin = z.enum(["Booking", "WalkUp"]);
export type BookingOrigin = z.infer<typeof bookingOrigin>;

/** Everything that is done to a booking by its status; `rules.ts` says who, from where and to what. */
export const bookingAction = z.enum([
  "approve",
  "reject",
  "modify",
  "move",
  "cancel",
  "checkIn",
  "readmit",
  "complete",
  "markNoShow",
  "late",
  "extend",
]);
export type BookingAction = z.infer<typeof bookingAction>;

/** Statuses of a booking that is still to be decided, moved or canceled: its time has not come. */
export const openStatuses = ["Pending", "Approved"] as const satisfies readonly BookingStatus[];
export type OpenStatus = (typeof openStatuses)[number];
export const isOpen = (status: BookingStatus): status is OpenStatus =>
  openStatuses.some((one) => one === status);

/** Statuses in which a booking holds a place in every slot that it overlaps (product.md, Slot). */
export const holdingStatuses = [...openStatuses, "InProgress"] as const;
export const holdsPlace = (status: BookingStatus) => holdingStatuses.some((one) => one === status);

/** Whether the car has come: its code has done its work. */
export const hasArrived = (status: BookingStatus) => status === "InProgress";

/** Bookings that count as taking their place, now or when they were due: neither rejected nor canceled. */
export const keptStatuses = [...holdingStatuses, "Completed", "NoShow"] as const;
/** Bookings that are over, one way or another. */
export const endedStatuses = bookingStatus.options.filter((status) => !holdsPlace(status));
