import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { readBusiness } from "@/lib/people/businesses";

/** The zone in which a member of staff reads times: that of their business; an admin's, who sees all zones, is UTC. */
export async function readerZone(ctx: Context): Promise<string> {
  const businessId = userOf(ctx)?.businessId;
  return businessId ? (await readBusiness(ctx, { id: businessId })).timeZone : "UTC";
}
