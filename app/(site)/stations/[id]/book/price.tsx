import { getTranslations } from "next-intl/server";

import { Estimate } from "@/components/station/estimate";
import { Card, CardHeader } from "@/components/ui/card";
import { currencyDigits } from "@/lib/core/money";

import type { Priced } from "./choice";

/** What it will probably cost. */
export async function Price({ estimate }: Pick<Priced, "estimate">) {
  const t = await getTranslations("book");
  if (!estimate) return null;
  const { mode, currency, taxPercent, ...lines } = estimate;
  return (
    <Card aria-labelledby="estimate">
      <CardHeader id="estimate" title={t("estimate")} />
      <Estimate {...{ lines, mode, currency, taxPercent }} digits={currencyDigits(currency)} />
    </Card>
  );
}
