import { useTranslations } from "next-intl";

import { type Amount, useMoney } from "../station/money";
import { Checkbox } from "../ui/checkbox";

/** Asks an operator whether a cancellation costs its late fee, and says how much that is before it is done. */
export function FeeField({ fee }: { fee: Amount }) {
  const t = useTranslations("staffBookings");
  const money = useMoney();
  return <Checkbox name="chargeFee" label={t("chargeFee", { fee: money(fee) })} />;
}
