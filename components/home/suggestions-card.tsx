import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";

import type { Suggestion, Suggestions } from "@/lib/insight/suggestions/schema";

import { BookingTime } from "../booking/booking-time";
import { useMoney } from "../station/money";
import { ButtonLink } from "../ui/button-link";
import { Card } from "../ui/card";

/** The first so many: a home has other things to show. */
const shown = 3;

/** Where and when a driver would best charge, each with why; nothing where there is nothing to suggest. */
export function SuggestionsCard({ told }: { told: Suggestions }) {
  const t = useTranslations("suggestions");
  if (told.suggestions.length === 0) return null;
  const { minutes, kWh } = told;
  return (
    <Card aria-labelledby="suggested">
      <header className="mb-4">
        <h2 id="suggested" className="text-lg font-semibold">
          {t("title")}
        </h2>
        <p className="text-sm text-ink-soft">{t("lead", { minutes })}</p>
      </header>
      <ol className="divide-y">
        {told.suggestions.slice(0, shown).map((suggestion) => (
          <Suggested key={suggestion.station.id} suggestion={suggestion} kWh={kWh} />
        ))}
      </ol>
    </Card>
  );
}

function Suggested({ suggestion, kWh }: { suggestion: Suggestion; kWh: number }) {
  const t = useTranslations("suggestions");
  const money = useMoney();
  const { station, startsAt, endsAt, slots, estimate, score } = suggestion;
  const time = new URLSearchParams({ startsAt, slots: String(slots) });
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 sm:items-center">
        <div className="reading-room">
          <p className="font-semibold">
            <BookingTime startsAt={startsAt} endsAt={endsAt} timeZone={station.timeZone} />
          </p>
          <p className="text-sm text-ink-soft">
            <Link href={`/stations/${station.id}`} className="link">
              {station.name}
            </Link>{" "}
            · <span className="tabular">{t("estimate", { price: money(estimate), kWh })}</span>
          </p>
        </div>
        <ButtonLink
          href={`/stations/${station.id}/book?${time}`}
          look="secondary"
          size="sm"
          aria-label={t("bookAt", { station: station.name })}
        >
          {t("book")}
        </ButtonLink>
      </div>
      <details className="group mt-1 text-sm">
        <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-1.5 rounded-sm text-ink-soft hover:text-ink [&::-webkit-details-marker]:hidden">
          <span className="sr-only">{station.name}: </span>
          {t("reasons")} · <span className="tabular">{t("score", { score })}</span>
          <ChevronDown
            aria-hidden
            className="size-4 shrink-0 transition-transform group-open:rotate-180"
          />
        </summary>
        <Reasons suggestion={suggestion} />
      </details>
    </li>
  );
}

/** The parts of a score: what each is about, why, and how many points of how many. */
function Reasons({ suggestion }: { suggestion: Suggestion }) {
  const t = useTranslations("suggestions");
  return (
    <dl className="mt-1 space-y-2 rounded-md bg-sunken px-4 py-3">
      {suggestion.parts.map(({ name, points, of, words }) => (
        <div key={name} className="grid grid-cols-[1fr_auto] gap-x-4">
          <dt className="font-medium">{t(`names.${name}`)}</dt>
          <dd className="tabular text-right">{t("points", { points, of })}</dd>
          <dd className="col-span-2 text-ink-soft">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
