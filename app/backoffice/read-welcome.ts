import type { Context } from "@/lib/core/context";
import { listOperators } from "@/lib/people/accounts";
import { ListOperators } from "@/lib/people/accounts/schema";
import { readManagedStation, searchStations } from "@/lib/sites/stations";
import { SearchStations } from "@/lib/sites/stations/schema";

/** One thing that a new business does, and the page on which it is done; null where another comes first. */
export interface WelcomeStep {
  readonly of: "station" | "price" | "hours" | "operator";
  readonly isDone: boolean;
  readonly href: string | null;
}

/**
 * What a new business does before its first booking, in order: its first station, what drivers need there, and who
 * works there. Empty once all of it is done, or with a second station (screens.md, S41).
 */
export async function readWelcome(ctx: Context): Promise<readonly WelcomeStep[]> {
  const few = { page: 1, limit: 1 };
  const stations = await searchStations(ctx, { ...SearchStations.parse({ mine: "true" }), ...few });
  if (stations.total > 1) return [];
  const id = stations.items[0]?.id;
  const [station, operators] = await Promise.all([
    id === undefined ? null : readManagedStation(ctx, id),
    listOperators(ctx, { ...ListOperators.parse({}), ...few }),
  ]);
  const path = station && `/backoffice/stations/${station.id}`;
  const has = (need: "Price" | "Hours") => station !== null && !station.missing.includes(need);
  const steps: readonly WelcomeStep[] = [
    { of: "station", isDone: station !== null, href: "/backoffice/stations/new" },
    { of: "price", isDone: has("Price"), href: path && `${path}/tariff` },
    { of: "hours", isDone: has("Hours"), href: path && `${path}/schedule` },
    { of: "operator", isDone: operators.total > 0, href: path && "/backoffice/operators/new" },
  ];
  return steps.every(({ isDone }) => isDone) ? [] : steps;
}
