import { useFormatter } from "next-intl";

import { dayMs, hourMs, minuteMs } from "@/lib/core/durations";

import { Badge } from "../ui/badge";

/** Under so much, what waits is marked. */
const urgentMs = 2 * hourMs;

/** How long until a booking that waits begins, where it is less than a day: "in 52 min"; marked when it is soon. */
export function TimeLeft({ startsAt, now }: { startsAt: string; now: Date }) {
  const format = useFormatter();
  const left = Date.parse(startsAt) - now.getTime();
  if (left <= 0 || left >= dayMs) return null;
  const isUrgent = left < urgentMs;
  // Never more than there is: 119 minutes are not two hours.
  const [unit, unitMs] = isUrgent ? (["minute", minuteMs] as const) : (["hour", hourMs] as const);
  const until = new Date(now.getTime() + Math.floor(left / unitMs) * unitMs);
  const words = format.relativeTime(until, { now, unit, style: "short" });
  return isUrgent ? <Badge tone="danger">{words}</Badge> : <Badge>{words}</Badge>;
}
