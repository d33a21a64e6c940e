import type { Context } from "@/lib/core/context";

import { isToTranslate, phaseOf, takesPlaceOfComing } from "./rules";
import type { ContentKind } from "./schema";
import { findCounted } from "./store";

/** How a published English version stands, for those who tell of it. */
export interface Standing {
  /** Whether it is in force, or will be. */
  readonly isRead: boolean;
  /** Whether it takes the place of one that was announced and never comes into force. */
  readonly isInPlaceOfAnother: boolean;
}

/** How the version stands now; null where no such version was published. */
export async function findStanding(
  ctx: Context,
  { kind, version }: { readonly kind: ContentKind; readonly version: number },
): Promise<Standing | null> {
  const english = await findCounted(ctx, kind);
  const row = english.find((one) => one.version === version);
  if (!row) return null;
  return {
    isRead: isToTranslate(phaseOf({ ...row, status: "Published" }, english, ctx.clock.now())),
    isInPlaceOfAnother: takesPlaceOfComing(row, english),
  };
}
