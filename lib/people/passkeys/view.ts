import type { PasskeyView } from "./schema";
import type { PasskeyRow } from "./store";

/** A passkey as its owner sees it; its key is nobody's to see. */
export function viewPasskey({ id, name, createdAt, lastUsedAt }: PasskeyRow): PasskeyView {
  return {
    id,
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
