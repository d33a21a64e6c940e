import { useFormatter } from "next-intl";

/** A share as percent, "18.2%"; a dash where there is none. */
export function useRateWords(): (rate: number | null) => string {
  const format = useFormatter();
  return (rate) =>
    rate === null ? "–" : format.number(rate, { style: "percent", maximumFractionDigits: 1 });
}
