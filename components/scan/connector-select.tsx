import { useFormatter, useTranslations } from "next-intl";

import type { ConnectorView } from "@/lib/sites/stations/schema";

import { connectorName } from "../station/connector-names";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Select } from "../ui/select";

/** A connector as one finds it at the station: "3 · CCS 2 · 150 kW". */
export function useConnectorWords() {
  const t = useTranslations("scan");
  const format = useFormatter();
  return ({ number, standards, maxPowerKw }: Omit<ConnectorView, "id" | "status">) => {
    const plugs = format.list(standards.map(connectorName), { type: "unit" });
    return maxPowerKw === null
      ? t("connectorPlain", { number, plugs })
      : t("connectorChoice", { number, plugs, power: t("kW", { kW: maxPowerKw }) });
  };
}

/** Which of the free connectors it is to be; one is proposed. */
export function ConnectorSelect({
  free,
  value,
  onChange,
}: {
  free: readonly ConnectorView[];
  value: ConnectorView | null;
  onChange: (id: string) => void;
}) {
  const t = useTranslations("scan");
  const words = useConnectorWords();
  if (free.length === 0) return <Notice kind="warning">{t("noneFree")}</Notice>;
  return (
    <Field name="connector" label={t("connector")}>
      {(control) => (
        <Select {...control} value={value?.id} onChange={({ target }) => onChange(target.value)}>
          {free.map((one) => (
            <option key={one.id} value={one.id}>
              {words(one)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
