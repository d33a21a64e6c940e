import { BellOff, CheckCheck, Settings2, Trash2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { ActionButton } from "@/components/form/action-button";
import { ClientMessages } from "@/components/i18n/client-messages";
import { NoticeList } from "@/components/inbox/notice-list";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { ClearFilters } from "@/components/table/clear-filters";
import { FilterForm } from "@/components/table/filter-form";
import { Pager } from "@/components/table/pager";
import { EnumFilter, SelectFilter } from "@/components/table/select-filter";
import { readFilters, readTable, type Search } from "@/components/table/table-state";
import { EmptyState } from "@/components/ui/empty-state";
import { menuEntryClass } from "@/components/ui/popover-menu";
import { RowMenu } from "@/components/ui/row-menu";
import type { Context } from "@/lib/core/context";
import { listNotifications, readChannels } from "@/lib/insight/inbox";
import { ListNotifications, notificationType } from "@/lib/insight/inbox/schema";

import { mark, markAll, remove, removeAll } from "./actions";

/** What one was told, by day, as every area shows it; `path` is the page's own. */
export async function showInbox(ctx: Context, path: string, search: Search) {
  const t = await getTranslations("inbox");
  const state = readTable(path, search, { sorts: [], sort: "-createdAt" });
  const query = readFilters(ListNotifications, search, ["status", "type"]);
  const { timeZone } = await readChannels(ctx);
  const found = await listNotifications(ctx, {
    ...ListNotifications.parse(query),
    page: state.page,
    limit: state.limit,
  });
  const unread = found.beside.unreadCount;
  const isFiltered = state.cleared !== null;
  return (
    <ClientMessages of={["table", "inbox"]}>
      <LiveRefresh of={["inbox.changed", "alert.sent"]} />
      <PageHead title={t("title")} lead={t("lead", { count: unread })}>
        {unread > 0 && (
          <ActionButton
            action={markAll}
            label={t("markAll")}
            icon={<CheckCheck aria-hidden />}
            look="secondary"
            done={t("allMarked")}
          />
        )}
        <RowMenu id="more-inbox" row={t("title")}>
          <Link href="/notifications/settings" className={menuEntryClass}>
            <Settings2 aria-hidden />
            {t("settings")}
          </Link>
          {(found.total > 0 || isFiltered) && <RemoveAll />}
        </RowMenu>
      </PageHead>
      <div className="space-y-4">
        <FilterForm label={t("filters")} keep={{}}>
          <EnumFilter
            name="type"
            label={t("type")}
            value={query.type}
            of={notificationType}
            words={(value) => t(`types.${value}`)}
          />
          <SelectFilter
            name="status"
            label={t("status")}
            value={query.status}
            options={[
              { value: "unread", label: t("unread") },
              { value: "read", label: t("read") },
            ]}
          />
          {state.cleared && <ClearFilters href={state.cleared} />}
        </FilterForm>
        {found.items.length === 0 ? (
          <div className="rounded-lg border bg-surface">
            <EmptyState
              icon={BellOff}
              title={t(isFiltered ? "noneSuch" : "none")}
              action={state.cleared && <ClearFilters href={state.cleared} />}
            >
              {t(isFiltered ? "noneSuchText" : "noneText")}
            </EmptyState>
          </div>
        ) : (
          <NoticeList
            notices={found.items}
            timeZone={timeZone}
            now={ctx.clock.now().toISOString()}
            actions={{ mark, remove }}
          />
        )}
        {found.total > state.limit && <Pager state={state} total={found.total} />}
      </div>
    </ClientMessages>
  );
}

async function RemoveAll() {
  const t = await getTranslations("inbox");
  return (
    <ActionButton
      asEntry
      action={removeAll}
      label={t("removeAll")}
      icon={<Trash2 aria-hidden />}
      look="danger"
      done={t("allRemoved")}
      ask={{ title: t("removeAllTitle"), text: t("removeAllText"), confirm: t("removeAll") }}
    />
  );
}
