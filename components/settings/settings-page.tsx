import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { SettingsView } from "@/lib/records/settings/schema";

import { ClientMessages } from "../i18n/client-messages";
import { LiveRefresh } from "../live/live-refresh";
import { PageHead } from "../shell/page-head";
import { FilterForm } from "../table/filter-form";
import { ButtonLink } from "../ui/button-link";
import type { SettingActions } from "./setting-actions";
import { SettingsList } from "./settings-list";

const leads = {
  Platform: "leadPlatform",
  Business: "leadBusiness",
  Station: "leadStation",
} as const satisfies Record<SettingsView["scope"], string>;

/** A layer's settings, and the choice of another layer. */
export function SettingsPage({
  shown,
  actions,
  of,
  children,
}: {
  shown: SettingsView;
  actions: SettingActions;
  /** Whose layer it is, where it is somebody's, and where that is shown. */
  of?: { readonly name: string; readonly href: string };
  /** The filters that choose the layer. */
  children: ReactNode;
}) {
  const t = useTranslations("settings");
  const title = of ? t("titleOf", { name: of.name }) : t("title");
  return (
    <ClientMessages of={["table", "settings"]}>
      <LiveRefresh of={["setting."]} />
      <PageHead title={title} lead={t(leads[shown.scope])}>
        {of && (
          <ButtonLink href={of.href} look="secondary" size="sm">
            {t(shown.scope === "Station" ? "toStation" : "toBusiness")}
          </ButtonLink>
        )}
      </PageHead>
      <div className="space-y-6">
        <FilterForm label={t("which")} keep={{}}>
          {children}
        </FilterForm>
        <SettingsList shown={shown} actions={actions} />
      </div>
    </ClientMessages>
  );
}
