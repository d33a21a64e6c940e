import { kindKey } from "@/lib/core/plugs";

import type { PlaceKind } from "../station/place-groups";
import type { DaySlot } from "./day-ground";

/** Places that are alike, with the day's times as they have them. */
export interface DayKind {
  readonly key: string;
  readonly kind: PlaceKind;
  readonly slots: readonly Omit<DaySlot, "groups">[];
}

/** The kinds of places of a day; none where all are alike, so that the day's own slots tell all. */
export function dayKinds(slots: readonly DaySlot[]): DayKind[] {
  const rows = slots.flatMap(({ startsAt, endsAt, groups }) =>
    groups.map(({ standards, maxPowerKw, capacity, remaining }) => ({
      kind: { standards, maxPowerKw },
      slot: { startsAt, endsAt, capacity, remaining },
    })),
  );
  const kinds = Map.groupBy(rows, ({ kind }) => kindKey(kind.standards, kind.maxPowerKw));
  if (kinds.size < 2) return [];
  return [...kinds].flatMap(([key, own]) => {
    const [first] = own;
    return first ? [{ key, kind: first.kind, slots: own.map(({ slot }) => slot) }] : [];
  });
}
