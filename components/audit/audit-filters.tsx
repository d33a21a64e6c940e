import { useTranslations } from "next-intl";

import { auditAction, auditEntity } from "@/lib/records/audit/schema";

import { DayRange } from "../table/day-range";
import type { Searched } from "../table/read-searched";
import { SearchField } from "../table/search-field";
import { EnumFilter } from "../table/select-filter";

/** What the audits are narrowed by, as the address says it. */
interface AuditQuery {
  readonly entity?: string;
  readonly action?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Filters by what, by whom and when; inside a FilterForm. */
export function AuditFilters({ query, actor }: { query: AuditQuery; actor: Searched }) {
  const t = useTranslations("audits");
  return (
    <>
      <SearchField label={t("actorSearch")} searched={actor} />
      <EnumFilter
        name="entity"
        label={t("entity")}
        value={query.entity}
        of={auditEntity}
        words={(value) => t(`entities.${value}`)}
      />
      <EnumFilter
        name="action"
        label={t("deed")}
        value={query.action}
        of={auditAction}
        words={(value) => t(`deeds.${value}`)}
      />
      <DayRange from={query.from} to={query.to} words={t} />
    </>
  );
}
