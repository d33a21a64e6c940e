import { ScrollText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { auditColumns } from "@/components/audit/audit-columns";
import { AuditFilters } from "@/components/audit/audit-filters";
import { ListPage } from "@/components/table/list-page";
import { findSearched, readSearched } from "@/components/table/read-searched";
import { dayOf, readFilters, readTable, type Search } from "@/components/table/table-state";
import { Notice } from "@/components/ui/notice";
import { listAudits } from "@/lib/records/audit";
import { ListAudits } from "@/lib/records/audit/schema";
import type { Context } from "@/lib/core/context";
import { addDays } from "@/lib/core/calendar";
import { startOfDay } from "@/lib/core/time-zones";

/** Who did what and when, as far as the reader may see it; days are those of the zone. */
export async function showAudits(ctx: Context, path: string, search: Search, timeZone: string) {
  const t = await getTranslations("audits");
  const state = readTable(path, search, { sorts: ["at"], sort: "-at" });
  const query = readQuery(search);
  const actor = readSearched(ListAudits, search, "actor");
  const found = await findSearched(actor, () =>
    listAudits(ctx, {
      ...ListAudits.parse({ ...query, from: undefined, to: undefined, sort: state.sort }),
      ...(query.from && { from: startOfDay(query.from, timeZone) }),
      ...(query.to && { to: startOfDay(addDays(query.to, 1), timeZone) }),
      page: state.page,
      limit: state.limit,
    }),
  );
  return (
    <ListPage
      words={t}
      live={[
        "booking.",
        "business.",
        "owner.",
        "schedule.",
        "session.",
        "setting.",
        "station.",
        "user.",
      ]}
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
      columns={await auditColumns(timeZone, path.replace(/\/audits$/, ""))}
      icon={ScrollText}
      filters={<AuditFilters query={query} actor={actor} />}
    />
  );
}

const names = ["entity", "action", "actor", "entityId"] as const;

/** Days here are whole ones; the list itself takes instants. */
function readQuery(search: Search) {
  const days = { from: dayOf(search, "from"), to: dayOf(search, "to") };
  return { ...readFilters(ListAudits, search, names), ...days };
}
