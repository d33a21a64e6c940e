import { useTranslations } from "next-intl";

import { auditAction, auditEntity } from "@/lib/audit/schema";

import { FilterForm, SearchField } from "../table/filter-form";
import { SelectFilter } from "../table/select-filter";
import { Input } from "../ui/input";

/** What the reader looks for, as the address says it. */
export interface AuditQuery {
  readonly entity?: string;
  readonly action?: string;
  readonly actor?: string;
  readonly entityId?: string;
  /** Calendar days, both included. */
  readonly from?: string;
  readonly to?: string;
}

/** Filters by what, by whom and when. */
export function AuditFilters({ query, hidden }: { query: AuditQuery; hidden: string }) {
  const t = useTranslations("audits");
  const day = (name: "from" | "to") => (
    <label className="text-sm">
      <span className="mb-1 block text-ink-soft">{t(name)}</span>
      <Input type="date" name={name} defaultValue={query[name]} />
    </label>
  );
  return (
    <FilterForm
      label={t("filters")}
      keep={{ hide: hidden, ...(query.entityId && { entityId: query.entityId }) }}
    >
      <SearchField name="actor" label={t("actorSearch")} value={query.actor} />
      <SelectFilter
        name="entity"
        label={t("entity")}
        value={query.entity}
        options={auditEntity.options.map((value) => ({ value, label: t(`entities.${value}`) }))}
      />
      <SelectFilter
        name="action"
        label={t("deed")}
        value={query.action}
        options={auditAction.options.map((value) => ({ value, label: t(`deeds.${value}`) }))}
      />
      <span className="flex gap-3">
        {day("from")}
        {day("to")}
      </span>
    </FilterForm>
  );
}
