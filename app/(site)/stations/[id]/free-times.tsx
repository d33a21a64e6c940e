import { useFormatter, useTranslations } from "next-intl";
import type { ComponentProps } from "react";

import { asksAny, type CarNeed, needInput, needParams } from "@/components/station/car-need";
import { plugsAt, powersAt, suitingPlaces } from "@/components/station/car-places";
import { groupByDay, type ShownSlot } from "@/components/station/group-days";
import { NeedFields } from "@/components/station/need-fields";
import { NeedSwitch } from "@/components/station/need-switch";
import { useNeedWords } from "@/components/station/need-words";
import { type AlikePlaces, alikePlaces, usePlaceWords } from "@/components/station/place-groups";
import { SlotDays } from "@/components/station/slot-days";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import type { Context } from "@/lib/core/context";
import { readAvailability } from "@/lib/sites/schedules";
import type { StationView } from "@/lib/sites/stations/schema";

/** When a station has a place for the car that is asked for, and for which car that is. */
export async function FreeTimes({
  ctx,
  station,
  need,
  path,
  marked,
}: {
  ctx: Context;
  station: StationView;
  need: CarNeed;
  path: string | null;
  marked: string | undefined;
}) {
  const groups = alikePlaces(station.connectors);
  const suiting = suitingPlaces(groups, need);
  const [plugs, powers] = [plugsAt(groups), powersAt(groups)];
  const isChoice = plugs.length > 1 || powers.length > 1 || asksAny(need);
  return (
    <>
      <div className="mb-4 space-y-2">
        <NeedSwitch asks={asksAny(need)}>
          {isChoice && (
            <NeedFields
              key={JSON.stringify(need)}
              scope="switch"
              value={need}
              plugs={plugs}
              powers={powers}
            />
          )}
        </NeedSwitch>
        <CountedFor {...{ groups, suiting, need }} />
      </div>
      {suiting.length > 0 && (
        <Times
          slots={await readSlots(ctx, station.id, need)}
          now={ctx.clock.now()}
          timeZone={station.timeZone}
          path={path}
          marked={marked}
          need={need}
        />
      )}
    </>
  );
}

/** The times, with what they are counted for in words. */
function Times({
  need,
  slots,
  now,
  ...frame
}: Omit<ComponentProps<typeof SlotDays>, "need" | "days"> & {
  readonly need: CarNeed;
  readonly slots: readonly ShownSlot[];
  readonly now: Date;
}) {
  const words = useNeedWords()(need, "short");
  const params = needParams(need);
  const { timeZone, path, marked } = frame;
  const slot = slots.find(({ startsAt, remaining }) => startsAt === marked && remaining > 0);
  return (
    <>
      {slot && path && <BookMarked {...{ slot, timeZone, path, params }} />}
      <SlotDays {...frame} days={groupByDay(slots, timeZone, now)} need={{ words, params }} />
    </>
  );
}

/** The time that the search found, one tap from being confirmed. */
function BookMarked({
  slot: { startsAt, endsAt },
  timeZone,
  path,
  params,
}: {
  slot: ShownSlot;
  timeZone: string;
  path: string;
  params: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("station");
  const format = useFormatter();
  const clock = (at: string) => format.dateTime(new Date(at), "clock", { timeZone });
  const day = format.dateTime(new Date(startsAt), { weekday: "long", timeZone });
  return (
    <div className="mb-4">
      <ButtonLink
        href={`${path}/book?${new URLSearchParams({ startsAt, ...params })}`}
        className="w-full sm:w-auto"
      >
        {t("bookTime", { time: `${day} ${clock(startsAt)}–${clock(endsAt)}` })}
      </ButtonLink>
    </div>
  );
}

interface Counted {
  readonly groups: readonly AlikePlaces[];
  /** Those that suit the need. */
  readonly suiting: readonly AlikePlaces[];
  readonly need: CarNeed;
}

/** What the times are counted for; heard when it changes. */
function CountedFor({ groups, suiting, need }: Counted) {
  return (
    <output className="block text-sm text-ink-soft">
      {asksAny(need) && <CountedWords {...{ groups, suiting, need }} />}
    </output>
  );
}

function CountedWords({ groups, suiting, need }: Counted) {
  const t = useTranslations("station");
  const needWords = useNeedWords()(need);
  const places = usePlaceWords().groups(suiting.length > 0 ? suiting : groups);
  if (suiting.length === 0) {
    return (
      <Notice kind="warning" title={t("needNone", { need: needWords })}>
        {t("needNoneText", { places })}
      </Notice>
    );
  }
  if (suiting.length === groups.length) return t("needAll", { need: needWords });
  return t("needFor", { need: needWords, places });
}

/** The slots to come with the places left for the car, and those that others could have. */
async function readSlots(ctx: Context, stationId: string, need: CarNeed) {
  const all = await readAvailability(ctx, { stationId });
  if (!asksAny(need)) return all;
  const own = await readAvailability(ctx, { stationId, ...needInput(need) });
  const left = new Map(own.map(({ startsAt, remaining }) => [startsAt, remaining]));
  return all.map((slot) => {
    const remaining = left.get(slot.startsAt) ?? 0;
    return { ...slot, remaining, others: slot.remaining - remaining };
  });
}
