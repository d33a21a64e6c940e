import { ChartNoAxesColumn } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";

import type { BusinessChoice } from "@/app/_console/businesses/all-businesses";
import { StartsMap } from "@/components/home/starts-map";
import { ClientMessages } from "@/components/i18n/client-messages";
import { EnergyReport } from "@/components/reports/energy-report";
import {
  BookingStates,
  Cancellations,
  OwnersAgain,
  TopStations,
} from "@/components/reports/list-reports";
import { MissedBookings, UsedTime } from "@/components/reports/rate-reports";
import { AskForMondays, MondayMails } from "@/components/reports/monday-mails";
import { ReportCard } from "@/components/reports/report-card";
import { RevenueReport } from "@/components/reports/revenue-report";
import { PageHead } from "@/components/shell/page-head";
import { zoneName } from "@/components/station/zone-name";
import { DayRange } from "@/components/table/day-range";
import { FilterForm } from "@/components/table/filter-form";
import { namedOptions, SelectFilter } from "@/components/table/select-filter";
import { readFilters, type Search } from "@/components/table/table-state";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { dateFormat } from "@/lib/core/units";
import { Notice } from "@/components/ui/notice";
import type { Context } from "@/lib/core/context";
import { readChannels } from "@/lib/insight/inbox";
import {
  readBookings,
  readCancellations,
  readEnergy,
  readNoShows,
  readOwners,
  readReportSubscriptions,
  readRevenue,
  readStarts,
  readStations,
  readUtilization,
} from "@/lib/insight/reports";
import {
  ReadReport,
  ReadStations,
  type GroupBy,
  type RevenueReport as Revenue,
} from "@/lib/insight/reports/schema";

import { subscribe, unsubscribe } from "./actions";
import { dayPresets } from "./day-presets";
import { PresetLinks } from "./preset-links";
import { placesOf, readAsked } from "./read-asked";

const names = ["from", "to", "groupBy", "stationId", "businessId"] as const;

/**
 * The reports of a console whose first page is `home`, all of the same days: of the reader's business, or for an admin
 * of all `businesses` or of the one that the address names.
 */
export async function showReports(
  ctx: Context,
  search: Search,
  {
    home,
    stations,
    businesses = [],
  }: {
    home: string;
    stations: readonly { readonly id: string; readonly name: string }[];
    businesses?: readonly BusinessChoice[];
  },
) {
  const t = await getTranslations("reports");
  const format = await getFormatter();
  const filters = readFilters(ReadReport, search, names);
  const business = businesses.find(({ id }) => id === filters.businessId);
  const said = { ...filters, businessId: business?.id };
  const { query, isWrong, rows } = readAsked(said);
  const revenue = await readRevenue(ctx, query);
  const { timeZone } = revenue;
  const [from, to] = [revenue.from, revenue.to].map((day) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { ...dateFormat, timeZone: "UTC" }),
  ) as [string, string];
  const groups = (["day", "week", "month"] as const).map((value) => ({
    value,
    label: t(`groups.${value}`),
  }));
  return (
    <ClientMessages of={["table"]}>
      <PageHead
        title={t("title")}
        lead={
          timeZone
            ? t("lead", { from, to, zone: zoneName(timeZone), of: business?.name ?? "none" })
            : t("leadOfAll", { from, to })
        }
      >
        <AskForMondays action={subscribe} stations={stations} stationId={said.stationId} />
      </PageHead>
      <div className="space-y-6">
        <MondayMails
          action={unsubscribe}
          subscriptions={await readReportSubscriptions(ctx)}
          isEnded={!(await readChannels(ctx)).email.reports}
        />
        <FilterForm label={t("filters")} keep={{}}>
          {businesses.length > 0 && (
            <SelectFilter
              name="businessId"
              label={t("business")}
              value={said.businessId}
              options={namedOptions(businesses)}
            />
          )}
          {stations.length > 0 && (
            <SelectFilter
              key={said.businessId}
              name="stationId"
              label={t("station")}
              value={said.stationId}
              options={namedOptions(stations)}
            />
          )}
          <SelectFilter
            name="groupBy"
            label={t("groupBy")}
            value={revenue.groupBy}
            options={groups}
            any={null}
          />
          {/* The days that are shown, also where the address names none. */}
          <DayRange
            {...(said.from || said.to ? { from: said.from, to: said.to } : revenue)}
            words={t}
          />
        </FilterForm>
        <PresetLinks
          presets={dayPresets(ctx.clock.now(), timeZone ?? "UTC")}
          shown={revenue}
          at={placesOf(query)}
        />
        {rows === "station" && !isWrong && <Notice kind="info">{t("byStation")}</Notice>}
        {isWrong ? (
          <Notice kind="danger">{t("badDays")}</Notice>
        ) : (
          await showAll(ctx, query, { revenue, home, rows })
        )}
      </div>
    </ClientMessages>
  );
}

async function showAll(
  ctx: Context,
  query: ReadReport,
  { revenue, home, rows }: { revenue: Revenue; home: string; rows: GroupBy },
) {
  const { from, to } = revenue;
  const days = { from, to, ...placesOf(query) };
  const asked = { ...days, groupBy: rows };
  const whole = { ...query, from, to };
  const [energy, used, missed, states, canceled, starts, top, owners] = await Promise.all([
    readEnergy(ctx, whole),
    readUtilization(ctx, whole),
    readNoShows(ctx, whole),
    readBookings(ctx, whole),
    readCancellations(ctx, whole),
    readStarts(ctx, days),
    readStations(ctx, ReadStations.parse({ from, to, businessId: query.businessId })),
    readOwners(ctx, days),
  ]);
  if (states.total.bookings === 0 && revenue.total.sessions === 0) {
    const t = await getTranslations("reports");
    return (
      <Card>
        <EmptyState icon={ChartNoAxesColumn} title={t("nothing")}>
          {t("nothingText")}
        </EmptyState>
      </Card>
    );
  }
  return (
    // Columns, because cards of one row would be as high as the higher one.
    <div className="gap-6 space-y-4 sm:space-y-6 lg:columns-2 [&>*]:break-inside-avoid">
      <RevenueReport report={revenue} asked={asked} />
      <EnergyReport report={energy} asked={asked} />
      <UsedTime report={used} asked={asked} />
      <MissedBookings report={missed} asked={asked} />
      <BookingStates report={states} asked={asked} home={home} />
      <Cancellations report={canceled} asked={asked} />
      <ReportCard name="starts" asked={asked} isEmpty={starts.total === 0} className="min-w-0">
        <StartsMap report={starts} />
      </ReportCard>
      {!query.stationId && <TopStations report={top} asked={asked} home={home} />}
      <OwnersAgain report={owners} asked={asked} />
    </div>
  );
}
