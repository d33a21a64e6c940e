import { Waypoints } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { TimedRefresh } from "@/components/live/timed-refresh";
import { ListPage } from "@/components/table/list-page";
import { EnumFilter, SelectFilter } from "@/components/table/select-filter";
import { readFilters, readTable } from "@/components/table/table-state";
import { page } from "@/lib/http/page";
import { listDeliveries, readSubscribers } from "@/lib/records/outbox";
import { deliveryState, ListDeliveries } from "@/lib/records/outbox/schema";

import { deliveryColumns, subscriberName } from "./columns";
import { readerZone } from "@/app/_console/reader-zone";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deliveries"))("title") };
}

export default page({
  area: "admin",
  permission: "delivery.read",
  run: async (ctx, { searchParams: search }) => {
    const t = await getTranslations("deliveries");
    const state = readTable("/admin/deliveries", search, { sorts: ["at"], sort: "-at" });
    const query = readFilters(ListDeliveries, search, ["state", "subscriber"]);
    const found = await listDeliveries(ctx, {
      ...ListDeliveries.parse({ ...query, sort: state.sort }),
      page: state.page,
      limit: state.limit,
    });
    const names = new Set(
      [...readSubscribers(ctx), query.subscriber].filter((name) => name !== undefined),
    );
    const items = found.items.map((one) => ({ ...one, id: `${one.eventId} ${one.subscriber}` }));
    return (
      <>
        <TimedRefresh seconds={10} />
        <ListPage
          words={t}
          state={state}
          found={{ ...found, items }}
          columns={await deliveryColumns(await readerZone(ctx))}
          icon={Waypoints}
          filters={
            <>
              <SelectFilter
                name="subscriber"
                label={t("subscriber")}
                value={query.subscriber}
                options={[...names].map((name) => ({
                  value: name,
                  label: subscriberName(t, name),
                }))}
              />
              <EnumFilter
                name="state"
                label={t("state")}
                value={query.state}
                of={deliveryState}
                words={(value) => t(`states.${value}`)}
              />
            </>
          }
        />
      </>
    );
  },
});
