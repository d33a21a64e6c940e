import { useTranslations } from "next-intl";
import { startTransition } from "react";

import type { NavItem } from "../shell/nav";
import { chooseTheme } from "../ui/choose-theme";
import { themes } from "../ui/theme";
import type { Entry } from "./entries";

/** Pages and deeds of the console whose first page is `home`. */
export function useActions(
  home: string,
  items: readonly NavItem[],
  signOut: () => Promise<void>,
): readonly Entry[] {
  const t = useTranslations("palette");
  const nav = useTranslations("shell.nav");
  const theme = useTranslations("ui.theme");
  const page = (title: string, href: string): Entry => ({ id: href, kind: "action", title, href });
  const deed = (id: string, title: string, run: () => void): Entry => ({
    id,
    kind: "action",
    title,
    run,
  });
  const add = items.some(({ label }) => label === "operators")
    ? [page(t("addOperator"), `${home}/operators/new`)]
    : [];
  return [
    ...items.map(({ label, href }) =>
      page(label === "import" ? t("importStations") : nav(label), href),
    ),
    page(t("waitingBookings"), `${home}/bookings?status=Pending`),
    page(t("addStation"), `${home}/stations/new`),
    ...add,
    page(t("changePassword"), "/change-password"),
    ...themes.map((one) =>
      deed(`theme-${one}`, t("theme", { theme: theme(one) }), () => chooseTheme(one)),
    ),
    deed("sign-out", t("signOut"), () => startTransition(signOut)),
  ];
}
