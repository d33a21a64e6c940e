import { Plus, Webhook } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import type { Area } from "@/app/_console/area";
import { allBusinesses, type BusinessChoice } from "@/app/_console/businesses/all-businesses";
import { businessColumn } from "@/components/admin/business-column";
import type { Column } from "@/components/table/column";
import { ListPage } from "@/components/table/list-page";
import { namedOptions, SelectFilter } from "@/components/table/select-filter";
import { readFilters, readTable, type Search, textOf } from "@/components/table/table-state";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { When } from "@/components/ui/when";
import { WebhookState } from "@/components/webhooks/webhook-state";
import type { Context } from "@/lib/core/context";
import { listWebhooks } from "@/lib/insight/webhooks";
import { ListWebhooks, type WebhookView } from "@/lib/insight/webhooks/schema";
import { readerZone } from "../reader-zone";

/** The webhooks of the reader's business, or those of all for an admin. */
export async function showWebhooks(ctx: Context, area: Area, search: Search) {
  const t = await getTranslations("webhooks");
  const path = `/${area}/webhooks`;
  const state = readTable(path, search, { sorts: ["createdAt"], sort: "-createdAt" });
  const { businessId } = readFilters(ListWebhooks, search, ["businessId"]);
  const businesses = area === "admin" ? await allBusinesses(ctx) : undefined;
  const business = businesses?.find(({ id }) => id === businessId);
  const found = await listWebhooks(ctx, {
    ...ListWebhooks.parse({ businessId: business?.id, sort: state.sort }),
    page: state.page,
    limit: state.limit,
  });
  return (
    <ListPage
      words={t}
      lead={businesses && t("leadAll")}
      live={["webhook."]}
      actions={
        <ButtonLink href={business ? `${path}/new?businessId=${business.id}` : `${path}/new`}>
          <Plus aria-hidden />
          {t("add")}
        </ButtonLink>
      }
      notice={
        textOf(search, "removed") && (
          <Notice isNews kind="success">
            {t("removed")}
          </Notice>
        )
      }
      state={state}
      found={found}
      columns={await webhookColumns(path, businesses, await readerZone(ctx))}
      icon={Webhook}
      filters={
        businesses && (
          <SelectFilter
            name="businessId"
            label={t("business")}
            value={business?.id}
            options={namedOptions(businesses)}
          />
        )
      }
    />
  );
}

async function webhookColumns(
  path: string,
  businesses: readonly BusinessChoice[] | undefined,
  timeZone: string,
): Promise<Column<WebhookView>[]> {
  const t = await getTranslations("webhooks");
  return [
    {
      id: "url",
      title: t("url"),
      isName: true,
      isWide: true,
      cell: ({ id, url, description }) => (
        <>
          <Link href={`${path}/${id}`} className="link break-all">
            {url}
          </Link>
          {description && <span className="block font-normal text-ink-soft">{description}</span>}
        </>
      ),
    },
    ...(businesses ? [businessColumn<WebhookView>(t("business"), businesses)] : []),
    {
      id: "events",
      title: t("events"),
      cell: ({ events }) => t("chosen", { count: events.length }),
    },
    { id: "state", title: t("status"), cell: (webhook) => <WebhookState webhook={webhook} /> },
    {
      id: "last",
      title: t("lastDelivered"),
      cell: ({ lastDeliveredAt }) =>
        lastDeliveredAt ? <When at={lastDeliveredAt} timeZone={timeZone} /> : t("never"),
    },
  ];
}
