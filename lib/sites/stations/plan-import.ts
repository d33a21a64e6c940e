import { isDeepStrictEqual } from "node:util";

import type { Fault } from "@/lib/core/fault";

import type { ConnectorDraft, RowFault, StationDraft } from "./check-draft";
import type { CurrentType, StationStatus } from "./schema";

/** A station that came by import before, as it is now. */
export interface ImportedStation extends Omit<StationFacts, "hoursNote"> {
  readonly id: string;
  readonly businessId: string | null;
  readonly hoursNote: string | null;
  readonly connectors: readonly ConnectorDraft[];
}

/** What the source says of a station and the importer keeps up to date. */
export interface StationFacts {
  readonly name: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  readonly type: CurrentType;
  readonly status: StationStatus;
  readonly phone: string | null;
  readonly network: string | null;
  readonly description: string | null;
  readonly hoursNote: string | null;
}

/** What a file changes of a station besides its status. */
export type FollowedColumns = Partial<Omit<StationFacts, "status">> & {
  readonly businessId?: string;
};

export type ImportPlan =
  | { readonly outcome: "created" }
  | { readonly outcome: "unchanged"; readonly notes: readonly Fault[] }
  | { readonly outcome: "refused"; readonly faults: readonly RowFault[] }
  | {
      readonly outcome: "updated";
      readonly id: string;
      /** The business that runs it from now on. */
      readonly businessId: string | null;
      readonly isTakenOver: boolean;
      readonly columns: FollowedColumns;
      /** The status that a listed station has, and the one that its source says now; null where it stays. */
      readonly status: { readonly from: StationStatus; readonly to: StationStatus } | null;
      /** Whether the connectors change too. */
      readonly connectors: boolean;
      readonly notes: readonly Fault[];
    };

/**
 * The keys by which a station of the file is known, folded, because sources do not tell ids apart by case: its own,
 * by which it is stored, and another that it may have from before. A key that is not global is one among the stations
 * of the business that imports it; listed for nobody it may have been handed over.
 */
export function sourceKeys(
  { sourceId, isGlobal }: Pick<StationDraft, "sourceId" | "isGlobal">,
  target: string | null,
): readonly [own: string, former?: string] {
  const id = foldedId(sourceId);
  if (isGlobal) return [id];
  return target === null ? [`/${id}`] : [`${target}/${id}`, `/${id}`];
}

/** An id as it is compared. */
export const foldedId = (id: string) => id.normalize("NFC").toLowerCase();

/** Whether a station of the same key stands so far away that it must be another, of a source that names no party. */
function isElsewhere(draft: StationDraft, existing: ImportedStation): boolean {
  if (draft.isGlobal) return false;
  const north = Math.abs(draft.latitude - existing.latitude);
  const east = Math.abs(draft.longitude - existing.longitude);
  const width = Math.cos((draft.latitude * Math.PI) / 180);
  return Math.hypot(north, Math.min(east, 360 - east) * width) > samePlace;
}

/** Degrees, about a kilometre. */
const samePlace = 0.01;

/**
 * What is to be done with a station of the file. One that a business runs keeps its status, hours and price,
 * whatever the source says; a listed one follows the source. Only a SystemAdmin hands a listed station to a business.
 */
export function planImport(
  draft: StationDraft,
  existing: ImportedStation | null,
  target: string | null,
  isAdmin: boolean,
): ImportPlan {
  if (!existing) return { outcome: "created" };
  const owner = existing.businessId;
  if (!isAdmin && owner !== target) {
    return { outcome: "refused", faults: [{ code: "row_not_yours" }] };
  }
  if (owner !== null && target !== null && owner !== target) {
    return { outcome: "refused", faults: [{ code: "row_other_business" }] };
  }
  if (isElsewhere(draft, existing))
    return { outcome: "refused", faults: [{ code: "row_elsewhere" }] };
  const isTakenOver = owner === null && target !== null;
  const runBy = owner ?? target;
  const { status, hoursNote, timeZone, type, ...facts } = factsOf(draft, runBy);
  const followed = owner === null ? { ...facts, hoursNote, timeZone, type } : { ...facts };
  const follows = owner === null && !isTakenOver && status !== existing.status;
  const columns = {
    ...differing(existing, followed),
    ...(isTakenOver ? { businessId: target } : {}),
  };
  const connectors = owner === null && !isDeepStrictEqual(existing.connectors, draft.connectors);
  const notes = isTakenOver || owner === null ? [] : keptNotes(draft);
  if (Object.keys(columns).length === 0 && !connectors && !follows) {
    return { outcome: "unchanged", notes };
  }
  return {
    outcome: "updated",
    id: existing.id,
    businessId: runBy,
    isTakenOver,
    columns,
    status: follows ? { from: existing.status, to: status } : null,
    connectors,
    notes,
  };
}

/** Hours of dates are the business's own once it runs the station, as its week is; it is told what the source says. */
function keptNotes({ exceptions = [] }: StationDraft): Fault[] {
  if (exceptions.length === 0) return [];
  const dates = exceptions.slice(0, mostDates).map(({ date }) => date);
  return [{ code: "note_exceptions_kept", values: { dates } }];
}

const mostDates = 10;

/** The columns of a station; hours stay words where no schedule tells them. */
export function factsOf(draft: StationDraft, businessId: string | null): StationFacts {
  const scheduled = businessId !== null && draft.weekly !== null;
  return {
    name: draft.name,
    address: draft.address,
    latitude: draft.latitude,
    longitude: draft.longitude,
    timeZone: draft.timeZone,
    type: draft.type,
    status: draft.status,
    phone: draft.phone,
    network: draft.network,
    description: draft.description,
    hoursNote: scheduled ? draft.hoursNote : (draft.hoursText ?? draft.hoursNote),
  };
}

function differing(
  existing: ImportedStation,
  facts: Partial<Omit<StationFacts, "status">>,
): FollowedColumns {
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => existing[name as keyof StationFacts] !== value),
  );
}
