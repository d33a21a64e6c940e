import type { LanguageOffer } from "@/components/i18n/language-choice";
import { languagesOffered, type Viewer } from "@/lib/http/viewer";

import { keepPreferences } from "./preference-actions";

/** The languages that a frame offers, and with whom the choice is kept: this browser, and the account of who has one. */
export function languageOffer(viewer: Viewer | null): LanguageOffer {
  const offered = languagesOffered();
  return viewer ? { offered, keep: keepPreferences } : { offered };
}
