import { z } from "zod";

import { admin, jobsOnly } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, invalid, notFound, rule } from "@/lib/words/refusals";
import { sampleId } from "@/lib/words/sample-id";
import { setting, whole } from "@/lib/words/setting";

import type { ContentStatus } from "./schema";

const version = { contentId: z.uuid(), kind: z.string(), locale: z.string(), version: z.int() };

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["audit", "outbox", "settings"],
  jobs: ["supersede"],
  permissions: {
    "content.read": "public",
    "content.manage": admin,
    "content.supersede": jobsOnly("supersede"),
  },
  errors: {
    "content.not_found": notFound(),
    "content.status": conflict<{ status: ContentStatus }>(),
    "content.changed": conflict(),
    "content.draft_exists": conflict<{ contentId: string }>(),
    "content.translated": conflict<{ version: number }>(),
    "content.no_english": rule(),
    "content.language": invalid<{ languages: readonly string[] }>(),
    "content.empty": rule(),
    "content.setting": invalid<{ unknown: readonly string[] }>(),
    "content.unchanged": rule(),
    "content.overtaken": rule<{ version: number }>(),
    "content.notice": rule<{ days: number; earliestAt: string }>(),
    "content.past": rule(),
    "content.follows_english": rule(),
    "content.no_consent": rule(),
  },
  settings: {
    contentNoticeDays: setting("CONTENT_NOTICE_DAYS", whole(14, 365), 14, []),
  },
  events: {
    /** `isAnnounced`: whether everybody is told, as of changed terms and privacy. */
    "content.published": z.object({
      ...version,
      effectiveAt: z.iso.datetime(),
      isAnnounced: z.boolean(),
    }),
    "content.superseded": z.object(version),
  },
  subjects: { content: "contentId" },
  audited: {
    things: ["Content"],
    actions: ["Create", "Update", "Publish", "Supersede", "Discard"],
  },
  navigation: {
    content: { permission: "content.manage", icon: "FileText", places: { admin: 105 } },
  },
  footer: {
    about: { place: 20 },
    faq: { place: 30 },
    contact: { place: 40 },
    terms: { place: 50 },
    privacy: { place: 60 },
  },
  samples: {
    /** The draft of a next version of the questions. */
    contentDraftId: sampleId(21),
    contentKind: "faq",
  },
  samplePaths: {
    "/content/{kind}": "contentKind",
    "/content/versions/{id}": "contentDraftId",
  },
});
