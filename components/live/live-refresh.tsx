import { headers } from "next/headers";

import { LiveLine } from "./live-line";

/** For a page that shows reports, which read many rows (docs/decisions/reports-have-their-share.md). */
export const costlySeconds = 15;

/**
 * Brings the page up to date when something happens elsewhere. `of` are beginnings of event types, such as
 * `booking.`. What happens between the page's reading and the opening of the line is not lost: the line says since
 * when, as `proxy.ts` noted it. A page that is costly to make says how many seconds lie between two of its making at
 * least: what happens meanwhile is seen with the next.
 */
export async function LiveRefresh({
  of,
  seconds = 0,
}: {
  of: readonly string[];
  seconds?: number;
}) {
  const since = Number((await headers()).get("x-asked-at"));
  return <LiveLine of={of} since={since} apartMs={seconds * 1000} />;
}
