import { isDeepStrictEqual } from "node:util";

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
  | { readonly outcome: "unchanged" }
  | { readonly outcome: "refused"; readonly fault: RowFault }
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
    };

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
    return { outcome: "refused", fault: { code: "row_not_yours" } };
  }
  if (owner !== null && target !== null && owner !== target) {
    return { outcome: "refused", fault: { code: "row_other_business" } };
  }
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
  if (Object.keys(columns).length === 0 && !connectors && !follows) return { outcome: "unchanged" };
  return {
    outcome: "updated",
    id: existing.id,
    businessId: runBy,
    isTakenOver,
    columns,
    status: follows ? { from: existing.status, to: status } : null,
    connectors,
  };
}

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
