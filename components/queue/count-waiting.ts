import type { QueueView } from "@/lib/charging/queue/schema";

/** How many things wait for the operator: bookings to approve, cars that may check in, and what went otherwise. */
export function countWaiting({ arrivals, counts }: QueueView, now: number): number {
  const mayCheckIn = arrivals.filter(({ opensAt }) => Date.parse(opensAt) <= now).length;
  return counts.approvals + mayCheckIn + counts.exceptions;
}
