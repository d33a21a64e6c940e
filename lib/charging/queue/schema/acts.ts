import { z } from "zod";

/** What a phone does without network and tells later. */
export const offlineAct = z.enum([
  "CheckIn",
  "Finalize",
  "Abort",
  "Pause",
  "Resume",
  "Note",
  "ChangeConnector",
]);
export type OfflineAct = z.infer<typeof offlineAct>;
