import { createDatabase } from "@/db/client";
import { inTransaction } from "@/lib/core/context";
import type { UserActor } from "@/lib/core/actor";
import { claimUpload, keepImage, openUpload } from "@/lib/records/files/inside";
import { makeContext } from "@/lib/process/wiring";

import { tinyPng } from "./pictures";
import { testConfig } from "./world";

/** What another process is asked to do with an upload, and what came of it. */
export interface ClaimOrder {
  readonly actor: UserActor;
  /** Keep one of its own, or claim these for the entities of the same place. */
  readonly uploadIds?: readonly string[];
  readonly entityIds?: readonly string[];
}

const { db, close } = createDatabase(process.argv[2] ?? "", { max: 4 });

process.on("message", (order: ClaimOrder) => {
  void perform(order).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on("disconnect", () => void close().then(() => process.exit(0)));
process.send?.("ready");

async function perform({ actor, uploadIds = [], entityIds = [] }: ClaimOrder): Promise<unknown> {
  const ctx = makeContext({ db, actor, config: testConfig });
  if (uploadIds.length === 0) return keepImage(ctx, { kind: "SessionPhoto", bytes: tinyPng });
  return Promise.all(
    uploadIds.map(async (id, index) => {
      const entityId = entityIds[index] ?? "";
      const claim = { entity: "Session", entityId } as const;
      try {
        await inTransaction(ctx, (ctx) =>
          claimUpload(ctx, id, {
            ...claim,
            kind: "SessionPhoto",
            visibility: "Private",
            field: "file",
          }),
        );
      } catch {
        return null;
      }
      return (await openUpload(ctx, id, claim)).content.length;
    }),
  );
}
