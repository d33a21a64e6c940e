import { type Theme, themes } from "@/lib/core/themes";

export { type Theme, themes };

/** Where a browser keeps what its reader chose, so that no page flashes. */
export const themeCookie = "theme";

/** The theme that this device chose, else the account. */
export function readTheme(value: string | undefined, kept?: Theme | null): Theme {
  return themes.find((theme) => theme === value) ?? kept ?? "system";
}
