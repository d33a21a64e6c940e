import { z } from "zod";

import { admin, office } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, notFound, refused, rule } from "@/lib/words/refusals";
import { sampleId } from "@/lib/words/sample-id";

import type { BusinessStatus } from "./schema";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["accounts"],
  permissions: {
    "business.request": "public",
    "business.read": office,
    "business.decide": admin,
  },
  errors: {
    "business.not_found": notFound(),
    "business.decided": conflict<{ status: BusinessStatus }>(),
    "business.not_active": rule(),
    "business.requested": conflict(),
    "business.requests_full": refused.kind("TooManyRequests")<{ seconds: number }>(),
  },
  events: {
    "business.requested": z.object({ businessId: z.uuid() }),
    "business.approved": z.object({ businessId: z.uuid(), userId: z.uuid() }),
    "business.rejected": z.object({ businessId: z.uuid(), reason: z.string() }),
  },
  subjects: { business: "businessId" },
  audited: { things: ["Business"], actions: ["Request", "Approve", "Reject"] },
  navigation: {
    requests: { permission: "business.decide", icon: "Inbox", places: { admin: 10 } },
    businesses: { permission: "business.read", icon: "Building2", places: { admin: 20 } },
  },
  footer: { business: { place: 10 } },
  samples: {
    businessId: sampleId(1),
    /** A business that waits for its decision. */
    requestId: sampleId(2),
  },
  samplePaths: { "/businesses/{id}": "requestId" },
});
