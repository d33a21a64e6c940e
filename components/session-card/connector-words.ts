import { useFormatter, useTranslations } from "next-intl";

import type { ConnectorView } from "@/lib/sites/stations/schema";

import { connectorName } from "../station/connector-names";

/** A connector as one finds it at the station: "3 · CCS 2 · 150 kW". */
export function useConnectorWords() {
  const t = useTranslations("sessionCard.connector");
  const format = useFormatter();
  return ({
    number,
    standards,
    maxPowerKw,
  }: Pick<ConnectorView, "number" | "standards" | "maxPowerKw">): string =>
    [
      format.number(number),
      standards.map(connectorName).join(", "),
      ...(maxPowerKw === null ? [] : [t("power", { kw: maxPowerKw })]),
    ].join(" · ");
}
