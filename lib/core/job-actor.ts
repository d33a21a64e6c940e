import type { JobName } from "@/lib/words";

import type { JobActor } from "./actor";

/** The actor of one of our jobs or commands: it holds what permissions grant by its name, and audits carry it. */
export function jobActor(job: JobName): JobActor {
  return { kind: "Job", job };
}
