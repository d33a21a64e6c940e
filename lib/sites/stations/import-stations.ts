import { assertBusinessActive } from "@/lib/people/businesses/inside";
import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { scopeOf } from "@/lib/core/permissions";
import { getSettings } from "@/lib/records/settings/inside";

import type { ReadRow } from "./check-draft";
import { checkRows } from "./check-rows";
import { importAlone } from "./import-alone";
import { importBatch, saidNotes } from "./import-batch";
import { openStationFile } from "./open-station-file";
import type { ImportedRow, ImportReport } from "./schema";
import { assertWanted, aTurn, takeTurns } from "./take-turns";

export interface ImportStations {
  /** The file as it was sent, or its text. */
  readonly source: string | Uint8Array;
  /** Whose stations they become; listed stations of nobody without it. */
  readonly businessId?: string;
  /** The time zone of every row, where the file's own is not to be trusted. */
  readonly timeZone?: string;
  /** Tells what would be done, and does nothing. */
  readonly dryRun?: boolean;
  /** A file with more rows is refused whole. */
  readonly mostRows?: number;
  /** Aborted when whoever asked is gone: the import stops behind the batch that it is at. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (rows: number) => void;
}

/** Rows of a file by default, refused rows that a report tells, and rows and charging places of one transaction. */
const most = { rows: 20_000, refusedTold: 1_000, batch: 250, places: 5_000 } as const;

/**
 * Imports stations from a CSV with the AFDC columns or from OCPI Locations. Every row is told: created, updated,
 * unchanged or refused, and why, the first thousand of the refused; a broken row never stops the rest, and a second
 * run writes nothing. What of a row or of the file is not kept is told too.
 * A Backoffice imports into the own business; a SystemAdmin into the one named, or lists the stations. Stations of
 * another business are refused; hours and price of a business's station are set once, then they are its own.
 * Each batch is a transaction. One import runs for a business at a time, and lets other work have its turns.
 * Throws `import.unreadable`, `import.running`, `import.stopped`, `business.not_found` or `business.not_active`.
 */
export async function importStations(ctx: Context, input: ImportStations): Promise<ImportReport> {
  const businessId = await targetOf(ctx, input.businessId);
  const settings = await getSettings(ctx, { businessId });
  const { dryRun = false, mostRows = most.rows, signal, timeZone } = input;
  return importAlone(ctx, businessId, async (stillRunning) => {
    const turns = takeTurns(signal);
    const file = await openStationFile(input.source, { timeZone, mostRows, turns });
    const told = new Told(dryRun);
    let rows: ReadRow[] = [];
    let places = 0;
    const flush = async () => {
      assertWanted(signal);
      await turns(aTurn);
      told.add(await importBatch(ctx, rows, { businessId, settings, dryRun, stillRunning }));
      [rows, places] = [[], 0];
      input.onProgress?.(told.count);
    };
    for await (const row of checkRows(ctx, file.rows, businessId !== null)) {
      rows.push(row);
      places += row.draft?.connectors.length ?? 0;
      if (rows.length >= most.batch || places >= most.places) await flush();
    }
    await flush();
    return told.report(saidNotes(ctx, file.notes()));
  });
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

/** Adds up what became of rows, and keeps of the refused so many as are told. */
class Told {
  count = 0;
  private readonly rows: ImportedRow[] = [];
  private readonly counts = { created: 0, updated: 0, unchanged: 0, refused: 0 };

  constructor(private readonly dryRun: boolean) {}

  add(rows: readonly ImportedRow[]): void {
    this.count += rows.length;
    for (const row of rows) {
      this.counts[row.outcome] += 1;
      const isTold = row.outcome !== "refused" || this.counts.refused <= most.refusedTold;
      if (isTold) this.rows.push(row);
    }
  }

  report(notes: ImportReport["notes"]): ImportReport {
    const { dryRun, counts, rows } = this;
    return { dryRun, counts, untold: Math.max(0, counts.refused - most.refusedTold), notes, rows };
  }
}
