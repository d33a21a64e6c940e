import { headers } from "next/headers";

import { LiveLine } from "./live-line";

/**
 * Brings the page up to date when something happens elsewhere. `of` are beginnings of event types, such as
 * `booking.`. What happens between the page's reading and the opening of the line is not lost: the line says since
 * when, as `proxy.ts` noted it.
 */
export async function LiveRefresh({ of }: { of: readonly string[] }) {
  return <LiveLine of={of} since={Number((await headers()).get("x-asked-at"))} />;
}
