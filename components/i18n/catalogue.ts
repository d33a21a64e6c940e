import type { AuditAction, AuditEntity, SettingName } from "@/lib/words";

import type { Locale } from "./locales";
import type { messages } from "./messages/en";

/** What screens say of the names that rooms declare in their words: one that a catalogue forgets is a type error. */
interface Said {
  readonly settings: { readonly names: Readonly<Record<SettingName, string>> };
  readonly audits: {
    readonly entities: Readonly<Record<AuditEntity, string>>;
    readonly deeds: Readonly<Record<AuditAction, string>>;
  };
}
type Saying<M extends Said> = M;

/** The words of the product, of all rooms together; the compiler knows every key. */
export type Catalogue = Saying<typeof messages>;
export type Namespace = keyof Catalogue;

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Catalogue;
  }
}
