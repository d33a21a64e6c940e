import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { inDigits, instant, instantView, pageOfText, sortBy } from "@/lib/core/fields";

export const contentKind = z.enum([
  "terms-of-service",
  "privacy-policy",
  "about",
  "contact",
  "faq",
]);
export type ContentKind = z.infer<typeof contentKind>;

/** As it is stored: what the clock makes of a published version, `contentPhase` says. */
export const contentStatus = z.enum(["Draft", "Published", "Superseded"]);
export type ContentStatus = z.infer<typeof contentStatus>;

/** How a version stands now: a draft, not yet in force, in force, no longer, or never, because a later one came first. */
export const contentPhase = z.enum(["Draft", "Coming", "InForce", "Former", "Overtaken"]);
export type ContentPhase = z.infer<typeof contentPhase>;

/** Everything that is done to a version by its status; `rules.ts` says who, from where and to what. */
export const contentAction = z.enum(["edit", "publish", "discard", "supersede"]);

/** The language of the law, whose versions are counted and which stands in where a translation lacks: `defaultLocale`. */
export const lawLocale = "en";

/** A language by its BCP 47 code, whether or not the site has it. */
const contentLocale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, fault("language_code"));

/** How long a text may be, in characters. */
export const longestContent = 50_000;

/** The text, in Markdown; a setting's number is named by `{setting:changeCutoffMinutes}`. */
const contentBody = pageOfText(longestContent).overwrite((text) => text.replaceAll(/\r\n?/g, "\n"));

const versionNumber = inDigits(z.int().min(1).max(1_000_000));

/** Which text of which kind is read: the one in force, in the reader's language, where nothing is said. */
export const ReadContent = z.object({
  locale: contentLocale.optional(),
  /** A version that was published: in force, to come, or former. */
  version: versionNumber.optional(),
});
export type ReadContent = z.infer<typeof ReadContent>;

/** A draft begins as a copy of the version that was published last; a translation, of what is to be translated. */
export const CreateDraft = z.strictObject({
  kind: contentKind,
  locale: contentLocale,
});
export type CreateDraft = z.infer<typeof CreateDraft>;

export const UpdateDraft = z.strictObject({
  body: contentBody,
  /** The `updatedAt` of the draft that was read; any, where it is not given. */
  ifUpdatedAt: instant.optional(),
});
export type UpdateDraft = z.infer<typeof UpdateDraft>;

export const PreviewContent = z.strictObject({
  kind: contentKind,
  locale: contentLocale,
  body: contentBody,
});
export type PreviewContent = z.infer<typeof PreviewContent>;

export const PublishContent = z.strictObject({
  /** At once where nothing is said; changed terms and privacy name when, the days of notice ahead. */
  effectiveAt: instant.optional(),
  /** Of terms and privacy: whether everybody is asked for consent anew; they are, where nothing is said. */
  requiresConsent: z.boolean().optional(),
  /** The `updatedAt` of the draft that was read, so that nobody publishes what they have not seen. */
  ifUpdatedAt: instant.optional(),
});
export type PublishContent = z.infer<typeof PublishContent>;

export const ListContentVersions = z.object({
  kind: contentKind.optional(),
  locale: contentLocale.optional(),
  status: contentStatus.optional(),
  sort: sortBy("version", "updatedAt").default("-updatedAt"),
});
export type ListContentVersions = z.infer<typeof ListContentVersions>;

/** A text as it is read: HTML that holds nothing but what Markdown makes. */
const rendered = {
  html: z.string(),
  /** Of `faq`: what stands before its first question. */
  lead: z.string(),
  /** Of `faq`: its questions in order, each with its answer; of others none. */
  questions: z.array(z.object({ id: z.string(), question: z.string(), html: z.string() })),
  /** Its headings of the second level, in order; `id` is where the text carries them. */
  headings: z.array(z.object({ id: z.string(), text: z.string() })),
};

export const ContentView = z.object({
  kind: contentKind,
  /** The language that it is in, which need not be the one that was asked for. */
  locale: z.string(),
  /** Whether it stands in for a language in which there is no such version. */
  isFallback: z.boolean(),
  version: z.int(),
  phase: contentPhase,
  effectiveAt: instantView,
  requiresConsent: z.boolean(),
  markdown: z.string(),
  ...rendered,
  /** The next version, where it is published already. */
  coming: z.object({ version: z.int(), effectiveAt: instantView }).nullable(),
});
export type ContentView = z.infer<typeof ContentView>;

const person = z.object({ id: z.uuid(), name: z.string().nullable() }).nullable();

export const ContentVersion = z.object({
  id: z.uuid(),
  kind: contentKind,
  locale: z.string(),
  version: z.int(),
  status: contentStatus,
  phase: contentPhase,
  requiresConsent: z.boolean(),
  effectiveAt: instantView.nullable(),
  createdAt: instantView,
  /** Who began it; null where it came with the product. */
  createdBy: person,
  updatedAt: instantView,
  publishedAt: instantView.nullable(),
  publishedBy: person,
  /** What the caller may do with it now. */
  can: z.array(contentAction),
});
export type ContentVersion = z.infer<typeof ContentVersion>;

export const ContentVersionWhole = ContentVersion.extend({
  /** As it was written: `{setting:changeCutoffMinutes}` stands where readers see the number. */
  markdown: z.string(),
  ...rendered,
  /** Of a draft: when it may come into force at the earliest; null where at once, or with its English version. */
  earliestAt: instantView.nullable(),
  /** Whether it binds people, so that a change is announced and consent to it asked: terms and privacy. */
  isLegal: z.boolean(),
  /** What a text may name of the settings: how it is written, and what readers see for it by what is in force now. */
  figures: z.array(z.object({ name: z.string(), written: z.string(), said: z.string() })),
  /** Of terms and privacy in force or to come: the numbers it was published with that have changed since. */
  outdated: z.array(z.object({ name: z.string(), said: z.string(), now: z.string() })),
});
export type ContentVersionWhole = z.infer<typeof ContentVersionWhole>;

/** One line of the comparison with the text before. */
export const lineChange = z.enum(["Same", "Added", "Removed"]);

export const ContentPreview = z.object({
  ...rendered,
  /** Line by line, what differs from the version in force; of a first translation, from the English text. */
  changes: z.array(z.object({ change: lineChange, lines: z.array(z.string()) })),
});
export type ContentPreview = z.infer<typeof ContentPreview>;
