import { CalendarX2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";

import { carName } from "@/app/_finder/read-own";
import { asksAny, type CarNeed, needParams, withNeed } from "@/components/station/car-need";
import { plugsForCar } from "@/components/station/car-places";
import { useNeedWords } from "@/components/station/need-words";
import { alikePlaces } from "@/components/station/place-groups";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Context } from "@/lib/core/context";
import { readAvailability } from "@/lib/sites/schedules";
import type { VehicleView } from "@/lib/sites/drivers/schema";
import type { StationView } from "@/lib/sites/stations/schema";

import type { Run } from "./read-run";

/** What an address says where none of the reader's cars comes. */
export const anotherCar = "other";

/** Nothing to book at that time, for anybody or for this car alone; and what can be done instead. */
export async function Gone({
  ctx,
  station,
  startsAt,
  found: { need, left, lacks },
  cars,
}: {
  ctx: Context;
  station: StationView;
  startsAt: Date;
  found: Run;
  /** All of the reader's. */
  cars: readonly VehicleView[];
}) {
  const t = await getTranslations("book");
  const waiting = await getTranslations("waiting");
  const { id } = station;
  const slot = await slotAt(ctx, id, startsAt);
  const car = lacks && (carName(lacks.car) || t("carUnnamed"));
  const isForOthers = left > 0 || lacks?.hasPlug === false;
  const canWait = slot !== null && station.can.includes("book") && lacks?.hasPlug !== false;
  const title =
    car && lacks
      ? t(lacks.hasPlug ? "goneForMine" : "noPlugForMine", { car })
      : isForOthers && asksAny(need) && <GoneForCar need={need} />;
  const text =
    lacks?.hasPlug === false ? t("noPlugForMineText") : t("goneForCarText", { count: left });
  return (
    <Card>
      <EmptyState
        icon={CalendarX2}
        title={slot && title ? title : t("gone")}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {canWait && (
              <ButtonLink href={waitPath(id, slot, need)}>{waiting("joinTitle")}</ButtonLink>
            )}
            <ButtonLink look="secondary" href={withNeed(`/stations/${id}`, need)}>
              {t("back")}
            </ButtonLink>
            {slot &&
              lacks &&
              othersOf(cars, lacks.car, station).map(({ car: comes, name }) => (
                <ButtonLink
                  key={comes}
                  look="secondary"
                  href={`?${new URLSearchParams({ startsAt: slot.startsAt, car: comes })}`}
                >
                  {name === null
                    ? t("anotherComes")
                    : t("comesWith", { car: name || t("carUnnamed") })}
                </ButtonLink>
              ))}
          </div>
        }
      >
        {slot && title ? text : t("goneText")}
      </EmptyState>
    </Card>
  );
}

/** The slot that begins then and is still to come; null for none. */
async function slotAt(ctx: Context, stationId: string, startsAt: Date) {
  if (!(startsAt > ctx.clock.now())) return null;
  const slots = await readAvailability(ctx, { stationId });
  return slots.find((slot) => slot.startsAt === startsAt.toISOString()) ?? null;
}

/** Which cars the reader may come with instead: their others that have a plug here, and somebody else's. */
function othersOf(cars: readonly VehicleView[], lacking: VehicleView, station: StationView) {
  const groups = alikePlaces(station.connectors);
  const own = cars
    .filter(({ id, standards }) => id !== lacking.id && plugsForCar(groups, standards).length > 0)
    .map((car) => ({ car: car.id, name: carName(car) }));
  return [...own, { car: anotherCar, name: null }];
}

const waitPath = (
  stationId: string,
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
  need: CarNeed,
) =>
  `/stations/${stationId}/wait?${new URLSearchParams({ startsAt, endsAt, ...needParams(need) })}`;

function GoneForCar({ need }: { need: CarNeed }) {
  const words = useNeedWords();
  return useTranslations("book")("goneForCar", { need: words(need) });
}
