import { defineWords } from "@/lib/words/define-words";
import { conflict, notFound, rule, unauthorized } from "@/lib/words/refusals";
import { sampleId } from "@/lib/words/sample-id";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["accounts"],
  errors: {
    "passkey.failed": unauthorized(),
    "passkey.refused": rule(),
    "passkey.taken": conflict(),
    "passkey.too_many": rule<{ max: number }>(),
    "passkey.not_found": notFound(),
  },
  audited: {
    things: ["Passkey"],
    actions: ["Create", "Update", "Remove"],
    personal: { Passkey: ["name"] },
  },
  samples: { passkeyId: sampleId(75) },
  samplePaths: { "/auth/passkeys/{id}": "passkeyId" },
});
