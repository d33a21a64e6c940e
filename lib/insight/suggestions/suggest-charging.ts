import type { Context } from "@/lib/core/context";
import { asHolder } from "@/lib/core/permissions";
import { priceCharge } from "@/lib/money/tariffs/inside";

import { chooseRuns, minutesAt, type Wanted } from "./choose-runs";
import { learnHabits, type OwnSession } from "./learn-habits";
import { rankRuns } from "./rank-runs";
import { makeClocks } from "./read-clocks";
import { daysAgo, habitDays, placesOfSessions, reliabilityDays, windowOf } from "./rules";
import type { SuggestCharging, Suggestions } from "./schema";
import { findCandidates, type CandidateRow } from "./store/candidates";
import { findFreeSlots, type FreeSlot } from "./store/free-slots";
import { findOwnHistory } from "./store/history";
import { viewSuggestion } from "./view";

/**
 * Where and when the calling owner would best charge, the best first (operations.md §7): stations within 25 km of a
 * position, or of those of the last 10 own sessions, each with its best time in 48 hours that can be booked now, and
 * why. Nobody without sessions hears anything that named no position. Three statements at most; changes nothing.
 */
export async function suggestCharging(ctx: Context, query: SuggestCharging): Promise<Suggestions> {
  const { actor } = asHolder(ctx, "suggestion.read");
  const now = ctx.clock.now();
  const window = windowOf(query, now);
  const history = await findOwnHistory(ctx, actor.userId, window);
  const done = history.flatMap(asSession);
  const recent = done.filter(({ startedAt }) => startedAt >= daysAgo(now, habitDays));
  const readClock = makeClocks();
  const habits = learnHabits(recent, readClock);
  const minutes = query.minutes ?? habits.minutes;
  const energyWh = query.kwh === undefined ? habits.energyWh : Math.round(query.kwh * 1_000);
  const wanted: Wanted = {
    minutes,
    isAsked: query.minutes !== undefined,
    window,
    busy: history.filter(({ startedAt }) => startedAt === null),
  };
  const places = query.near ? [query.near] : placesOf(done);
  const found = await findOpen(ctx, places, window);
  const candidates = found.flatMap(({ slots, tariff, ...station }) => {
    const booked = minutesAt(station, wanted);
    if (!tariff || booked === null) return [];
    const charge = priceCharge(tariff, { minutes: Math.min(minutes, booked), energyWh });
    const runs = slots.flatMap((own) => chooseRuns(own, station, wanted, now));
    return [{ ...station, currency: tariff.currency, totalMinor: charge.totalMinor, runs }];
  });
  const facts = { minutes, energyWh, habits, isNear: query.near !== undefined, ctx };
  return {
    version: 1,
    from: window.from.toISOString(),
    to: window.to.toISOString(),
    minutes,
    kWh: energyWh / 1_000,
    suggestions: rankRuns(candidates, habits, readClock).map((best) => viewSuggestion(best, facts)),
  };
}

type HistoryRow = Awaited<ReturnType<typeof findOwnHistory>>[number];
type Done = OwnSession & Pick<HistoryRow, "lat" | "lng">;

/** The session of a booking that had one. */
function asSession({ startedAt, endedAt, ...row }: HistoryRow): Done[] {
  return startedAt && endedAt ? [{ ...row, startedAt, endedAt }] : [];
}

/** Where the stations of the last sessions stand, each once. */
function placesOf(done: readonly Done[]): Done[] {
  const last = done.slice(0, placesOfSessions);
  return [...new Map(last.map((one) => [one.stationId, one])).values()];
}

/** The stations around the places, each with its slots of the window, by group of places. */
async function findOpen(
  ctx: Context,
  places: readonly Done[] | readonly { lat: number; lng: number }[],
  { from, to }: Wanted["window"],
): Promise<(CandidateRow & { readonly slots: readonly (readonly FreeSlot[])[] })[]> {
  if (places.length === 0 || to <= from) return [];
  const stations = await findCandidates(ctx, places, daysAgo(ctx.clock.now(), reliabilityDays));
  if (stations.length === 0) return [];
  const ids = stations.map(({ id }) => id);
  const slots = await findFreeSlots(ctx, ids, { from, to });
  return stations.map((station) => ({ ...station, slots: slots.get(station.id) ?? [] }));
}
