import { PlugZap } from "lucide-react";
import { useTranslations } from "next-intl";
import { getFormatter, getTranslations } from "next-intl/server";
import Link from "next/link";

import { asksAny, needParams } from "@/components/station/car-need";
import { useNeedWords } from "@/components/station/need-words";
import { ClientMessages } from "@/components/i18n/client-messages";
import { CountDown } from "@/components/owner/count-down";
import { ViewerRange } from "@/components/station/viewer-range";
import { zoneName } from "@/components/station/zone-name";
import { zoneOffset } from "@/components/station/zone-offset";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";

import type { Choice, Part } from "./choice";
import { clockOf } from "@/components/ui/use-clock";

/** The chosen time, and how long it may be. */
export async function When({ station, choice }: Part) {
  const t = await getTranslations("book");
  const format = await getFormatter();
  const timeZone = station.timeZone;
  const start = new Date(choice.startsAt);
  const clock = clockOf(format, timeZone);
  const day = format.dateTime(start, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone,
  });
  return (
    <Card aria-labelledby="when">
      <CardHeader id="when" title={t("when")} />
      <p className="tabular text-xl font-semibold">
        {day}, {clock(choice.startsAt)}–{clock(choice.endsAt)}
      </p>
      <p className="mt-1 text-sm text-ink-soft">
        {zoneName(timeZone)}, {zoneOffset(timeZone, start)}
      </p>
      <ClientMessages of={["station"]}>
        <ViewerRange {...choice} timeZone={timeZone} />
      </ClientMessages>
      {choice.offerEndsAt && <Held until={choice.offerEndsAt} />}
      {asksAny(choice.need) && <ForCar need={choice.need} />}
      {choice.run.length > 1 && (
        <nav aria-label={t("howLong")} className="mt-4">
          <ul className="flex flex-wrap gap-2">
            {choice.run.map((slot, index) => (
              <li key={slot.startsAt}>
                {index + 1 === choice.count ? (
                  // Chosen already: no stop of the keyboard on the way to the button.
                  <span
                    aria-current="true"
                    className={cn(lengthClass, "border-accent bg-accent-soft")}
                  >
                    {t("untilTime", { time: clock(slot.endsAt) })}
                  </span>
                ) : (
                  <Link
                    replace
                    scroll={false}
                    href={hrefOf(choice, index + 1)}
                    className={cn(lengthClass, "hover:border-accent")}
                  >
                    {t("untilTime", { time: clock(slot.endsAt) })}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Card>
  );
}

const lengthClass = "tabular flex min-h-11 items-center rounded-md border px-4 text-sm font-medium";

/** The same start with so many slots, for the same car. */
const hrefOf = ({ startsAt, need, isByCar, comes }: Choice, slots: number) =>
  `?${new URLSearchParams({
    startsAt,
    slots: String(slots),
    ...(comes !== undefined && { car: comes }),
    ...(!isByCar && needParams(need)),
  })}`;

/** That the place is held for the reader, and how long yet. */
function Held({ until }: { until: string }) {
  const t = useTranslations("waiting");
  return (
    <p className="mt-3 flex flex-wrap items-center gap-2 text-sm">
      <Badge tone="success">{t("held")}</Badge>
      <CountDown until={until} />
    </p>
  );
}

/** Which places are booked, where not any would do. */
function ForCar({ need }: Pick<Choice, "need">) {
  const t = useTranslations("book");
  const words = useNeedWords();
  return (
    <p className="mt-3 flex items-center gap-2 font-medium">
      <PlugZap aria-hidden className="size-[1.125rem] text-accent-ink" />
      {t("forCar", { need: words(need) })}
    </p>
  );
}
