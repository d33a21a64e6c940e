import type { OwnStats } from "@/lib/insight/reports/schema";

const number = ({ amount, currency }: { readonly amount: string; readonly currency: string }) => ({
  totalSpent: Number(amount),
  currency,
});

/** A driver's figures as EV-CMS's code reads them: money of one currency as a number, that of others beside it. */
export const evcmsOwnStats = {
  view: (stats: OwnStats) => {
    const [first, ...others] = stats.thisMonth.spent.map(number);
    return {
      ...stats,
      thisMonth: {
        ...stats.thisMonth,
        energyConsumed: stats.thisMonth.energyKwh,
        totalSpent: first?.totalSpent ?? 0,
        currency: first?.currency ?? null,
        otherCurrencies: others,
      },
      favoriteStations: stats.favouriteStations,
    };
  },
};
