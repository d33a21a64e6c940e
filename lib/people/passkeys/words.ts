import { z } from "zod";

import { defineWords } from "@/lib/words/define-words";
import { conflict, notFound, rule, unauthorized } from "@/lib/words/refusals";
import { sampleId } from "@/lib/words/sample-id";

const told = z.object({ passkeyId: z.uuid(), userId: z.uuid() });

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
  events: {
    "passkey.added": told,
    /** `withPassword`: it went with a password that was set anew. */
    "passkey.removed": told.extend({ withPassword: z.boolean() }),
  },
  subjects: { passkey: "passkeyId" },
  audited: {
    things: ["Passkey"],
    actions: ["Create", "Update", "Remove"],
    personal: { Passkey: ["name"] },
  },
  samples: { passkeyId: sampleId(75) },
  samplePaths: { "/auth/passkeys/{id}": "passkeyId" },
});
