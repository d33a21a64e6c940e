import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { textOf } from "@/components/table/table-state";
import { WalkUpScreen } from "@/components/walk-up/walk-up-screen";
import { readQueue } from "@/lib/charging/queue";
import { page } from "@/lib/http/page";

import { gateStations } from "../gate-stations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("walkUp"))("title") };
}

export default page({
  area: "operator",
  permission: "session.walkIn",
  run: async (ctx, { searchParams: search }) => {
    const [initial, stations] = await Promise.all([readQueue(ctx, {}), gateStations(ctx)]);
    return (
      <ClientMessages of={["walkUp", "scan", "places"]}>
        <WalkUpScreen initial={initial} stations={stations} plate={textOf(search, "plate")} />
      </ClientMessages>
    );
  },
});
