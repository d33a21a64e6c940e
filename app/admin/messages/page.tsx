import { Mail, Megaphone, RotateCw } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ActionButton } from "@/components/form/action-button";
import { TimedRefresh } from "@/components/live/timed-refresh";
import { findSearched, readSearched } from "@/components/table/read-searched";
import { SearchField } from "@/components/table/search-field";
import { ListPage } from "@/components/table/list-page";
import { EnumFilter } from "@/components/table/select-filter";
import { readFilters, readTable } from "@/components/table/table-state";
import { ButtonLink } from "@/components/ui/button-link";
import { findScope } from "@/lib/core/permissions";
import { page } from "@/lib/http/page";
import { listMessages } from "@/lib/insight/notifications";
import { ListMessages, messageChannel, messageStatus } from "@/lib/insight/notifications/schema";

import { retryAll } from "./actions";
import { messageColumns } from "./columns";
import { readerZone } from "@/app/_console/reader-zone";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messages"))("title") };
}

export default page({
  area: "admin",
  permission: "message.read",
  run: async (ctx, { searchParams: search }) => {
    const t = await getTranslations("messages");
    const state = readTable("/admin/messages", search, {
      sorts: ["createdAt"],
      sort: "-createdAt",
    });
    const query = readFilters(ListMessages, search, ["status", "channel", "recipient"]);
    const searched = readSearched(ListMessages, search, "recipient");
    const found = await findSearched(searched, () =>
      listMessages(ctx, {
        ...ListMessages.parse({ ...query, sort: state.sort }),
        page: state.page,
        limit: state.limit,
      }),
    );
    const parked = await listMessages(ctx, { status: "Parked", page: 1, limit: 1 });
    return (
      <>
        <TimedRefresh seconds={30} />
        <ListPage
          words={t}
          client={["messages"]}
          actions={
            <>
              {parked.total > 0 && findScope(ctx, "message.retry") && (
                <ActionButton
                  action={retryAll}
                  label={t("retryAll")}
                  icon={<RotateCw aria-hidden />}
                  look="secondary"
                  done={t("allRetried")}
                  ask={{
                    title: t("retryAllTitle", { count: parked.total }),
                    text: t("retryAllText"),
                    confirm: t("retryAll"),
                  }}
                />
              )}
              <ButtonLink href="/admin/messages/alert">
                <Megaphone aria-hidden />
                {t("alert")}
              </ButtonLink>
            </>
          }
          state={state}
          found={found}
          columns={await messageColumns(await readerZone(ctx))}
          icon={Mail}
          filters={
            <>
              <SearchField label={t("recipient")} searched={searched} />
              <EnumFilter
                name="status"
                label={t("status")}
                value={query.status}
                of={messageStatus}
                words={(value) => t(`statuses.${value}`)}
              />
              <EnumFilter
                name="channel"
                label={t("channel")}
                value={query.channel}
                of={messageChannel}
                words={(value) => t(`channels.${value}`)}
              />
            </>
          }
        />
      </>
    );
  },
});
