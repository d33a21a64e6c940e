import { Inbox } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { BusinessButtons } from "@/components/admin/business-buttons";
import { BusinessFacts } from "@/components/admin/business-facts";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { Pager } from "@/components/table/pager";
import { readTable } from "@/components/table/table-state";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { listBusinesses } from "@/lib/people/businesses";
import { requestQueue } from "@/lib/people/businesses/schema";
import { page } from "@/lib/http/page";

import { approve, reject } from "../businesses/actions";
import { readerZone } from "@/app/_console/reader-zone";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("title") };
}

export default page({
  area: "admin",
  permission: "business.decide",
  run: async (ctx, { searchParams: search }) => {
    const t = await getTranslations("requests");
    const state = readTable("/admin/requests", search, { sorts: [], sort: "createdAt", limit: 10 });
    const { items, total } = await listBusinesses(ctx, {
      ...requestQueue,
      page: state.page,
      limit: state.limit,
    });
    const timeZone = await readerZone(ctx);
    return (
      <ClientMessages of={["requests"]}>
        <LiveRefresh of={["business."]} />
        <PageHead title={t("title")} lead={t("lead", { count: total })} />
        {items.length === 0 ? (
          <div className="rounded-lg border bg-surface">
            <EmptyState icon={Inbox} title={t("none")}>
              {t("noneText")}
            </EmptyState>
          </div>
        ) : (
          <ul className="space-y-4">
            {items.map((business) => (
              <li key={business.id}>
                <Card as="article" aria-labelledby={business.id}>
                  <CardHeader id={business.id} title={business.name}>
                    {business.can.length > 0 && (
                      <BusinessButtons business={business} approve={approve} reject={reject} />
                    )}
                  </CardHeader>
                  <BusinessFacts business={business} readerZone={timeZone} inTwo />
                </Card>
              </li>
            ))}
          </ul>
        )}
        {total > state.limit && (
          <div className="mt-4 flex">
            <Pager state={state} total={total} />
          </div>
        )}
      </ClientMessages>
    );
  },
});
