import type { Context } from "@/lib/core/context";
import type { Fault } from "@/lib/core/fault";
import { presentZone } from "@/lib/core/zone-names";

import {
  faultsOf,
  mostPlaces,
  type ReadRow,
  type RowFault,
  type StationDraft,
} from "./check-draft";
import { exceptionWords, findExceptions } from "./find-exceptions";
import { foldedId } from "./plan-import";

/**
 * The rows of a file as they can be kept: refused where they cannot, where they stand in it a second time, and where
 * it has too many charging places by then; with what their hours say of dates to come. Stations of a
 * business need a schedule, so it is told where their hours make none.
 */
export async function* checkRows(
  ctx: Context,
  rows: AsyncIterable<ReadRow>,
  forBusiness: boolean,
): AsyncGenerator<ReadRow> {
  const seen = new Map<string, number>();
  let places = 0;
  for await (const row of rows) {
    if (!row.draft) {
      yield row;
      continue;
    }
    const { draft: told, notes = [], ...rest } = row;
    const timeZone = presentZone(told.timeZone) ?? told.timeZone;
    const { draft, said } = withHours(ctx, { ...told, timeZone }, forBusiness);
    const key = foldedId(draft.sourceId);
    const first = seen.get(key);
    seen.set(key, first ?? row.row);
    places += draft.connectors.length;
    const faults: readonly RowFault[] =
      first !== undefined
        ? [{ code: "row_twice", values: { row: first } }]
        : places > mostPlaces
          ? [{ code: "row_places", values: { most: mostPlaces } }]
          : faultsOf(draft);
    yield faults.length > 0 ? { ...rest, faults } : { ...rest, draft, notes: [...notes, ...said] };
  }
}

/**
 * Hours that overlap cannot be a schedule, so they are kept as a note like those that were not understood. What stands
 * against the week becomes hours of dates, and words where no schedule has them.
 */
function withHours(
  ctx: Context,
  draft: StationDraft,
  forBusiness: boolean,
): { readonly draft: StationDraft; readonly said: readonly Fault[] } {
  const { weekly, exceptional = [], hoursText, timeZone } = draft;
  const overlap = weekly !== null && ctx.ports.windowsOverlap(weekly);
  const sound = overlap ? { ...draft, weekly: null, hoursNote: null } : draft;
  const isLost = hoursText !== null && (overlap || (forBusiness && weekly === null));
  const said: Fault[] = isLost ? [{ code: "note_hours", values: { hours: hoursText } }] : [];
  // A zone that is none is refused after this.
  if (exceptional.length === 0 || presentZone(timeZone) === null) return { draft: sound, said };
  const now = ctx.clock.now();
  const words = exceptionWords(exceptional, timeZone, now);
  if (words === "") return { draft: sound, said };
  const exceptions = sound.weekly && findExceptions(sound.weekly, exceptional, timeZone, now);
  const withWords = (text: string | null) => [text, words].filter(Boolean).join("; ");
  const worded = { ...sound, hoursText: withWords(hoursText) };
  return exceptions
    ? { draft: { ...worded, exceptions }, said }
    : {
        draft: { ...worded, hoursNote: withWords(sound.hoursNote) },
        said: [...said, { code: "note_exceptions_words", values: { words } }],
      };
}
