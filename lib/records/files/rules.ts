import { dayMs, hourMs } from "@/lib/core/durations";
import { mebibyte } from "@/lib/core/sizes";
import { cut, tidy } from "@/lib/core/text";

import { sentImage } from "./schema";

/** Bytes of a picture as it is sent, at most. */
export const maxImageBytes = sentImage.maxMebibytes * mebibyte;
/** Pixels of a picture, at most, by its header: more is refused before anything is decoded. */
export const maxImagePixels = 40_000_000;
/** Longest side of a picture as it is kept, in pixels, and of its thumbnail. */
export const keptSide = 2_048;
export const thumbnailSide = 480;
/** Seconds that a picture may take to read; what takes longer was made to. */
export const maxReadSeconds = 20;

/** Pictures that a process reads at once, and that may wait for it. */
export const readAtOnce = 2;
export const waitForReading = 20;

/** Files that a user may send in an hour, and bytes of theirs that may lie unclaimed. */
export const maxFilesAnHour = 50;
const megabyte = 1_000_000;
export const maxUnclaimedMegabytes = 200;

/** Seconds after which whoever sent too much may try again; some of it is older than an hour by then. */
export const retrySeconds = 600;

/** What a user has sent of late. */
export interface Sent {
  /** Files of the last hour. */
  readonly files: number;
  /** Bytes that belong to nothing yet. */
  readonly unclaimedBytes: number;
}

/** Which limit one more file of so many bytes would break; null for none. */
export function brokenLimit(sent: Sent, bytes: number): "files" | "bytes" | null {
  if (sent.files >= maxFilesAnHour) return "files";
  return sent.unclaimedBytes + bytes > maxUnclaimedMegabytes * megabyte ? "bytes" : null;
}

/** Files sent after this instant count. */
export const countedSince = (now: Date) => new Date(now.getTime() - hourMs);

/** What lay unclaimed, or without a row, since before this instant is not kept. */
export const keptSince = (now: Date) => new Date(now.getTime() - dayMs);

const longestName = 100;

/**
 * A file's name as it may be shown: the last part of a path, without control and formatting characters (line breaks,
 * reversed direction), at most 100 characters; null where nothing is left. It names nothing in the store.
 */
export function cleanFilename(name: string): string | null {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = tidy(last.replace(/\p{C}/gu, ""));
  return /[^.\s]/.test(clean) ? cut(clean, longestName) : null;
}
