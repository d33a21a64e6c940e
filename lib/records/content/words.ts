import { z } from "zod";

import { admin, jobsOnly } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { conflict, invalid, notFound, rule } from "@/lib/words/refusals";
import { sampleId } from "@/lib/words/sample-id";
import { setting, whole } from "@/lib/words/setting";

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
    "content.not_found": notFound("There is no such text."),
    "content.status": conflict<{ status: string }>(
      ({ status }) => `This version is ${status}; only a draft can be changed or published.`,
    ),
    "content.changed": conflict("Somebody else has changed this draft meanwhile. Read it again."),
    "content.draft_exists": conflict<{ contentId: string }>(
      "There is a draft of this text in this language already.",
    ),
    "content.translated": conflict<{ version: number }>(
      ({ version }) => `Version ${version} has been translated into this language already.`,
    ),
    "content.no_english": rule("There is no published English version to translate."),
    "content.language": invalid<{ languages: readonly string[] }>(
      ({ languages }) => `Write in a language that the site has: ${languages.join(", ")}.`,
    ),
    "content.empty": rule("A text without words cannot be published."),
    "content.notice": rule<{ days: number; earliestAt: string }>(
      ({ days }) => `A changed version comes into force ${days} days after today or later.`,
    ),
    "content.past": rule("A version cannot come into force in the past."),
    "content.follows_english": rule(
      "A translation comes into force with the English version, and asks for consent as that does.",
    ),
    "content.no_consent": rule("Consent is asked to terms and privacy alone."),
  },
  settings: {
    contentNoticeDays: setting(
      "CONTENT_NOTICE_DAYS",
      whole(0, 365),
      14,
      [],
      "Days between the publication of changed terms or a changed privacy policy and their coming into force, at least.",
    ),
  },
  events: {
    "content.published": z.object({ ...version, effectiveAt: z.iso.datetime() }),
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
