import { z } from "zod";

export const sessionStatus = z.enum(["Active", "Completed", "Aborted"]);
export type SessionStatus = z.infer<typeof sessionStatus>;
/** Everything that is done to a session by its status; `rules.ts` says who, from where and to what. */
export const sessionAction = z.enum([
  "annotate",
  "pause",
  "resume",
  "changeConnector",
  "finalize",
  "abort",
]);
export type SessionAction = z.infer<typeof sessionAction>;
