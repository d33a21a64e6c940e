import { PlugZap, Search, SearchX } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { FilterForm } from "@/components/table/filter-form";
import { readSearched } from "@/components/table/read-searched";
import { SearchField } from "@/components/table/search-field";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { page } from "@/lib/http/page";
import { ReadMatches } from "@/lib/insight/search/schema";

import { approve, cancel, move, reject } from "@/app/_console/bookings/actions";
import { readAsked } from "@/app/_console/search/find-results";
import { findToday } from "./find-today";
import { FoundBooking } from "./found-booking";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("siteSearch"))("title") };
}

export default page({
  area: "operator",
  permission: "search.read",
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("siteSearch");
    const { q } = readAsked(searchParams);
    const searched = readSearched(ReadMatches, searchParams, "q");
    const found = q === undefined ? null : await findToday(ctx, q);
    const isEmpty = found?.bookings.length === 0 && found.stations.length === 0;
    return (
      <ClientMessages of={["table", "queue", "staffBookings", "places"]}>
        <div className="mx-auto max-w-3xl space-y-4">
          <PageHead title={t("title")} lead={t("lead")} />
          <FilterForm label={t("title")} keep={{}}>
            <SearchField label={t("q")} searched={searched} />
          </FilterForm>
          {!found && !searched.isTooLong && (
            <EmptyState icon={Search} title={t("start")}>
              {t("startText")}
            </EmptyState>
          )}
          {isEmpty && (
            <EmptyState icon={SearchX} title={t("nothing")}>
              {t("nothingText")}
            </EmptyState>
          )}
          {found?.isGuess && <Notice kind="info">{t("guess")}</Notice>}
          {found?.bookings.map((one) => (
            <FoundBooking
              key={one.booking.id}
              found={one}
              actions={{ approve, reject, cancel, move }}
            />
          ))}
          {found && found.stations.length > 0 && (
            <ul aria-label={t("stations")} className="divide-y rounded-lg border bg-surface">
              {found.stations.map(({ id, title, subtitle }) => (
                <li key={id}>
                  <Link
                    href={`/operator/day?stationId=${id}`}
                    className="flex min-h-14 items-center gap-3 px-4 py-2"
                  >
                    <PlugZap aria-hidden className="size-5 shrink-0 text-ink-soft" />
                    <span>
                      <span className="block font-medium">{title}</span>
                      <span className="block text-sm text-ink-soft">{subtitle}</span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      </ClientMessages>
    );
  },
});
