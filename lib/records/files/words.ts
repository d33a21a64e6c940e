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
    "upload.not_found": notFound(),
    "upload.not_claimable": invalid(),
    "upload.busy": tooMany(),
    "upload.too_many": tooMany<{ max: number; seconds: number }>(),
    "upload.too_much": tooMany<{ megabytes: number; seconds: number }>(),
  },
});
