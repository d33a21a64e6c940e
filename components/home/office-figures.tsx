import { CalendarClock, Coins, Hourglass, TriangleAlert, UserX } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { OfficeDashboard } from "@/lib/insight/reports/schema";

import { useMoney } from "../station/money";
import { FigureLinks } from "./figure-links";
import { useRateWords } from "./rate-words";

/** The bookings with a status of some days, the last one included. */
function bookingsOf(status: string, { from, to }: { from: string; to: string }): string {
  return `/backoffice/bookings?${new URLSearchParams({ status, from, to })}`;
}

/** An office's figures, each leading to what it counts. */
export function OfficeFigures({ figures, label }: { figures: OfficeDashboard; label: string }) {
  const t = useTranslations("consoleHome");
  const format = useFormatter();
  const money = useMoney();
  const rate = useRateWords();
  const { noShows, revenue, pendingApprovals, arrivalsToday, conflicts } = figures;
  const change = (whole: string, difference: string, currency: string) => {
    // Beside nothing there is nothing to compare with.
    if (Number(difference) === Number(whole)) return t("noneBefore");
    const amount = money({ amount: difference.replace("-", ""), currency });
    if (Number(difference) === 0) return t("sameAsBefore");
    return t(difference.startsWith("-") ? "lessThanBefore" : "moreThanBefore", { amount });
  };
  return (
    <FigureLinks
      label={label}
      figures={[
        {
          icon: Hourglass,
          label: t("pendingApprovals"),
          value: format.number(pendingApprovals),
          href: "/backoffice/bookings?view=waiting",
          alert: pendingApprovals > 0,
        },
        {
          icon: CalendarClock,
          label: t("arrivalsToday"),
          value: format.number(arrivalsToday),
          href: bookingsOf("Approved", { from: revenue.to, to: revenue.to }),
        },
        {
          icon: TriangleAlert,
          label: t("conflicts"),
          value: format.number(conflicts),
          href: "/backoffice/conflicts",
          alert: conflicts > 0,
        },
        {
          icon: UserX,
          label: t("noShowRate"),
          value: rate(noShows.rate),
          note:
            noShows.due === 0
              ? t("noneDue")
              : t("noShowsOf", { noShows: noShows.noShows, due: noShows.due }),
          href: bookingsOf("NoShow", noShows),
        },
        {
          icon: Coins,
          label: t("revenue"),
          value:
            revenue.currencies.length === 0
              ? "–"
              : revenue.currencies.map((sum) => (
                  <span key={sum.currency} className="block">
                    {money(sum)}
                  </span>
                )),
          note:
            revenue.currencies.length === 0
              ? t("noRevenue")
              : revenue.currencies.map(({ amount, currency, difference }) => (
                  <span key={currency} className="block">
                    {change(amount, difference, currency)}
                  </span>
                )),
          href: bookingsOf("Completed", revenue),
        },
      ]}
    />
  );
}
