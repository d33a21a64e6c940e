import { assertBusinessActive } from "@/lib/people/businesses/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { scopeOf } from "@/lib/core/permissions";
import { presentZone } from "@/lib/core/zone-names";
import { getSettings, type Settings } from "@/lib/records/settings/inside";
import { rulesIn } from "@/lib/words/rule-words";

import { carryOut } from "./carry-out-import";
import { faultOf, type ReadRow, type RowFault, type StationDraft } from "./check-draft";
import { planImport } from "./plan-import";
import { parseAfdcRows } from "./parse-afdc-rows";
import { parseOcpiLocations } from "./parse-ocpi-locations";
import type { ImportedRow, ImportReport } from "./schema";
import { findImported, lockImports } from "./store/imports";

export interface ImportStations {
  /** The file's text, whole or as it arrives (CSV alone). */
  readonly source: string | AsyncIterable<string>;
  /** By default JSON where the text begins with a bracket, else CSV. */
  readonly format?: "afdc" | "ocpi";
  /** Whose stations they become; listed stations of nobody without it. */
  readonly businessId?: string;
  /** The time zone of every row, where the file's own is not to be trusted. */
  readonly timeZone?: string;
  /** Tells what would be done, and does nothing. */
  readonly dryRun?: boolean;
  readonly onProgress?: (rows: number) => void;
}

const batchSize = 250;

/**
 * Imports stations from a CSV with the AFDC columns or from OCPI 2.2.1 Locations. Every row is told: created,
 * updated, unchanged or refused, and why; a broken row never stops the rest, and a second run writes nothing.
 * A Backoffice imports into the own business; a SystemAdmin into the one named, or lists the stations. Stations of
 * another business are refused; hours and price of a business's station are set once, then they are its own.
 * Each batch is a transaction. Throws `import.unreadable`, `business.not_found` or `business.not_active`.
 */
export async function importStations(ctx: Context, input: ImportStations): Promise<ImportReport> {
  const businessId = await targetOf(ctx, input.businessId);
  const settings = await getSettings(ctx, { businessId });
  const report: ImportReport = {
    dryRun: input.dryRun ?? false,
    counts: { created: 0, updated: 0, unchanged: 0, refused: 0 },
    rows: [],
  };
  const seen = new Map<string, number>();
  let batch: ReadRow[] = [];
  const flush = async () => {
    const rows = batch;
    batch = [];
    if (rows.length === 0) return;
    report.rows.push(...(await importBatch(ctx, rows, { ...input, businessId, settings })));
    input.onProgress?.(report.rows.length);
  };
  for await (const row of parseRows(input)) {
    batch.push(checked(ctx, row, seen));
    if (batch.length === batchSize) await flush();
  }
  await flush();
  for (const { outcome } of report.rows) report.counts[outcome] += 1;
  return report;
}

async function targetOf(ctx: Context, wanted: string | undefined): Promise<string | null> {
  const scope = scopeOf(ctx, "station.import");
  if (scope.reach === "business") {
    if (wanted && wanted !== scope.businessId) throw failField("business.not_found", "businessId");
    return scope.businessId;
  }
  if (wanted) await assertBusinessActive(ctx, wanted);
  return wanted ?? null;
}

function parseRows({ source, format, timeZone }: ImportStations) {
  const isJson = typeof source === "string" && /^\uFEFF?\s*[[{]/.test(source);
  if ((format ?? (isJson ? "ocpi" : "afdc")) === "afdc") return parseAfdcRows(source, { timeZone });
  return parseOcpiLocations(typeof source === "string" ? source : "", { timeZone });
}

/** The row, refused where it cannot be kept or stands in the file a second time. */
function checked(ctx: Context, row: ReadRow, seen: Map<string, number>): ReadRow {
  if (!row.draft) return row;
  const { draft: told, ...rest } = row;
  const sound = withSoundHours(ctx, told);
  const draft = { ...sound, timeZone: presentZone(sound.timeZone) ?? sound.timeZone };
  const first = seen.get(draft.sourceId);
  seen.set(draft.sourceId, first ?? row.row);
  const fault =
    first === undefined
      ? faultOf(draft)
      : ({ code: "row_twice", values: { row: first } } satisfies RowFault);
  return fault ? { ...rest, fault } : { ...rest, draft };
}

/** Hours that overlap cannot be a schedule, so they are kept as a note like those that were not understood. */
function withSoundHours(ctx: Context, draft: StationDraft): StationDraft {
  if (!draft.weekly || !ctx.ports.windowsOverlap(draft.weekly)) return draft;
  return { ...draft, weekly: null, hoursNote: null };
}

type Options = Omit<ImportStations, "businessId"> & {
  readonly businessId: string | null;
  readonly settings: Settings;
};

async function importBatch(
  ctx: Context,
  rows: readonly ReadRow[],
  options: Options,
): Promise<ImportedRow[]> {
  return inTransaction(ctx, async (ctx) => {
    await lockImports(ctx);
    const drafts = rows.flatMap(({ draft }) => draft ?? []);
    const existing = await findImported(ctx, drafts[0]?.source ?? "", drafts);
    const isAdmin = scopeOf(ctx, "station.import").reach === "any";
    const planned = rows.map((row) => ({
      row,
      plan: row.draft
        ? planImport(
            row.draft,
            existing.get(row.draft.sourceId) ?? null,
            options.businessId,
            isAdmin,
          )
        : ({ outcome: "refused", fault: row.fault ?? { code: "not_right" } } as const),
    }));
    if (!options.dryRun) await carryOut(ctx, planned, options);
    return planned.map(({ row: { row, key }, plan }) => ({
      row,
      key,
      outcome: plan.outcome,
      ...("fault" in plan ? saidFault(ctx, plan.fault) : {}),
    }));
  });
}

/** Why a row is refused, as the report says it. */
function saidFault(ctx: Context, fault: RowFault): Pick<ImportedRow, "code" | "why"> {
  const why = rulesIn(ctx.locale).fault(fault);
  return { code: fault.code, why: fault.path === undefined ? why : `${fault.path}: ${why}` };
}
