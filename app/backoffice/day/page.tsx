import { PlugZap } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ownStations } from "@/app/_console/stations/own-stations";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { textOf } from "@/components/table/table-state";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { page } from "@/lib/http/page";

import { showAllStations } from "./all-stations";
import { showOneStation } from "./one-station";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("day"))("title") };
}

/** All stations of the office, unless one is asked for or there is but one. */
export default page({
  area: "backoffice",
  permission: "capacity.read",
  run: async (ctx, { searchParams: search }) => {
    const stations = await ownStations(ctx);
    const wanted = textOf(search, "station");
    const one =
      stations.length === 1 ? stations[0] : stations.find((station) => station.id === wanted);
    if (stations.length === 0) return <NoStations />;
    return (
      <ClientMessages of={["table", "day", "staffBookings", "places"]}>
        <LiveRefresh of={["booking.", "session.", "schedule.", "station."]} />
        {one
          ? await showOneStation(ctx, stations, one.id, search)
          : await showAllStations(ctx, stations, search)}
      </ClientMessages>
    );
  },
});

async function NoStations() {
  const t = await getTranslations("day");
  return (
    <>
      <PageHead title={t("title")} />
      <div className="rounded-lg border bg-surface">
        <EmptyState
          icon={PlugZap}
          title={t("noStations")}
          action={<ButtonLink href="/backoffice/stations/new">{t("addStation")}</ButtonLink>}
        >
          {t("noStationsText")}
        </EmptyState>
      </div>
    </>
  );
}
