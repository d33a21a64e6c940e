import { jobsOnly } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { invalid, notFound, refused } from "@/lib/words/refusals";

const tooMany = refused.kind("TooManyRequests");

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  jobs: ["upload-sweep", "stray-sweep"],
  permissions: {
    "upload.sweep": jobsOnly("upload-sweep"),
    "stray.sweep": jobsOnly("stray-sweep"),
  },
  errors: {
    "upload.not_found": notFound("There is no such file."),
    "upload.not_claimable": invalid("Use a file that you sent yourself and that is not in use."),
    "upload.busy": tooMany("Too many pictures are being read just now. Try again in a moment."),
    "upload.too_many": tooMany<{ max: number; seconds: number }>(
      ({ max }) => `At most ${max} files an hour. Try again later.`,
    ),
    "upload.too_much": tooMany<{ megabytes: number; seconds: number }>(
      ({ megabytes }) => `At most ${megabytes} MB may wait to be used. Try again later.`,
    ),
  },
});
