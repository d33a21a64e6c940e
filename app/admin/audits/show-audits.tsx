import { ScrollText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { auditColumns } from "@/components/audit/audit-columns";
import { AuditFilters } from "@/components/audit/audit-filters";
import { ClientMessages } from "@/components/i18n/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { DataTable } from "@/components/table/data-table";
import { readTable, type Search, textOf } from "@/components/table/table-state";
import { Notice } from "@/components/ui/notice";
import { listAudits } from "@/lib/audit";
import { auditAction, auditEntity, ListAudits } from "@/lib/audit/schema";
import type { Context } from "@/lib/core/context";
import { isUuid } from "@/lib/core/ids";
import { addDays, isCalendarDay } from "@/lib/core/calendar";
import { startOfDay } from "@/lib/core/time-zones";

/** Who did what and when, as far as the reader may see it; days are those of the zone. */
export async function showAudits(ctx: Context, path: string, search: Search, timeZone: string) {
  const t = await getTranslations("audits");
  const state = readTable(path, search, { sorts: [], sort: "-at" });
  const query = readQuery(search);
  const start = (day: string) => startOfDay(day, timeZone).toISOString();
  const found = await listAudits(ctx, {
    ...ListAudits.parse({
      ...query,
      from: query.from && start(query.from),
      to: query.to && start(addDays(query.to, 1)),
    }),
    page: state.page,
    limit: state.limit,
  });
  return (
    <ClientMessages of={["table"]}>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="space-y-4">
        {query.entityId && (
          <Notice kind="info">
            {t("one")}{" "}
            <Link href={state.href({ entityId: null })} className="link">
              {t("oneClear")}
            </Link>
          </Notice>
        )}
        <AuditFilters query={query} hidden={[...state.hidden].join(",")} />
        <DataTable
          caption={t("title")}
          columns={await auditColumns(timeZone)}
          rows={found.items}
          total={found.total}
          state={state}
          keyOf={({ id }) => id}
          empty={{ icon: ScrollText, title: t("none"), text: t("noneText") }}
        />
      </div>
    </ClientMessages>
  );
}

/** What makes no sense in the address counts as not said. */
function readQuery(search: Search) {
  const day = (name: string) => {
    const text = textOf(search, name);
    return text && isCalendarDay(text) ? text : undefined;
  };
  const entityId = textOf(search, "entityId");
  return {
    entity: auditEntity.safeParse(textOf(search, "entity")).data,
    action: auditAction.safeParse(textOf(search, "action")).data,
    actor: textOf(search, "actor")?.slice(0, 120),
    entityId: entityId && isUuid(entityId) ? entityId : undefined,
    from: day("from"),
    to: day("to"),
  };
}
