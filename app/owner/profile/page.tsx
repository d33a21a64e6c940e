import { BellRing, Download, Fingerprint, KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { CloseCard } from "@/components/profile/close-card";
import { LoginsCard } from "@/components/profile/logins-card";
import { OwnPicture } from "@/components/profile/own-picture";
import { PersonForm } from "@/components/profile/person-form";
import { PreferencesForm } from "@/components/profile/preferences-form";
import { VehiclesCard } from "@/components/profile/vehicles-card";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { readMe, readLogins } from "@/lib/people/accounts";
import { page } from "@/lib/http/page";
import { languagesOffered } from "@/lib/http/viewer";
import { readVehicleStats } from "@/lib/insight/reports";
import { readPublishedSettings } from "@/lib/records/settings";
import { readVehicles } from "@/lib/sites/drivers";

import {
  closeAccount,
  deleteAccount,
  leaveEverywhere,
  removeCar,
  removeOwnPicture,
  savePerson,
  savePreferences,
  setUsual,
  signOutOf,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("title") };
}

export default page({
  area: "owner",
  permission: "account.self",
  run: async (ctx) => {
    const t = await getTranslations("profile");
    const [me, vehicles, logins] = await Promise.all([
      readMe(ctx),
      readVehicles(ctx),
      readLogins(ctx),
    ]);
    const stats = await Promise.all(vehicles.map(({ id }) => readVehicleStats(ctx, { id })));
    const { deletionGraceDays } = await readPublishedSettings(ctx);
    return (
      <ClientMessages of={["profile", "cars"]}>
        <div className="mx-auto max-w-3xl space-y-6">
          <PageHead title={t("title")} lead={t("lead")} />
          {!me.can.includes("deactivate") && (
            <Notice kind="warning" title={t("closedTitle")}>
              {t("closedText")}
            </Notice>
          )}
          <PersonForm action={savePerson} me={me}>
            <OwnPicture me={me} remove={removeOwnPicture} />
          </PersonForm>
          <VehiclesCard vehicles={vehicles} stats={stats} actions={{ setUsual, removeCar }} />
          <PreferencesForm action={savePreferences} me={me} languages={languagesOffered()} />
          <Card aria-labelledby="messages">
            <CardHeader id="messages" title={t("messages")} />
            <p className="mb-4 text-sm text-ink-soft">{t("messagesText")}</p>
            <ButtonLink href="/notifications/settings" look="secondary">
              <BellRing aria-hidden />
              {t("toMessages")}
            </ButtonLink>
          </Card>
          <LoginsCard logins={logins} actions={{ signOutOf, leaveEverywhere }}>
            <ButtonLink href="/change-password" look="secondary">
              <KeyRound aria-hidden />
              {t("changePassword")}
            </ButtonLink>
            <ButtonLink href="/passkeys" look="secondary">
              <Fingerprint aria-hidden />
              {t("passkeys")}
            </ButtonLink>
          </LoginsCard>
          <Card aria-labelledby="data">
            <CardHeader id="data" title={t("data")} />
            <p className="mb-4 text-sm text-ink-soft">{t("dataText")}</p>
            <ButtonLink href="/api/v1/profile/export" look="secondary" prefetch={false} download>
              <Download aria-hidden />
              {t("export")}
            </ButtonLink>
          </Card>
          <CloseCard me={me} days={deletionGraceDays} actions={{ closeAccount, deleteAccount }} />
        </div>
      </ClientMessages>
    );
  },
});
