import { useFormatter, useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";

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
import { clockOf } from "@/components/ui/use-clock";

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
  const slots = suiting.length > 0 ? await readSlots(ctx, station.id, need) : [];
  const slot = slots.find(({ startsAt, remaining }) => startsAt === marked && remaining > 0);
  const now = ctx.clock.now();
  const { timeZone } = station;
  return (
    <>
      <div className="mb-4 space-y-2">
        <NeedSwitch asks={asksAny(need)} address={markedAddress(marked)}>
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
        <CountedFor {...{ groups, suiting, need }}>
          {marked !== undefined && !slot && suiting.length > 0 && (
            <MarkedGone {...{ marked, now, timeZone, need }} />
          )}
        </CountedFor>
      </div>
      {suiting.length > 0 && <Times {...{ slots, slot, now, timeZone, path, marked, need }} />}
    </>
  );
}

/** The page's address with the time that is marked alone, to which a need is added. */
const markedAddress = (marked: string | undefined): string =>
  marked === undefined ? "?" : `?${new URLSearchParams({ startsAt: marked })}&`;

/** The times, with what they are counted for in words. */
function Times({
  need,
  slots,
  slot,
  now,
  ...frame
}: Omit<ComponentProps<typeof SlotDays>, "need" | "days"> & {
  readonly need: CarNeed;
  readonly slots: readonly ShownSlot[];
  /** The one that is marked, where it has a place. */
  readonly slot: ShownSlot | undefined;
  readonly now: Date;
}) {
  const words = useNeedWords()(need, "short");
  const params = needParams(need);
  const { timeZone, path } = frame;
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
  const clock = clockOf(format, timeZone);
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

/** What the times are counted for, and what else there is to say of them; heard when it changes. */
function CountedFor({ children, ...counted }: Counted & { readonly children: ReactNode }) {
  return (
    <output className="block space-y-2 text-sm text-ink-soft">
      {asksAny(counted.need) && (
        <div>
          <CountedWords {...counted} />
        </div>
      )}
      {children}
    </output>
  );
}

/** Says that the time that the search found, or that was marked for another plug, has no place; of one that is over, nothing. */
function MarkedGone({
  marked,
  now,
  timeZone,
  need,
}: {
  readonly marked: string;
  readonly now: Date;
  readonly timeZone: string;
  readonly need: CarNeed;
}) {
  const t = useTranslations("station");
  const format = useFormatter();
  const needWords = useNeedWords()(need);
  const at = new Date(marked);
  // What cannot be read is no time either.
  if (!(at > now)) return null;
  const time = format.dateTime(at, "clock", { weekday: "long", timeZone });
  return (
    <Notice kind="warning">
      {needWords ? t("markedGoneFor", { time, need: needWords }) : t("markedGone", { time })}
    </Notice>
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
