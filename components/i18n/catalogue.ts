import type { AuditAction, AuditEntity, ErrorCode, SettingName } from "@/lib/words";

import type { formatsFor } from "@/lib/core/units";
import type { Locale } from "./locales";
import type { messages } from "./messages/en";

type SubjectOf<C> = C extends `${infer S}.${string}` ? S : never;
type ReasonOf<C, S extends string> = C extends `${S}.${infer R}` ? R : never;
/** The sentence of every refusal's code, `station.not_found` under `station`. */
type Refusals = {
  readonly [S in SubjectOf<ErrorCode>]: { readonly [R in ReasonOf<ErrorCode, S>]: string };
};

/** What is said of the names that rooms declare in their words: one that a catalogue forgets is a type error. */
interface Said {
  readonly rules: {
    readonly refusals: Refusals;
    readonly settings: Readonly<Record<SettingName, string>>;
  };
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
    Formats: ReturnType<typeof formatsFor>;
  }
}
