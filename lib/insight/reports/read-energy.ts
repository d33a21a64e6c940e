import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";
import { getSettings } from "@/lib/records/settings/inside";
import type { Settings } from "@/lib/records/settings/schema";
import { settingDefinitions } from "@/lib/words";
import { sayIn } from "@/lib/words/say";

import { chooseScope } from "./choose-scope";
import { compareDays } from "./compare-days";
import type { EnergyReport, ReadReport } from "./schema";
import { sumRevenue } from "./store/series";
import { viewEnergy } from "./view-outcomes";

/**
 * Energy of finalized sessions by the day on which they ended, and the CO₂ that it saved by the factors of the settings
 * (docs/decisions/reports-are-added-up.md). Throws what `chooseScope` does, `station.not_found` for a station out of reach, and `report.busy`.
 */
export async function readEnergy(ctx: Context, query: ReadReport): Promise<EnergyReport> {
  const scope = await chooseScope(ctx, query);
  const businessId = scope.reach === "business" ? scope.businessId : undefined;
  const settings = await getSettings(ctx, { businessId });
  const { kwhPer100Km, petrolGramsPerKm, gridGramsPerKwh } = settings;
  const basis = {
    kwhPer100Km,
    petrolGramsPerKm,
    gridGramsPerKwh,
    source: sourceOf(ctx, settings),
  };
  return asReport(ctx, async (ctx) => {
    const report = await compareDays(ctx, scope, query, {
      read: (filter) => sumRevenue(ctx, scope, filter),
      view: (rows, keys) => viewEnergy(rows, keys, basis),
    });
    return { ...report, basis };
  });
}

const factors = ["kwhPer100Km", "petrolGramsPerKm", "gridGramsPerKwh"] as const;

/** Who says what CO₂ is reckoned with: whoever is named, else that the figures are round ones, or somebody's own. */
function sourceOf(ctx: Context, settings: Settings): string {
  if (settings.co2Source !== "") return settings.co2Source;
  const isRound = factors.every((name) => settings[name] === settingDefinitions[name].default);
  return sayIn(ctx.locale)(`reports.co2Source.${isRound ? "round" : "own"}`);
}
