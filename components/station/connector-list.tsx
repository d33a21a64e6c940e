import { useTranslations } from "next-intl";

import type { ConnectorView } from "@/lib/sites/stations/schema";

import { Badge } from "../ui/badge";
import { connectorName } from "./connector-names";

type Kind = Pick<ConnectorView, "standards" | "maxPowerKw" | "status">;

/** A station's connectors, alike ones together: how many, which plugs, what power, whether in service. */
export function ConnectorList({ connectors }: { connectors: readonly ConnectorView[] }) {
  const t = useTranslations("station");
  return (
    <ul className="divide-y">
      {groups(connectors).map(({ kind, count, key }) => (
        <li
          key={key}
          className="flex items-center justify-between gap-3 py-2.5 first:pt-0 last:pb-0"
        >
          <div className="min-w-0">
            <p className="font-medium">
              <span className="tabular text-ink-soft">{count} ×</span>{" "}
              {kind.standards.map(connectorName).join(", ")}
            </p>
            <p className="text-sm text-ink-soft">
              {kind.maxPowerKw === null ? t("powerUnknown") : t("kw", { kw: kind.maxPowerKw })}
            </p>
          </div>
          {kind.status !== "Active" && (
            <Badge tone="warning">{t(`connectorStatus.${kind.status}`)}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}

function groups(connectors: readonly ConnectorView[]) {
  const found = new Map<string, { kind: Kind; count: number; key: string }>();
  for (const { standards, maxPowerKw, status } of connectors) {
    const key = [standards.join(), maxPowerKw, status].join("|");
    const group = found.get(key);
    if (group) group.count += 1;
    else found.set(key, { kind: { standards, maxPowerKw, status }, count: 1, key });
  }
  return [...found.values()];
}
