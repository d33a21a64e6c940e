import type { BookingAction } from "@/lib/charging/bookings/schema";

/** Whether staff are offered to cancel: what waits they reject, which says the same and is the plainer word (S9). */
export const offersCancel = (can: readonly BookingAction[]): boolean =>
  can.includes("cancel") && !can.includes("approve");
