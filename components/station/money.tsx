import { useFormatter } from "next-intl";

/** Money as the API tells it: major units as a decimal, and the currency's code. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** An amount with its currency, as the reader's language writes it. */
export function useMoney(): (money: Amount | null | undefined) => string {
  const format = useFormatter();
  return (money) => {
    if (!money) return "";
    const { amount, currency } = money;
    // As many places as the API tells: the reader's browser may show fewer of a currency than it has.
    const digits = amount.split(".")[1]?.length ?? 0;
    const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return format.number(Number(amount), { style: "currency", currency, ...places });
  };
}

/** The same where no words stand around it. */
export function Money({ of }: { of: Amount }) {
  return useMoney()(of);
}
