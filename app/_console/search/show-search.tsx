import { Search as SearchIcon } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { dayNames, splitDay } from "@/components/palette/parse-day";
import { PageHead } from "@/components/shell/page-head";
import { readSearched } from "@/components/table/read-searched";
import type { Search } from "@/components/table/table-state";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { calendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { ReadMatches } from "@/lib/insight/search/schema";

import { readerZone } from "../reader-zone";
import { type Asked, findSaid, readAsked, type SaidWords } from "./find-results";
import { Results } from "./results";
import { SaidDay } from "./said-day";
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
  const searched = readSearched(ReadMatches, search, "q");
  const isWrong = isTurned || searched.isTooLong;
  const found = isWrong ? null : await findSaid(ctx, asked, home, await readDay(ctx, asked));
  return (
    <ClientMessages of={["table"]}>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="space-y-6">
        <SearchForm asked={asked} searched={searched} stations={stations} />
        {isTurned && <Notice kind="danger">{t("badDays")}</Notice>}
        {found?.saidDay && <SaidDay day={found.saidDay} home={home} />}
        {found && <Results found={found} home={home} />}
        {!found && !isWrong && (
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

/** The day that the words typed name, in the reader's language and by the reader's clock. */
async function readDay(ctx: Context, { q }: Asked): Promise<SaidWords | null> {
  if (q === undefined) return null;
  const t = await getTranslations("palette.deeds.day");
  const [today, tomorrow, yesterday] = [t("today"), t("tomorrow"), t("yesterday")];
  const names = dayNames(await getLocale(), { today, tomorrow, yesterday });
  return splitDay(q, calendarDay(ctx.clock.now(), await readerZone(ctx)), names);
}
