import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { QueuedException } from "@/lib/charging/queue/schema";
import type { ShiftReport } from "@/lib/insight/reports/schema";

import { BookingNumber } from "../booking/booking-number";
import { useMoney } from "../station/money";
import { Card, CardHeader } from "../ui/card";
import { When } from "../ui/when";

/** What whoever comes next has to look at: what is otherwise than planned, and what was not paid in full. */
export function LeftOpen({
  exceptions,
  stillDue,
  timeZone,
}: {
  exceptions: readonly QueuedException[];
  stillDue: ShiftReport["stillDue"];
  timeZone: string;
}) {
  const t = useTranslations("shift");
  const money = useMoney();
  return (
    <>
      <Card aria-labelledby="exceptions">
        <CardHeader id="exceptions" title={t("exceptions")} />
        <Rows none={t("noExceptions")}>
          {exceptions.map(({ id, kind, since, facts, timeZone: zone, stationName }) => (
            <Row key={id} name={t(`kinds.${kind}`)}>
              {t("atStation", { station: stationName })}
              {"bookingNumber" in facts && (
                <span>
                  <BookingNumber number={facts.bookingNumber} />,{" "}
                  {facts.ownerName ?? facts.vehiclePlate}
                </span>
              )}
              <When at={since} timeZone={zone} />
            </Row>
          ))}
        </Rows>
      </Card>
      <Card aria-labelledby="due">
        <CardHeader id="due" title={t("stillDue")} />
        <Rows none={t("noDue")}>
          {stillDue.map((one) => (
            <Row
              key={one.sessionId}
              name={t("dueOf", { due: money(one.due), total: money(one.total) })}
            >
              <BookingNumber number={one.bookingNumber} />
              {one.operator}
              <When at={one.endedAt} timeZone={timeZone} />
            </Row>
          ))}
        </Rows>
      </Card>
    </>
  );
}

function Rows({ none, children }: { none: string; children: readonly ReactNode[] }) {
  return children.length === 0 ? (
    <p className="text-sm text-ink-soft">{none}</p>
  ) : (
    <ul className="divide-y">{children}</ul>
  );
}

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <li className="py-2.5 first:pt-0 last:pb-0">
    <p className="font-medium">{name}</p>
    <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">{children}</p>
  </li>
);
