import type { MoveTime } from "@/lib/charging/bookings/schema";

/** A time to which a booking may be moved. */
export type FreeStart = MoveTime;

/** The free time that begins nearest to an instant; of two as near the later, which its driver can still make. */
export function nearestStart(starts: readonly FreeStart[], at: number): FreeStart | undefined {
  const distance = ({ startsAt }: FreeStart) => Math.abs(Date.parse(startsAt) - at);
  return starts.toSorted(
    (one, other) =>
      distance(one) - distance(other) || Date.parse(other.startsAt) - Date.parse(one.startsAt),
  )[0];
}
