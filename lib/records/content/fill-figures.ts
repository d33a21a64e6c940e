import type { Context } from "@/lib/core/context";
import { getSettings } from "@/lib/records/settings/inside";

import { closestLocale, isLaw, isLegal } from "./rules";
import { figuresOf, hasFigures, sayFigures, type Figures } from "./say-figures";
import { lawLocale, type ContentKind } from "./schema";
import { findPublished } from "./store";

/** What a text's numbers depend on besides the settings in force. */
interface Text {
  readonly kind: ContentKind;
  readonly locale: string;
  readonly body: string;
  /** As they were when it was published, where it keeps them. */
  readonly figures?: Figures | null;
}

/**
 * The numbers that terms and privacy are to be published with: those in force, and of a translation those that its
 * English version keeps.
 */
export async function figuresToKeep(
  ctx: Context,
  of: { readonly kind: ContentKind; readonly locale: string; readonly version: number },
): Promise<Figures | null> {
  if (!isLegal(of.kind)) return null;
  const english = isLaw(of.locale) ? null : await findPublished(ctx, { ...of, locale: lawLocale });
  return { ...(await findFigures(ctx)), ...english?.figures };
}

/** The platform's numbers in force, which a text may name. */
export async function findFigures(ctx: Context): Promise<Figures> {
  return figuresOf(await getSettings(ctx));
}

/**
 * The Markdown with the numbers of the settings that it names: of terms and privacy as they were when the version was
 * published, else as they are in force.
 */
export async function fillFigures(ctx: Context, text: Text): Promise<string> {
  if (!hasFigures(text.body)) return text.body;
  const kept = (isLegal(text.kind) && text.figures) || {};
  return sayFigures(
    text.body,
    { ...(await findFigures(ctx)), ...kept },
    closestLocale(ctx.config.locales, text.locale) ?? lawLocale,
  );
}
