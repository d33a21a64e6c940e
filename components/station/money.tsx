import { useFormatter } from "next-intl";

/** Money as the API tells it: major units as a decimal, and the currency's code. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** An amount with its currency, as the reader's language writes it. */
export function useMoney(): (money: Amount | null | undefined) => string {
  const format = useFormatter();
  return (money) =>
    money
      ? format.number(Number(money.amount), { style: "currency", currency: money.currency })
      : "";
}

/** The same where no words stand around it. */
export function Money({ of }: { of: Amount }) {
  return useMoney()(of);
}
