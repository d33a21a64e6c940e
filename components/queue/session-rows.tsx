import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";

import { PendingBadge } from "../offline/pending-badge";
import { Badge } from "../ui/badge";
import { ButtonLink } from "../ui/button-link";
import type { PhoneSession } from "./on-phone";
import { QueueLink } from "./queue-row";
import { sessionPath } from "./session-path";
import { stopwatch, useTimes } from "./use-times";

/** Cars that charge: how long, until when, and who needs the place next. */
export function SessionRows({
  rows,
  now,
  namesStation,
}: {
  rows: readonly PhoneSession[];
  now: number;
  namesStation: boolean;
}) {
  return rows.map((row) => (
    <SessionRow key={row.bookingId} session={row} now={now} namesStation={namesStation} />
  ));
}

function SessionRow({
  session,
  now,
  namesStation,
}: {
  session: PhoneSession;
  now: number;
  namesStation: boolean;
}) {
  const t = useTranslations("queue");
  const { clockOn, span } = useTimes(session.timeZone);
  const { bookingId, connector, finishedAt, pausedAt, next, acts } = session;
  const path = sessionPath(bookingId);
  const ends = finishedAt === null ? now : Date.parse(finishedAt);
  const over = now - Date.parse(session.bookedUntil);
  return (
    <QueueLink
      href={path}
      lead={stopwatch(ends - Date.parse(session.startedAt))}
      name={session.vehiclePlate ?? session.ownerName ?? t("guest")}
      action={
        finishedAt === null ? (
          <ButtonLink
            href={sessionPath(bookingId, "finish")}
            look={over > 0 ? "primary" : "secondary"}
          >
            <CircleCheck aria-hidden />
            {t("finish")}
          </ButtonLink>
        ) : undefined
      }
    >
      {over > 0 && finishedAt === null ? (
        <Badge tone="danger">{t("over", { span: span(over) })}</Badge>
      ) : (
        <span>{t("until", { time: clockOn(session.bookedUntil, now) })}</span>
      )}
      {finishedAt !== null && <Badge>{t("finishedHere")}</Badge>}
      {pausedAt !== null && finishedAt === null && <Badge tone="warning">{t("paused")}</Badge>}
      {connector && <span>{t("connector", { number: connector.number })}</span>}
      {next && <span>{t("next", { time: clockOn(next.startsAt, now) })}</span>}
      {namesStation && <span>{session.stationName}</span>}
      <PendingBadge count={acts.filter(({ state }) => state === "Waiting").length} />
    </QueueLink>
  );
}
