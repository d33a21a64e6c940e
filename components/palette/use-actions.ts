import { useTranslations } from "next-intl";

import { signOutHere } from "../account/sign-out-here";
import type { NavItem, Shortcut } from "../shell/nav";
import { chooseTheme } from "../ui/choose-theme";
import { themes } from "../ui/theme";
import type { Entry } from "./entries";

/** The console's pages, shortcuts and commands. */
export function useActions(
  items: readonly NavItem[],
  shortcuts: readonly Shortcut[],
): readonly Entry[] {
  const t = useTranslations("palette");
  const nav = useTranslations("shell.nav");
  const theme = useTranslations("ui.theme");
  const page = (id: string, title: string, href: string): Entry => ({
    id,
    kind: "action",
    title,
    href,
  });
  const command = (id: string, title: string, run: () => void): Entry => ({
    id,
    kind: "action",
    title,
    run,
  });
  return [
    ...items.map(({ label, href }) =>
      page(label, label === "import" ? t("importStations") : nav(label), href),
    ),
    ...shortcuts.map(({ label, href }) => page(`do-${label}`, t(`shortcuts.${label}`), href)),
    ...themes.map((one) =>
      command(`theme-${one}`, t("theme", { theme: theme(one) }), () => chooseTheme(one)),
    ),
    command("sign-out", t("signOut"), signOutHere),
  ];
}
