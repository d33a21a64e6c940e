import { Search as SearchIcon } from "lucide-react";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { PageHead } from "@/components/shell/page-head";
import type { Search } from "@/components/table/table-state";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { Context } from "@/lib/core/context";

import { findResults, readAsked } from "./find-results";
import { Results } from "./results";
import { SearchForm } from "./search-form";

/** The search of a console whose first page is `home`. */
export async function showSearch(
  ctx: Context,
  search: Search,
  {
    home,
    stations,
  }: { home: string; stations: readonly { readonly id: string; readonly name: string }[] },
) {
  const t = await getTranslations("searchPage");
  const asked = readAsked(search);
  const isTurned = asked.from !== undefined && asked.to !== undefined && asked.to < asked.from;
  const found = isTurned ? null : await findResults(ctx, asked, home);
  return (
    <ClientMessages of={["table"]}>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="space-y-6">
        <SearchForm asked={asked} stations={stations} />
        {isTurned && <Notice kind="danger">{t("badDays")}</Notice>}
        {found && <Results found={found} home={home} />}
        {!found && !isTurned && (
          <div className="rounded-lg border bg-surface">
            <EmptyState icon={SearchIcon} title={t("start")}>
              {t("startText")}
            </EmptyState>
          </div>
        )}
      </div>
    </ClientMessages>
  );
}
