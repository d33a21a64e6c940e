import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { DataTable } from "@/components/table/data-table";
import { FilterForm, SearchField } from "@/components/table/filter-form";
import { SelectFilter } from "@/components/table/select-filter";
import { readTable, textOf } from "@/components/table/table-state";
import { page } from "@/lib/http/page";
import { listMessages } from "@/lib/notifications";
import { ListMessages, messageChannel, messageStatus } from "@/lib/notifications/schema";

import { messageColumns } from "./columns";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messages"))("title") };
}

export default page({
  roles: ["SystemAdmin"],
  run: async (ctx, { searchParams: search }) => {
    const t = await getTranslations("messages");
    const state = readTable("/admin/messages", search, { sorts: [], sort: "-createdAt" });
    const query = {
      status: messageStatus.safeParse(textOf(search, "status")).data,
      channel: messageChannel.safeParse(textOf(search, "channel")).data,
      recipient: textOf(search, "recipient"),
    };
    const found = await listMessages(ctx, {
      ...ListMessages.parse(query),
      page: state.page,
      limit: state.limit,
    });
    return (
      <ClientMessages of={["table", "messages"]}>
        <PageHead title={t("title")} lead={t("lead")} />
        <div className="space-y-4">
          <FilterForm label={t("filters")} keep={{ hide: [...state.hidden].join(",") }}>
            <SearchField name="recipient" label={t("recipient")} value={query.recipient} />
            <SelectFilter
              name="status"
              label={t("status")}
              value={query.status}
              options={messageStatus.options.map((value) => ({
                value,
                label: t(`statuses.${value}`),
              }))}
            />
            <SelectFilter
              name="channel"
              label={t("channel")}
              value={query.channel}
              options={messageChannel.options.map((value) => ({
                value,
                label: t(`channels.${value}`),
              }))}
            />
          </FilterForm>
          <DataTable
            caption={t("title")}
            columns={await messageColumns()}
            rows={found.items}
            total={found.total}
            state={state}
            keyOf={({ id }) => id}
            empty={{ icon: Mail, title: t("none"), text: t("noneText") }}
          />
        </div>
      </ClientMessages>
    );
  },
});
