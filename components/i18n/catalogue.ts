import type messages from "./messages/en.json";

/** The words of the product; the compiler knows every key. */
export type Catalogue = typeof messages;
export type Namespace = keyof Catalogue;

declare module "next-intl" {
  interface AppConfig {
    Locale: "en";
    Messages: Catalogue;
  }
}
