import { partText } from "./compare-drafts";
import type { Draft } from "./draft";

/** Something that the server refused, and where in the draft it stands. */
export interface Fault {
  /** A weekday or a date. */
  readonly part: string;
  readonly what: "hours" | "places";
  /** Which of the windows; none where it is about all of them. */
  readonly index?: number;
  readonly message: string;
}

interface FieldError {
  readonly field: string;
  readonly message: string;
}

const windowOf = (index: string | undefined) => (index ? { index: Number(index) } : {});

/** The errors of a body's fields as faults of the draft that it was made of. */
export function faultsOf(errors: readonly FieldError[], sent: Draft): Fault[] {
  return errors.flatMap(({ field, message }): Fault[] => {
    const weekly = /(?:^|\.)weekly\.(\w{3})(?:\.(\d+))?/.exec(field);
    if (weekly?.[1]) return [{ part: weekly[1], what: "hours", ...windowOf(weekly[2]), message }];
    const dated = /(?:^|\.)(exceptions|capacityOverrides)\.(\d+)(?:\.windows(?:\.(\d+))?)?/.exec(
      field,
    );
    if (!dated) return [];
    const list = dated[1] === "exceptions" ? sent.exceptions : sent.capacityOverrides;
    const part = list[Number(dated[2])]?.date;
    const what = dated[1] === "exceptions" ? "hours" : "places";
    return part ? [{ part, what, ...windowOf(dated[3]), message }] : [];
  });
}

/** The faults that still stand once the draft has changed: those of parts that are as they were. */
export function remainingFaults(faults: readonly Fault[], before: Draft, after: Draft): Fault[] {
  return faults.filter(({ part }) => partText(before, part) === partText(after, part));
}

/** What is wrong with a part's window; without an index, with the part as a whole. */
export function faultAt(
  faults: readonly Fault[],
  wanted: Omit<Fault, "message">,
): string | undefined {
  return faults.find(
    ({ part, what, index }) =>
      part === wanted.part && what === wanted.what && index === wanted.index,
  )?.message;
}
