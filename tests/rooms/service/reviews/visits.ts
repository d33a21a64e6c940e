import { eq } from "drizzle-orm";

import { stations } from "@/db/schema/stations";
import { readQr } from "@/lib/charging/bookings";
import { checkIn, finalizeSession } from "@/lib/charging/sessions";
import type { UserActor } from "@/lib/core/actor";
import { writeReview } from "@/lib/service/reviews";
import { WriteReview } from "@/lib/service/reviews/schema";

import { at, type Setting } from "../../charging/bookings/setting";

/** A visit of a new owner, which ended at the hour after the start. */
export async function visit(s: Setting, stationId: string, hour: number) {
  const owner = await s.owner();
  s.clock.set(at(hour - 2));
  const { id } = await s.approved(owner, hour, hour + 1, stationId);
  s.clock.set(at(hour));
  const { token } = await readQr(s.as(owner), { id });
  const operator = s.as(await s.operatorAt(stationId));
  await checkIn(operator, { qr: token });
  await finalizeSession(operator, { bookingId: id });
  return { id, owner, endedAt: at(hour) };
}

/** Says how it went, as it would come in. */
export const say = (s: Setting, owner: UserActor, id: string, said: object) =>
  writeReview(s.as(owner), { id, ...WriteReview.parse(said) });

/** What the station's row says its reviews come to: the sum and the count. */
export async function ratingOf(s: Setting, stationId: string) {
  const [row] = await s.db.select().from(stations).where(eq(stations.id, stationId));
  return [row?.ratingSum, row?.ratingCount];
}
