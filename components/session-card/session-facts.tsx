import { useTranslations } from "next-intl";
import { useState } from "react";

import type { PhoneSession } from "../queue/on-phone";
import { useTimes } from "../queue/use-times";
import { useConnectorWords } from "../scan/connector-choice";
import type { GateConnector } from "../scan/free-connectors";
import { useMoney } from "../station/money";
import { Button } from "../ui/button";
import { Facts } from "../ui/facts";
import { ChangeConnector } from "./change-connector";

/** Where it charges, what it has taken and cost so far, and who comes next. */
export function SessionFacts({
  session,
  now,
  free,
}: {
  session: PhoneSession;
  now: number;
  free: readonly GateConnector[] | null;
}) {
  const t = useTranslations("sessionCard");
  const words = useConnectorWords();
  const money = useMoney();
  const { clockOn } = useTimes(session.timeZone);
  const [isChanging, setChanging] = useState(false);
  const { connector, costSoFar: cost, next, can } = session;
  /** Of one that was begun without network only the answer tells. */
  const isUntold = session.id === null;
  const mayChange = session.id !== null && free !== null && can.includes("changeConnector");
  return (
    <div className="space-y-4">
      <Facts
        rows={[
          {
            name: t("connector.title"),
            value: connector ? words(connector) : t("untold"),
          },
          {
            name: t("energy"),
            value: session.kWh === null ? t("noReading") : t("kWh", { kWh: session.kWh }),
          },
          {
            name: cost?.estimated ? t("costAbout") : t("cost"),
            value: cost ? money(cost) : t(isUntold ? "untold" : "noCost"),
          },
          { name: t("bookedUntil"), value: clockOn(session.bookedUntil, now) },
          {
            name: t("nextHere"),
            value: next
              ? t("nextAt", { time: clockOn(next.startsAt, now) })
              : t(isUntold ? "untold" : "nobodyNext"),
          },
          { name: t("station"), value: session.stationName },
          { name: t("booking"), value: <span className="tabular">{session.bookingNumber}</span> },
        ]}
      />
      {mayChange && !isChanging && (
        <Button look="secondary" className="max-sm:w-full" onClick={() => setChanging(true)}>
          {t("connector.change")}
        </Button>
      )}
      {mayChange && isChanging && session.id !== null && (
        <ChangeConnector
          sessionId={session.id}
          suiting={session.suitingConnectorIds}
          free={free}
          timeZone={session.timeZone}
          onDone={() => setChanging(false)}
        />
      )}
    </div>
  );
}
