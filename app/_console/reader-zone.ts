import { cookies } from "next/headers";

import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { timeZoneName } from "@/lib/core/fields";
import { zoneCookie } from "@/lib/core/units";
import { readBusiness } from "@/lib/people/businesses";

/**
 * The one zone in which a member of staff reads times that are of no station: that of their business; an admin's, who
 * sees all zones, is that of the browser, and UTC until it has said so (S35).
 */
export async function readerZone(ctx: Context): Promise<string> {
  const businessId = userOf(ctx)?.businessId;
  if (businessId) return (await readBusiness(ctx, { id: businessId })).timeZone;
  return (await browserZone()) ?? "UTC";
}

/** What the browser said of its zone; undefined where it said none that we know. */
export async function browserZone(): Promise<string | undefined> {
  return timeZoneName.safeParse((await cookies()).get(zoneCookie)?.value).data;
}
