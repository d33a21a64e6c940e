import { useTranslations } from "next-intl";

import type { ClosingPreview } from "@/lib/sites/schedules/schema";

import { BookingNumber } from "../booking/booking-number";
import { BookingTime } from "../booking/booking-time";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { useDayWords } from "../ui/use-day-words";

/** One function for every rendering: it is called once. */
const takeFocus = (card: HTMLElement | null) => card?.focus();

/** What closing would hit, booking by booking, and the button that does it. It takes the focus, so that Tab goes on to that. */
export function ClosingPreviewCard({
  found,
  days,
  pending,
  through,
  onClose,
}: {
  found: ClosingPreview;
  days: readonly string[];
  pending: boolean;
  /** How many of the stations are closed already. */
  through: number;
  onClose: () => void;
}) {
  const t = useTranslations("closing");
  const { stations, unchanged, bookings } = found;
  const dayWords = useDayWords();
  const isNothingNew = unchanged === stations;
  const [first, ...others] = days;
  return (
    <Card aria-labelledby="hit" tabIndex={-1} ref={takeFocus} className="outline-none">
      <CardHeader
        id="hit"
        title={
          first === undefined || others.length > 0
            ? t("previewed", { days: days.length, stations })
            : t("previewedOne", { day: dayWords(first), stations })
        }
      />
      <div className="space-y-4">
        {unchanged > 0 && !isNothingNew && <p>{t("unchanged", { count: unchanged })}</p>}
        {isNothingNew ? (
          <output className="block">{t("nothingNew", { stations })}</output>
        ) : bookings.length === 0 ? (
          <output className="block">{t("none")}</output>
        ) : (
          <>
            <output className="block">
              <Notice kind="warning">{t("hit", { count: bookings.length })}</Notice>
            </output>
            <ul className="divide-y text-sm">
              {bookings.map((booking) => (
                <li key={booking.id} className="flex flex-wrap justify-between gap-x-6 py-2">
                  <span className="font-medium">
                    <BookingTime {...booking} />
                  </span>
                  <span className="text-ink-soft">
                    <BookingNumber number={booking.number} /> · {booking.ownerName} ·{" "}
                    {booking.stationName}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        {!isNothingNew && (
          <Button disabled={pending} onClick={onClose}>
            {pending && <Spinner />}
            {pending
              ? t("through", { done: through, all: stations })
              : t("close", { count: stations })}
          </Button>
        )}
      </div>
    </Card>
  );
}
