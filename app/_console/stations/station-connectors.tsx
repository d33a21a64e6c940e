import { getTranslations } from "next-intl/server";

import { ConnectorButtons } from "@/components/station-form/connector-buttons";
import { Badge } from "@/components/ui/badge";
import { connectorName } from "@/lib/core/plug-names";
import type { StationView } from "@/lib/sites/stations/schema";

import { changePlace, removePlace } from "./actions";

/** The connectors of a station that are not taken away, each with what can be done with it. */
export async function StationConnectors({ station }: { station: StationView }) {
  const t = await getTranslations("stationAdmin");
  const states = await getTranslations("status.connector");
  const present = station.connectors.filter(({ status }) => status !== "Inactive");
  return (
    <ul className="-my-2 divide-y">
      {present.map((connector) => (
        <li
          key={connector.id}
          className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2"
        >
          <div className="min-w-0 flex-1 basis-32 wrap-anywhere">
            <p className="font-medium">
              <span className="tabular mr-2 text-ink-soft">{connector.number}</span>
              {connector.standards.map(connectorName).join(", ")}
            </p>
            {connector.maxPowerKw !== null && (
              <p className="text-sm text-ink-soft">{t("kw", { kw: connector.maxPowerKw })}</p>
            )}
          </div>
          <span className="ml-auto flex flex-wrap items-center justify-end gap-2">
            {connector.status !== "Active" && (
              <Badge tone="warning">{states(connector.status)}</Badge>
            )}
            <ConnectorButtons
              stationId={station.id}
              connector={connector}
              change={changePlace}
              remove={removePlace}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
