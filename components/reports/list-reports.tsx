import { useFormatter, useTranslations } from "next-intl";

import type {
  BookingsReport,
  CancellationsReport,
  OwnersReport,
  StationsReport,
} from "@/lib/insight/reports/schema";
import { bookingStatus } from "@/lib/charging/bookings/schema";

import { BarList } from "../charts/bar-list";
import { useRateWords } from "../home/rate-words";
import { ReportCard, type Asked } from "./report-card";

/** Bookings by their states, each leading to those of the list. */
export function BookingStates({
  report: { total, before },
  asked,
  home,
}: {
  report: BookingsReport;
  asked: Asked;
  home: string;
}) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const rate = useRateWords();
  const { groupBy: _, ...those } = asked;
  const rows = bookingStatus.options
    .filter((status) => total.states[status] > 0)
    .map((status) => {
      const share = total.states[status] / total.bookings;
      return {
        id: status,
        name: t(`columns.${status}`),
        href: `${home}/bookings?${new URLSearchParams({ status, ...those })}`,
        share,
        text: format.number(total.states[status]),
        detail: rate(share),
      };
    });
  return (
    <ReportCard
      name="bookings"
      asked={asked}
      total={t("bookingsCount", { count: total.bookings })}
      before={t("bookingsCount", { count: before.total.bookings })}
      isEmpty={total.bookings === 0}
    >
      <BarList label={t("names.bookings")} rows={rows} />
    </ReportCard>
  );
}

/** How early bookings were canceled. */
export function Cancellations({
  report: { total, before },
  asked,
}: {
  report: CancellationsReport;
  asked: Asked;
}) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const rate = useRateWords();
  const said = ({ canceled, rate: share }: CancellationsReport["total"]) =>
    `${format.number(canceled)} (${rate(share)})`;
  const rows = total.leads.map(({ lead, bookings }) => ({
    id: lead,
    name: t(`columns.${lead}`),
    share: total.canceled === 0 ? 0 : bookings / total.canceled,
    text: format.number(bookings),
    detail: "",
  }));
  return (
    <ReportCard
      name="cancellations"
      asked={asked}
      total={said(total)}
      before={before.total.rate === null ? null : said(before.total)}
      noBefore={t("noBefore.cancellations")}
      isEmpty={total.canceled === 0}
    >
      <BarList label={t("names.cancellations")} rows={rows} />
    </ReportCard>
  );
}

/** The stations with the most sessions, each leading to its page. */
export function TopStations({
  report,
  asked,
  home,
}: {
  report: StationsReport;
  asked: Asked;
  home: string;
}) {
  const t = useTranslations("reports");
  const most = Math.max(1, ...report.stations.map(({ sessions }) => sessions));
  const rows = report.stations.map(({ stationId, name, sessions, energyKwh }) => ({
    id: stationId,
    name,
    href: `${home}/stations/${stationId}`,
    share: sessions / most,
    text: t("sessionsCount", { count: sessions }),
    detail: t("kWh", { kWh: Math.round(energyKwh) }),
  }));
  return (
    <ReportCard name="stations" asked={asked} isEmpty={rows.length === 0}>
      <BarList label={t("names.stations")} rows={rows} />
    </ReportCard>
  );
}

/** Owners who came more than once. */
export function OwnersAgain({
  report: { total, before },
  asked,
}: {
  report: OwnersReport;
  asked: Asked;
}) {
  const t = useTranslations("reports");
  const rate = useRateWords();
  return (
    <ReportCard
      name="owners"
      asked={asked}
      total={rate(total.rate)}
      before={before.total.rate === null ? null : rate(before.total.rate)}
      noBefore={t("noBefore.owners")}
      isEmpty={total.owners === 0}
    >
      <p>{t("repeatOf", { repeat: total.repeatOwners, owners: total.owners })}</p>
    </ReportCard>
  );
}
