import { useTranslations } from "next-intl";
import Link from "next/link";

import type { FieldsAction } from "@/lib/http/action";
import type { WaitingView } from "@/lib/charging/waiting/schema";

import { BookingTime } from "../booking/booking-time";
import { ActionButton } from "../form/action-button";
import { Badge } from "../ui/badge";
import { ButtonLink } from "../ui/button-link";
import { CountDown } from "./count-down";

/** Where an owner waits for a place, whose turn it is, and what is held for them. */
export function WaitingRows({
  entries,
  leave,
}: {
  entries: readonly WaitingView[];
  leave: FieldsAction<{ id: string }>;
}) {
  const t = useTranslations("waiting");
  return (
    <ul className="divide-y">
      {entries.map((entry) => (
        <li key={entry.id} className="space-y-3 py-4 first:pt-0 last:pb-0">
          <div>
            <p className="font-semibold">
              <BookingTime {...entry} />
            </p>
            <p className="mt-0.5 text-sm wrap-anywhere text-ink-soft">
              <Link href={`/stations/${entry.stationId}`} className="link">
                {entry.stationName}
              </Link>
            </p>
          </div>
          <p className="flex flex-wrap items-center gap-2 text-sm">
            <Badge tone={entry.offerId ? "success" : "neutral"}>
              {t(entry.offerId ? "held" : "inLine", { rank: entry.rank ?? 1 })}
            </Badge>
            {entry.offerEndsAt && <CountDown until={entry.offerEndsAt} />}
          </p>
          <div className="flex flex-wrap gap-2">
            {entry.offerId && <ButtonLink href={bookPath(entry)}>{t("book")}</ButtonLink>}
            {entry.can.includes("leave") && (
              <ActionButton
                action={leave}
                input={{ id: entry.id }}
                label={t(entry.offerId ? "giveBack" : "leave")}
                look="secondary"
                done={t(entry.offerId ? "givenBack" : "left")}
              />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The page that books what is held. */
function bookPath({ stationId, startsAt, endsAt, offerId }: WaitingView): string {
  const query = new URLSearchParams({ startsAt, endsAt, offer: offerId ?? "" });
  return `/stations/${stationId}/book?${query}`;
}
