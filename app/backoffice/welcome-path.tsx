import { Circle, CircleCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";

import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import type { Context } from "@/lib/core/context";
import { listOperators } from "@/lib/people/accounts";
import { ListOperators } from "@/lib/people/accounts/schema";
import { readManagedStation, searchStations } from "@/lib/sites/stations";
import { SearchStations } from "@/lib/sites/stations/schema";

/**
 * What a new business does first: its first station, what drivers need there, and who works there. Gone once all of it
 * is done, or with a second station.
 */
export async function WelcomePath({ ctx }: { ctx: Context }) {
  const t = await getTranslations("welcomePath");
  const few = { page: 1, limit: 1 };
  const stations = await searchStations(ctx, { ...SearchStations.parse({ mine: "true" }), ...few });
  if (stations.total > 1) return null;
  const id = stations.items[0]?.id;
  const [station, operators] = await Promise.all([
    id === undefined ? null : readManagedStation(ctx, id),
    listOperators(ctx, { ...ListOperators.parse({}), ...few }),
  ]);
  const path = station && `/backoffice/stations/${station.id}`;
  const has = (need: "Price" | "Hours") => station !== null && !station.missing.includes(need);
  const steps = [
    { of: "station", isDone: station !== null, href: "/backoffice/stations/new" },
    { of: "price", isDone: has("Price"), href: path && `${path}/tariff` },
    { of: "hours", isDone: has("Hours"), href: path && `${path}/schedule` },
    { of: "operator", isDone: operators.total > 0, href: path && "/backoffice/operators/new" },
  ] as const;
  const next = steps.find(({ isDone }) => !isDone);
  if (!next) return null;
  return (
    <Card aria-labelledby="welcome">
      <CardHeader id="welcome" title={t("title")} />
      <p className="-mt-2 mb-4 text-sm text-ink-soft">{t("text")}</p>
      <ol className="divide-y border-t">
        {steps.map(({ of, isDone, href }) => (
          <li key={of} className="flex min-h-16 items-center gap-3 py-2">
            {isDone ? (
              <CircleCheck aria-hidden className="size-5 shrink-0 text-success" />
            ) : (
              <Circle aria-hidden className="size-5 shrink-0 text-ink-soft" />
            )}
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                {t(`steps.${of}`)}
                <span className="sr-only">: {t(isDone ? "done" : "toDo")}</span>
              </p>
              <p className="text-sm text-ink-soft">{t(`why.${of}`)}</p>
            </div>
            {!isDone && href && (
              <ButtonLink href={href} look={of === next.of ? "primary" : "secondary"} size="sm">
                {t(`go.${of}`)}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
