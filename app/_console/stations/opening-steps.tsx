import { Circle, CircleCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";

import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { type StationNeed, stationNeed, type StationView } from "@/lib/sites/stations/schema";

type Opening = Pick<StationView, "id" | "missing" | "opensWhenReady" | "takesBookings">;

/** In which order a station is made ready, and the page of its own on which each is done. */
const pages = { Connectors: "#connectors", Price: "/tariff", Hours: "/schedule" } as const;

/** Without these nobody can book at an open station; a price only goes untold. */
const isInTheWay = (need: StationNeed) => need !== "Price";

/**
 * What a station needs before drivers can book there, each step a link to its form; that it is open now, for those who
 * just did the last of them.
 */
export async function OpeningSteps({
  station,
  path,
  wasLast,
}: {
  station: Opening;
  /** The station's page in this console. */
  path: string;
  /** The reader comes from such a form. */
  wasLast: boolean;
}) {
  const t = await getTranslations("stationAdmin.opening");
  const { missing, opensWhenReady } = station;
  if (wasLast && station.takesBookings && missing.length === 0) {
    return (
      <div className="mb-6">
        <Notice kind="success" title={t("open")}>
          <ButtonLink href={`/stations/${station.id}`} look="secondary" size="sm" className="mt-2">
            {t("look")}
          </ButtonLink>
        </Notice>
      </div>
    );
  }
  if (!opensWhenReady && !(station.takesBookings && missing.some(isInTheWay))) return null;
  return (
    <Card aria-labelledby="opening" className="mb-6">
      <CardHeader id="opening" title={t(opensWhenReady ? "hidden" : "closed")} />
      <p className="-mt-2 mb-4 text-sm text-ink-soft">
        {t(opensWhenReady ? "hiddenText" : "closedText")}
      </p>
      <ol className="divide-y border-t">
        {stationNeed.options.map((need) => (
          <li key={need} className="flex min-h-14 items-center gap-3 py-2">
            {missing.includes(need) ? (
              <Circle aria-hidden className="size-5 shrink-0 text-ink-soft" />
            ) : (
              <CircleCheck aria-hidden className="size-5 shrink-0 text-success" />
            )}
            <p className="min-w-0 flex-1 font-medium">
              {t(`needs.${need}`)}
              <span className="sr-only">: {t(missing.includes(need) ? "toDo" : "done")}</span>
              {!opensWhenReady && missing.includes(need) && !isInTheWay(need) && (
                <span className="block text-sm font-normal text-ink-soft">{t("untold")}</span>
              )}
            </p>
            {missing.includes(need) && (
              <ButtonLink
                href={`${path}${pages[need]}`}
                look={need === missing[0] ? "primary" : "secondary"}
                size="sm"
              >
                {t(`set.${need}`)}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
