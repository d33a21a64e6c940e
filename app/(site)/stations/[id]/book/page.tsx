import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";

import { addressOf, anyNeed, readNeed, withNeed } from "@/components/station/car-need";
import { textOf } from "@/components/table/table-state";
import { BackLink } from "@/components/ui/back-link";
import { userOf } from "@/lib/core/actor";
import { instant } from "@/lib/core/fields";
import { permits } from "@/lib/core/permissions";
import { page } from "@/lib/http/page";
import { readWaiting } from "@/lib/charging/waiting";
import type { Context } from "@/lib/core/context";
import type { VehicleView } from "@/lib/sites/drivers/schema";
import { readStation } from "@/lib/sites/stations";

import { readCars } from "@/app/_finder/read-own";
import type { Choice } from "./choice";
import { anotherCar, Gone } from "./gone";
import { readRun } from "./read-run";
import { Review } from "./review";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("book");
  return { title: t("title") };
}

export default page({
  area: "site",
  // Seen by whoever is not signed in, too: only to confirm must one be known.
  permission: "station.read",
  run: async (ctx, { params, searchParams }) => {
    if (userOf(ctx) && !permits(ctx, "booking.create")) notFound();
    const t = await getTranslations("book");
    const stationId = params.id ?? "";
    const station = await readStation(ctx, stationId);
    const owned = await readCars(ctx);
    const comes = textOf(searchParams, "car");
    const isOther = comes === anotherCar;
    const cars = chosenFirst(owned, comes);
    const startsAt = startOf(searchParams.startsAt);
    const asked = {
      startsAt,
      need: readNeed(addressOf(searchParams)),
      car: isOther ? undefined : cars[0],
    };
    const found = await readRun(ctx, station, asked);
    const { slots: run, need, isByCar } = found;
    const count = countOf(run, searchParams);
    const [first, last] = [run[0], run[count - 1]];
    const choice =
      (await heldFor(ctx, stationId, textOf(searchParams, "offer"))) ??
      (first && last && { run, count, need, isByCar, comes, ...ends(first, last) });
    const stationPath = withNeed(`/stations/${stationId}`, need);
    return (
      <div className="shell max-w-3xl py-6 sm:py-10">
        <BackLink href={stationPath}>{t("back")}</BackLink>
        <h1 className="mt-2 text-2xl font-semibold">{t("heading")}</h1>
        <p className="mt-1 text-ink-soft">
          {station.name}, {station.address}
        </p>
        <div className="mt-6 space-y-5">
          {choice ? (
            // Another start is another form: what was said of the one before is not said of it.
            <Review key={choice.startsAt} {...{ ctx, station, choice, cars, isOther }} />
          ) : (
            <Gone {...{ ctx, station, startsAt, found }} cars={owned} />
          )}
        </div>
      </div>
    );
  },
});

const ends = (first: { readonly startsAt: string }, last: { readonly endsAt: string }) => ({
  startsAt: first.startsAt,
  endsAt: last.endsAt,
});

/** The car that an address names before the others; as they are where it names none of them. */
const chosenFirst = (cars: readonly VehicleView[], id: string | undefined) =>
  cars.toSorted((one, other) => Number(other.id === id) - Number(one.id === id));

/** How many slots an address asks for, by their number or by where the last one ends; one where it says nothing. */
function countOf(run: Choice["run"], search: Parameters<typeof textOf>[0]): number {
  const until = Date.parse(textOf(search, "endsAt") ?? "");
  // What is longer than may be booked is as long as may be.
  const slots = run.filter(({ endsAt }) => Date.parse(endsAt) <= until).length;
  const asked = slots || Number(textOf(search, "slots")) || 1;
  return Math.min(Math.max(asked, 1), run.length);
}

/** The instant that an address names; one that is past where it names none. */
function startOf(text: unknown): Date {
  const { success, data } = instant.safeParse(text);
  return success ? data : new Date(0);
}

/** What is held for the reader here, where the address names it and it is still held. */
async function heldFor(
  ctx: Context,
  stationId: string,
  offerId: string | undefined,
): Promise<Choice | undefined> {
  if (offerId === undefined || !userOf(ctx)) return undefined;
  const held = (await readWaiting(ctx, { stationId })).find((one) => one.offerId === offerId);
  if (!held) return undefined;
  const { startsAt, endsAt, offerEndsAt } = held;
  const run = [{ startsAt, endsAt }];
  return { run, count: 1, startsAt, endsAt, need: anyNeed, offerId, offerEndsAt };
}
