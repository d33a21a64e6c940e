import { ScrollText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { auditColumns } from "@/components/audit/audit-columns";
import { AuditFilters } from "@/components/audit/audit-filters";
import { ListPage } from "@/components/table/list-page";
import { readFilters, readTable, type Search, textOf } from "@/components/table/table-state";
import { Notice } from "@/components/ui/notice";
import { listAudits } from "@/lib/audit";
import { ListAudits } from "@/lib/audit/schema";
import type { Context } from "@/lib/core/context";
import { addDays, isCalendarDay } from "@/lib/core/calendar";
import { startOfDay } from "@/lib/core/time-zones";

/** Who did what and when, as far as the reader may see it; days are those of the zone. */
export async function showAudits(ctx: Context, path: string, search: Search, timeZone: string) {
  const t = await getTranslations("audits");
  const state = readTable(path, search, { sorts: ["at"], sort: "-at" });
  const query = readQuery(search);
  const start = (day: string) => startOfDay(day, timeZone).toISOString();
  const found = await listAudits(ctx, {
    ...ListAudits.parse({
      ...query,
      from: query.from && start(query.from),
      to: query.to && start(addDays(query.to, 1)),
      sort: state.sort,
    }),
    page: state.page,
    limit: state.limit,
  });
  return (
    <ListPage
      words={t}
      notice={
        query.entityId && (
          <Notice kind="info">
            {t("one")}{" "}
            <Link href={state.href({ entityId: null })} className="link">
              {t("oneClear")}
            </Link>
          </Notice>
        )
      }
      keep={{ entityId: query.entityId }}
      state={state}
      found={found}
      columns={await auditColumns(timeZone)}
      icon={ScrollText}
      filters={<AuditFilters query={query} />}
    />
  );
}

const names = ["entity", "action", "actor", "entityId"] as const;

/** Days here are whole ones; the list itself takes instants. */
function readQuery(search: Search) {
  const day = (name: string) => {
    const text = textOf(search, name);
    return text && isCalendarDay(text) ? text : undefined;
  };
  return { ...readFilters(ListAudits, search, names), from: day("from"), to: day("to") };
}
