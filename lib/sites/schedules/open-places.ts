import type { Hold, Outage, Schedule, SlotPlan } from "./rules";
import { instantOf, meets, type Span, spanOf } from "./span-openings";

/**
 * Which places are open in a time: the Active connectors less those that an outage or a hold by name covers, as many
 * as the date's override leaves, less what holds take by number; what does not name its connectors closes those with
 * the highest numbers first (product.md, Slot). `unheld` would be open without holds.
 */
export function placesOf(
  plan: SlotPlan,
): (start: number, end: number) => Record<"open" | "unheld", ReadonlySet<string>> {
  const inOrder = plan.places
    .toSorted((one, other) => one.number - other.number)
    .map(({ id }) => id);
  const active = new Set(inOrder);
  const limits = overrideSpans(plan.schedule, plan.station.timeZone);
  const outages = plan.outages
    .filter(({ connectorId }) => active.has(connectorId))
    .map((outage) => ({ ...spanOf(outage), id: outage.connectorId }));
  const named = plan.holds.flatMap((hold) =>
    (hold.connectorIds ?? []).filter((id) => active.has(id)).map((id) => ({ ...spanOf(hold), id })),
  );
  const counted = plan.holds.map((hold) => ({ ...spanOf(hold), count: hold.connectors ?? 0 }));
  const isFixed = [limits, outages, named, counted].every((spans) => spans.length === 0);
  const always = { open: active, unheld: active };
  if (isFixed) return () => always;
  return (start, end) => {
    let limit = Infinity;
    for (const span of limits) if (meets(span, start, end)) limit = Math.min(limit, span.count);
    const out = new Set<string>();
    for (const span of outages) if (meets(span, start, end)) out.add(span.id);
    const lowest = (count: number) =>
      new Set(inOrder.filter((id) => !out.has(id)).slice(0, Math.max(0, count)));
    const unheld = lowest(limit);
    for (const span of named) if (meets(span, start, end)) out.add(span.id);
    let places = Math.min(active.size - out.size, limit);
    for (const span of counted) if (meets(span, start, end)) places -= span.count;
    return { open: lowest(places), unheld };
  };
}

/** The connectors that an outage or a hold by name takes at an instant, in milliseconds. */
export function outAt({ outages, holds }: SlotPlan, at: number): ReadonlySet<string> {
  const lasts = (range: Hold | Outage) => meets(spanOf(range), at, at + 1);
  return new Set([
    ...outages.filter(lasts).map(({ connectorId }) => connectorId),
    ...holds.filter(lasts).flatMap(({ connectorIds }) => connectorIds ?? []),
  ]);
}

/** The days with an override as spans; a slot over midnight keeps to the stricter of its two days. */
function overrideSpans(schedule: Schedule, zone: string): (Span & { count: number })[] {
  return schedule.capacityOverrides.map(({ date, connectors }) => ({
    start: instantOf(date, "00:00", zone),
    end: instantOf(date, "24:00", zone),
    count: connectors,
  }));
}
