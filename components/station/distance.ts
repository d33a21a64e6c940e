import { useFormatter } from "next-intl";

/**
 * How a distance in metres is said to the reader; the one place for it. Hundreds of metres matter near by, not far off.
 */
export function useDistance(): (metres: number) => string {
  const format = useFormatter();
  return (metres) => {
    const km = metres / 1_000;
    return format.number(km, {
      style: "unit",
      unit: "kilometer",
      maximumFractionDigits: km < 10 ? 1 : 0,
    });
  };
}
