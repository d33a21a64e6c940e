import { dayMs } from "@/lib/core/durations";
import { fail, failField } from "@/lib/core/errors";
import { machineFor } from "@/lib/core/machines";
import { isAsSeen } from "@/lib/core/seen-version";

import {
  contentStatus,
  lawLocale,
  type ContentKind,
  type ContentPhase,
  type ContentStatus,
} from "./schema";

/** What the machine asks of a version. */
export interface ContentState {
  readonly id: string;
  readonly status: ContentStatus;
}

const ofAdmins = { silent: "A draft concerns nobody but those who write it." } as const;

// prettier-ignore
/** The one table of a version's states (kiosks.md, Tables); nothing else changes its status. */
export const contentMachine = machineFor<ContentState>()({
  entity: "Content",
  statuses: contentStatus.options,
  about: () => ({}),
  hidden: "content.not_found",
  unexplained: "request.invalid",
  refuse: ({ status }) => fail("content.status", { status }),
  actions: {
    edit: [
      { by: "content.manage", from: ["Draft"], to: null, audit: "Update", event: ofAdmins },
    ],
    publish: [
      { by: "content.manage", from: ["Draft"], to: "Published", audit: "Publish", event: "content.published" },
    ],
    // The row goes, and with it the number: nobody has seen it.
    discard: [
      { by: "content.manage", from: ["Draft"], to: null, audit: "Discard", event: ofAdmins },
    ],
    supersede: [
      { by: "content.supersede", from: ["Published"], to: "Superseded", audit: "Supersede", event: "content.superseded" },
    ],
  },
});

/** What a version is called wherever things have names, in no language: `/terms-of-service/en/2`. */
export const nameOf = (of: { kind: ContentKind; locale: string; version: number }): string =>
  `/${of.kind}/${of.locale}/${of.version}`;

/** Whether the kind binds people, so that a change is announced and consent to it asked (kiosks.md, Content). */
export const isLegal = (kind: ContentKind): boolean =>
  kind === "terms-of-service" || kind === "privacy-policy";

/** Whether the language's versions are counted; another's are translations of them. */
export const isLaw = (locale: string): boolean => locale === lawLocale;

/** The site's language for what a reader asks for: the very one, in any letter case, else the same without its region. */
export function closestLocale(offered: readonly string[], asked: string): string | undefined {
  const is = (code: string) => (one: string) => one.toLowerCase() === code.toLowerCase();
  return offered.find(is(asked)) ?? offered.find(is(languageOf(asked)));
}

/** `ta-LK` → `ta`. */
export const languageOf = (locale: string): string => locale.split("-")[0]?.toLowerCase() ?? "";

/** A published English version, as it is counted. */
export interface Counted {
  readonly version: number;
  readonly effectiveAt: Date | null;
}

/** The number that is in force of a kind's published English versions: the highest whose time has come. */
export function inForceOf(english: readonly Counted[], now: Date): number | null {
  const due = english.filter(({ effectiveAt }) => effectiveAt && effectiveAt <= now);
  return due.length === 0 ? null : Math.max(...due.map(({ version }) => version));
}

/** The version that comes into force next: the earliest to come, and of several at one instant the highest. */
export function comingOf(english: readonly Counted[], now: Date): Counted | null {
  const inForce = inForceOf(english, now) ?? 0;
  const waiting = english.filter(
    ({ version, effectiveAt }) => version > inForce && effectiveAt && effectiveAt > now,
  );
  const [next] = waiting.toSorted(
    (one, other) =>
      Number(one.effectiveAt) - Number(other.effectiveAt) || other.version - one.version,
  );
  return next ?? null;
}

/**
 * How a version stands among the published English ones of its kind. One that a later one comes into force before, or
 * with, never is in force, whatever the clock says.
 */
export function phaseOf(
  row: Counted & { readonly status: ContentStatus },
  english: readonly Counted[],
  now: Date,
): ContentPhase {
  const { status, version, effectiveAt } = row;
  if (status === "Draft" || !effectiveAt) return "Draft";
  const isBefore = (other: Counted) => other.effectiveAt && other.effectiveAt <= effectiveAt;
  if (english.some((other) => other.version > version && isBefore(other))) return "Overtaken";
  const inForce = inForceOf(english, now);
  if (inForce === null || version > inForce) return "Coming";
  if (version < inForce) return "Former";
  // A translation may come after its English version, and never before it.
  return effectiveAt <= now ? "InForce" : "Coming";
}

/** Whether a version takes the place of one that was announced and had not come into force. */
export const takesPlaceOfComing = (
  { version, effectiveAt }: Counted,
  english: readonly Counted[],
) =>
  english.some(
    (other) =>
      other.version < version &&
      other.effectiveAt !== null &&
      effectiveAt !== null &&
      other.effectiveAt >= effectiveAt,
  );

/** Whether an English version is worth translating: it is read now, or will be. */
export const isToTranslate = (phase: ContentPhase): boolean =>
  phase === "InForce" || phase === "Coming";

/** When the kind's next English version may come into force at the earliest; null for at once. */
export function earliestAfter(
  kind: ContentKind,
  { isFirst, noticeDays, now }: { isFirst: boolean; noticeDays: number; now: Date },
): Date | null {
  if (!isLegal(kind) || isFirst) return null;
  return new Date(now.getTime() + noticeDays * dayMs);
}

/** When a version is to come into force. Throws `content.notice` or `content.past`, at `effectiveAt`. */
export function effectiveAtOf(
  asked: Date | undefined,
  { earliestAt, noticeDays, now }: { earliestAt: Date | null; noticeDays: number; now: Date },
): Date {
  if (earliestAt && (!asked || asked < earliestAt)) {
    throw failField("content.notice", "effectiveAt", {
      days: noticeDays,
      earliestAt: earliestAt.toISOString(),
    });
  }
  if (asked && asked < now) throw failField("content.past", "effectiveAt");
  return asked ?? now;
}

/** Throws `content.changed` where the draft is not the one that was read. */
export function assertAsSeen(seen: Date | undefined, updatedAt: Date): void {
  if (!isAsSeen(seen, updatedAt)) throw fail("content.changed");
}

/** Throws `content.no_consent`, at `requiresConsent`, where consent is asked to what binds nobody. */
export function requiresConsentOf(kind: ContentKind, asked: boolean | undefined): boolean {
  if (asked && !isLegal(kind)) throw failField("content.no_consent", "requiresConsent");
  return isLegal(kind) && (asked ?? true);
}
