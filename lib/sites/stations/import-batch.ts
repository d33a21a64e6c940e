import { ZodError } from "zod";

import { inTransaction, type Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import type { Fault } from "@/lib/core/fault";
import { scopeOf } from "@/lib/core/permissions";
import { asLine } from "@/lib/core/text";
import type { Settings } from "@/lib/records/settings/inside";
import { rulesIn } from "@/lib/words/rule-words";

import { carryOut } from "./carry-out-import";
import type { ReadRow, RowFault } from "./check-draft";
import { planImport, sourceKeys } from "./plan-import";
import type { ImportedRow, ImportReport } from "./schema";
import { findImported, lockImports } from "./store/imports";

export interface BatchOptions {
  readonly businessId: string | null;
  readonly settings: Settings;
  readonly dryRun: boolean;
  /** Says in the batch's transaction that the import goes on. */
  readonly stillRunning: (ctx: Context) => Promise<void>;
}

/**
 * Plans and carries out some rows in one transaction, and says what became of each. Where one of them cannot be
 * written, whatever the reason that lies in it, the others are written without it.
 */
export async function importBatch(
  ctx: Context,
  rows: readonly ReadRow[],
  options: BatchOptions,
): Promise<ImportedRow[]> {
  if (!rows.some(({ draft }) => draft)) return rows.map((row) => refusal(ctx, row, row.faults));
  try {
    // A transaction of its own, or a savepoint in that of the request: what fails must be undone alone.
    return await inTransaction({ ...ctx, joinable: false }, (ctx) =>
      writeBatch(ctx, rows, options),
    );
  } catch (error) {
    if (!liesInRow(error)) throw error;
    const [row] = rows;
    if (row && rows.length === 1) return [refusal(ctx, row, [{ code: "row_not_kept" }])];
    const half = Math.ceil(rows.length / 2);
    const first = await importBatch(ctx, rows.slice(0, half), options);
    return [...first, ...(await importBatch(ctx, rows.slice(half), options))];
  }
}

async function writeBatch(
  ctx: Context,
  rows: readonly ReadRow[],
  options: BatchOptions,
): Promise<ImportedRow[]> {
  const { businessId, dryRun } = options;
  await lockImports(ctx);
  await options.stillRunning(ctx);
  const drafts = rows.flatMap(({ draft }) => draft ?? []);
  const isAdmin = scopeOf(ctx, "station.import").reach === "any";
  const existing = await findImported(ctx, drafts, businessId, isAdmin);
  const planned = rows.map((row) => {
    if (!row.draft) return { row, plan: { outcome: "refused", faults: row.faults ?? [] } } as const;
    const [key] = sourceKeys(row.draft, businessId);
    return { row, plan: planImport(row.draft, existing.get(key) ?? null, businessId, isAdmin) };
  });
  if (!dryRun) await carryOut(ctx, planned, options);
  return planned.map(({ row, plan }) => {
    if (plan.outcome === "refused") return refusal(ctx, row, plan.faults);
    const notes = [...(row.notes ?? []), ...("notes" in plan ? plan.notes : [])];
    return {
      row: row.row,
      key: row.key,
      outcome: plan.outcome,
      ...(notes.length > 0 ? { notes: saidNotes(ctx, notes) } : {}),
    };
  });
}

/** PostgreSQL's classes of errors that a value causes: data, constraints, limits of the program. */
const byValue = /^(22|23|54)/;

/** Whether an error is one of the rows' own, so that the others can be written without it. */
function liesInRow(error: unknown): boolean {
  if (isAppError(error)) return error.code !== "import.running" && error.code !== "import.stopped";
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ZodError) return true;
    if ("code" in cause && typeof cause.code === "string" && byValue.test(cause.code)) return true;
  }
  return false;
}

/** Nobody mends more at once. */
const mostFaults = 10;

/** Why a row is refused, as the report says it: everything at once, the first by its code. */
function refusal(
  ctx: Context,
  { row, key }: ReadRow,
  faults: readonly RowFault[] = [],
): ImportedRow {
  const [first = { code: "not_right" as const }] = faults;
  const named = faults.length > 0 ? faults.slice(0, mostFaults) : [first];
  const why = named.map(({ path, ...fault }: RowFault) => {
    const said = sayLine(ctx, fault);
    return path === undefined ? said : `${path}: ${said}`;
  });
  return { row, key, outcome: "refused", code: first.code, why: reportLine(why.join(" ")) };
}

/** What there is to tell besides, in the reader's language. */
export const saidNotes = (ctx: Context, notes: readonly Fault[]): ImportReport["notes"] =>
  notes.map((note) => ({ code: note.code, text: sayLine(ctx, note) }));

const sayLine = (ctx: Context, fault: Fault) => reportLine(rulesIn(ctx.locale).fault(fault));

/** A text of a report quotes the file: whatever stands there, it is one line, of whole characters, with an end. */
const reportLine = (text: string) => asLine(text, 4_000);
