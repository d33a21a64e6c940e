import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

import { ClientMessages } from "../i18n/client-messages";
import { LiveRefresh } from "../live/live-refresh";
import { PageHead } from "../shell/page-head";
import type { Column } from "./column";
import { DataTable } from "./data-table";
import { ClearFilters } from "./clear-filters";
import { FilterForm } from "./filter-form";
import type { TableState } from "./table-state";

type Word = "title" | "lead" | "filters" | "none" | "noneText";

/**
 * A console's page with one long list: its heading, its filters and its table, all of it said by the address and
 * brought up to date when something happens to what it lists.
 */
export function ListPage<Row extends { readonly id: string }>({
  words,
  lead,
  actions,
  notice,
  filters,
  keep,
  columns,
  found,
  state,
  icon,
  live,
  client = [],
  isSteady,
  fresh,
}: {
  /** The words of the list's own namespace. */
  words: (key: Word) => string;
  /** Instead of the namespace's lead. */
  lead?: string;
  /** The page's actions, beside its heading. */
  actions?: ReactNode;
  /** What is to be said above the filters. */
  notice?: ReactNode;
  filters: ReactNode;
  /** Parameters of the address that no filter holds. */
  keep?: Readonly<Record<string, string | undefined>>;
  columns: readonly Column<Row>[];
  found: { readonly items: readonly Row[]; readonly total: number };
  state: TableState;
  /** Stands where nothing was found. */
  icon: LucideIcon;
  /** The events after which the list is read again. */
  live?: ComponentProps<typeof LiveRefresh>["of"];
  /** Namespaces that its client components use. */
  client?: ComponentProps<typeof ClientMessages>["of"];
  /** Rows keep their place until the next visit. */
  isSteady?: boolean;
  /** What is said where there is nothing at all yet, and no filter hides it: what comes first, and the way to it. */
  fresh?: { readonly title: string; readonly text?: string; readonly action?: ReactNode };
}) {
  const sort = columns.some((column) => column.sort) ? state.chosenSort : undefined;
  const kept = Object.entries({ sort, hide: [...state.hidden].join(","), ...keep });
  return (
    <ClientMessages of={["table", ...client]}>
      {live && <LiveRefresh of={live} />}
      <PageHead title={words("title")} lead={lead ?? words("lead")}>
        {actions}
      </PageHead>
      <div className="space-y-4">
        {notice}
        {filters && (
          <FilterForm
            label={words("filters")}
            keep={Object.fromEntries(kept.filter((pair): pair is [string, string] => !!pair[1]))}
          >
            {filters}
            {state.cleared && <ClearFilters href={state.cleared} />}
          </FilterForm>
        )}
        <DataTable
          caption={words("title")}
          columns={columns}
          rows={found.items}
          total={found.total}
          state={state}
          keyOf={({ id }) => id}
          isSteady={isSteady}
          empty={{
            icon,
            title: words("none"),
            text: words("noneText"),
            action: state.cleared && <ClearFilters href={state.cleared} />,
            // Without a filter, a word on filters would lead nowhere.
            ...(state.cleared === null && fresh && { text: undefined, ...fresh }),
          }}
        />
      </div>
    </ClientMessages>
  );
}
