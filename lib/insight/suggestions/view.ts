import type { Context } from "@/lib/core/context";
import { moneyInWords, moneyView } from "@/lib/core/money";
import { distanceFormat, metresIn } from "@/lib/core/units";
import { sayIn } from "@/lib/words/say";

import type { Habits } from "./learn-habits";
import type { Candidate, Ranked } from "./rank-runs";
import { habitDays, reliabilityDays } from "./rules";
import type { PartName, Suggestion } from "./schema";

/** A candidate with what people call it. */
export interface NamedCandidate extends Candidate {
  readonly name: string;
  readonly address: string;
  readonly lat: number;
  readonly lng: number;
}

/** What a suggestion was reckoned with. */
export interface Facts {
  readonly ctx: Pick<Context, "locale" | "units">;
  readonly minutes: number;
  readonly energyWh: number;
  readonly habits: Habits;
  /** Whether a position was named; else the distance is that to the stations of one's own. */
  readonly isNear: boolean;
}

/** A suggestion with its reasons in the reader's language. */
export function viewSuggestion(best: Ranked<NamedCandidate>, facts: Facts): Suggestion {
  const { candidate, startsAt, endsAt, slots, score, parts } = best;
  const { id, name, address, timeZone, lat, lng, totalMinor, currency } = candidate;
  return {
    station: { id, name, address, timeZone, location: { lat, lng } },
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    slots,
    estimate: moneyView(totalMinor, currency),
    score,
    parts: parts.map((part) => ({ ...part, words: wordPart(part.name, best, facts) })),
  };
}

/** Why a part has the points that it has. */
function wordPart(
  part: PartName,
  { candidate, prices, free, capacity, alike }: Ranked<NamedCandidate>,
  { ctx, minutes, energyWh, habits, isNear }: Facts,
): string {
  const say = sayIn(ctx.locale);
  const money = (minor: number, currency: string) => moneyInWords(minor, currency, ctx.locale);
  const { currency, totalMinor, ended, good } = candidate;
  switch (part) {
    case "distance": {
      const unit = ctx.units.distance;
      const away = metresIn(unit, candidate.metres);
      const from = isNear ? "here" : away === 0 ? "own" : "owns";
      const distance = new Intl.NumberFormat(ctx.locale, distanceFormat(unit)).format(away);
      return say("suggestions.why.distance", { from, distance });
    }
    case "price":
      return say("suggestions.why.price", {
        price: money(totalMinor, currency),
        minutes,
        kWh: energyWh / 1_000,
        among: currency !== prices.currency ? "apart" : isSame(prices) ? "same" : "others",
        least: money(prices.leastMinor, prices.currency),
        most: money(prices.mostMinor, prices.currency),
      });
    case "room":
      return say("suggestions.why.room", { free, capacity });
    case "habit":
      return say("suggestions.why.habit", {
        here: habits.at.get(candidate.id) ?? 0,
        alike,
        sessions: habits.sessions,
        days: habitDays,
      });
    case "reliability":
      return say("suggestions.why.reliability", { ended, good, days: reliabilityDays });
  }
}

const isSame = (prices: Ranked<NamedCandidate>["prices"]) => prices.leastMinor === prices.mostMinor;
