import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { ScanScreen } from "@/components/scan/scan-screen";
import { readQueue } from "@/lib/charging/queue";
import { page } from "@/lib/http/page";

import { gateStations } from "../gate-stations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("scan"))("title") };
}

export default page({
  area: "operator",
  permission: "session.checkin",
  run: async (ctx) => {
    const [initial, stations] = await Promise.all([readQueue(ctx, {}), gateStations(ctx)]);
    return (
      <ClientMessages of={["scan", "places", "offline"]}>
        <ScanScreen initial={initial} stations={stations} />
      </ClientMessages>
    );
  },
});
