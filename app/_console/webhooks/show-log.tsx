import { Inbox, RotateCw } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import type { Area } from "@/app/_console/area";
import { ActionButton } from "@/components/form/action-button";
import { TimedRefresh } from "@/components/live/timed-refresh";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { FilterForm } from "@/components/table/filter-form";
import { EnumFilter } from "@/components/table/select-filter";
import { readFilters, readTable, type Search } from "@/components/table/table-state";
import { When } from "@/components/ui/when";
import { useEventName } from "@/components/webhooks/event-name";
import { DeliveryState, TryOutcome } from "@/components/webhooks/webhook-state";
import type { Context } from "@/lib/core/context";
import { listWebhookDeliveries } from "@/lib/insight/webhooks";
import {
  ListWebhookDeliveries,
  webhookDeliveryState,
  type WebhookDeliveryView,
  type WebhookView,
} from "@/lib/insight/webhooks/schema";

import { resend } from "./actions";
import { readerZone } from "../reader-zone";

/** What was sent to a webhook and what waits, a page of it, read again as things move. */
export async function showLog(ctx: Context, area: Area, { id }: WebhookView, search: Search) {
  const t = await getTranslations("webhookLog");
  const path = `/${area}/webhooks/${id}`;
  const state = readTable(path, search, { sorts: ["createdAt"], sort: "-createdAt", limit: 10 });
  const query = readFilters(ListWebhookDeliveries, search, ["state"]);
  const found = await listWebhookDeliveries(ctx, {
    id,
    ...ListWebhookDeliveries.parse({ ...query, sort: state.sort }),
    page: state.page,
    limit: state.limit,
  });
  return (
    <section aria-labelledby="log" className="space-y-4">
      <TimedRefresh seconds={5} />
      <h2 id="log" className="text-lg font-semibold">
        {t("title")}
      </h2>
      <FilterForm label={t("filters")} keep={{}}>
        <EnumFilter
          name="state"
          label={t("state")}
          value={query.state}
          of={webhookDeliveryState}
          words={(value) => t(`states.${value}`)}
        />
      </FilterForm>
      <DataTable
        caption={t("title")}
        columns={await logColumns(path, await readerZone(ctx))}
        rows={found.items}
        total={found.total}
        state={state}
        keyOf={({ id }) => id}
        empty={{ icon: Inbox, title: t("none"), text: t("noneText") }}
      />
    </section>
  );
}

async function logColumns(path: string, timeZone: string): Promise<Column<WebhookDeliveryView>[]> {
  const t = await getTranslations("webhookLog");
  return [
    {
      id: "event",
      title: t("event"),
      isName: true,
      cell: ({ id, type, subject }) => (
        <>
          <Link href={`${path}/deliveries/${id}`} className="link">
            <EventName type={type} />
          </Link>
          <span className="block font-mono text-xs font-normal break-all text-ink-soft">
            {subject}
          </span>
        </>
      ),
    },
    { id: "state", title: t("state"), cell: ({ state }) => <DeliveryState state={state} /> },
    { id: "answer", title: t("answer"), cell: (row) => <TryOutcome {...row} /> },
    { id: "tries", title: t("tries"), cell: ({ attempts }) => attempts },
    {
      id: "at",
      title: t("at"),
      sort: "createdAt",
      cell: ({ createdAt }) => <When at={createdAt} timeZone={timeZone} seconds />,
    },
    {
      id: "next",
      title: t("next"),
      cell: ({ nextAttemptAt }) =>
        nextAttemptAt ? <When at={nextAttemptAt} timeZone={timeZone} seconds /> : "–",
    },
    {
      id: "actions",
      title: t("deeds"),
      isActions: true,
      cell: ({ can, id: deliveryId, webhookId: id }) =>
        can.includes("resend") && (
          <ActionButton
            action={resend}
            input={{ id, deliveryId }}
            label={t("resend")}
            icon={<RotateCw aria-hidden />}
            look="secondary"
            size="sm"
            done={t("resent")}
          />
        ),
    },
  ];
}

function EventName({ type }: { type: string }) {
  return useEventName()(type);
}
