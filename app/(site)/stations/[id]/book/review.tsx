import { getTranslations } from "next-intl/server";

import { ActionForm } from "@/components/form/action-form";
import { ClientMessages } from "@/components/i18n/client-messages";
import { needParams } from "@/components/station/car-need";
import { Notice } from "@/components/ui/notice";
import { userOf } from "@/lib/core/actor";
import { estimateBooking, readOverlap } from "@/lib/charging/bookings";

import { book } from "./actions";
import { Alternatives } from "./alternatives";
import { Car } from "./car";
import type { WithCars } from "./choice";
import { ConfirmBar, confirmWords, Given, OtherTimeBar, SignInBar } from "./confirm";
import { OwnOverlap } from "./own-overlap";
import { Policy } from "./policy";
import { Price } from "./price";
import { When } from "./when";

/** What is booked, its price and its rules, in one form: so its button can stay in reach beside all of them. */
export async function Review({ cars, isOther, ...part }: WithCars) {
  const { ctx, station, choice } = part;
  const t = await getTranslations("book");
  const range = { startsAt: new Date(choice.startsAt), endsAt: new Date(choice.endsAt) };
  const estimate = await estimateBooking(ctx, { stationId: station.id, ...range });
  const facts = (
    <>
      <When {...part} />
      <Price estimate={estimate} />
      <Policy {...part} />
    </>
  );
  if (!userOf(ctx) && station.takesBookings) {
    return (
      <>
        {facts}
        <Car {...{ ctx, station, cars, isOther }} />
        <SignInBar {...part} estimate={estimate} />
      </>
    );
  }
  if (!station.can.includes("book")) {
    return (
      <>
        {facts}
        <Notice kind="warning">{(await getTranslations("station"))("deactivated")}</Notice>
      </>
    );
  }
  const own = await readOverlap(ctx, range);
  return (
    <ClientMessages of={["waiting"]}>
      {/* What has the focus is not behind the bar. */}
      <ActionForm
        action={book}
        label={t(confirmWords(station))}
        className="space-y-5 [&_:is(a,input)]:scroll-mb-28"
      >
        <Alternatives
          stationId={station.id}
          time={{ startsAt: choice.startsAt, endsAt: choice.endsAt }}
          need={needParams(choice.need)}
          unit={ctx.units.distance}
        />
        <OwnOverlap known={own} />
        <Given
          station={station}
          choice={choice}
          asksByCar={cars.length > 1 && choice.isByCar === true}
        />
        {facts}
        <Car {...{ ctx, station, cars, isOther }} />
        {own ? (
          <OtherTimeBar station={station} estimate={estimate} />
        ) : (
          <ConfirmBar station={station} estimate={estimate} />
        )}
      </ActionForm>
    </ClientMessages>
  );
}
