import { diffArrays } from "diff";

import type { ContentPreview } from "./schema";

/** Beyond so many changed lines a reader sees no more than that all of it is new. */
const mostChanges = 1_500;

/** What differs between two texts, line by line and in order (kiosks.md, Screens: content editor with diff). */
export function compareLines(before: string, after: string): ContentPreview["changes"] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const parts = diffArrays(old, now, { maxEditLength: mostChanges });
  if (!parts) {
    return [
      { change: "Removed", lines: old },
      { change: "Added", lines: now },
    ];
  }
  return parts.map(({ added, removed, value }) => ({
    change: added ? "Added" : removed ? "Removed" : "Same",
    lines: value,
  }));
}

const linesOf = (text: string) => (text === "" ? [] : text.split("\n"));
