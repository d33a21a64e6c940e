import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";

import { cn } from "../ui/class-names";
import type { ShownSlot } from "./group-days";
import { ViewerTime } from "./viewer-time";
import { clockOf } from "../ui/use-clock";

/** What a car asks for, in short words, blank for any place, and as parameters. */
interface SaidNeed {
  readonly words: string;
  readonly params: Readonly<Record<string, string>>;
}

/** What every slot of a station is shown with. */
export interface SlotFrame {
  readonly timeZone: string;
  /** The station's page, under which a free slot is booked and a full one waited for; null where the reader may not. */
  readonly path: string | null;
  /** What the slots are counted for; it goes along. */
  readonly need: SaidNeed;
  /** The start of the slot that is marked. */
  readonly marked?: string | undefined;
}

/** A slot with what is left of it: a free one leads to its booking, a full one to its waiting list. */
export function SlotTile({ slot, ...frame }: SlotFrame & { readonly slot: ShownSlot }) {
  const isFree = slot.remaining > 0;
  const className = cn("slot", !isFree && "slot-full", frame.path && "slot-leads");
  const words = (
    <>
      <SlotTimes slot={slot} timeZone={frame.timeZone} />
      <ViewerTime at={slot.startsAt} timeZone={frame.timeZone} />
      <SlotLeft slot={slot} need={frame.need} waits={frame.path !== null} />
    </>
  );
  const current = frame.marked === slot.startsAt ? "true" : undefined;
  if (!frame.path) return <div className={className}>{words}</div>;
  return (
    <Link href={hrefOf(slot, frame)} prefetch={false} aria-current={current} className={className}>
      {words}
    </Link>
  );
}

function hrefOf({ startsAt, endsAt, remaining }: ShownSlot, { path, need }: SlotFrame): string {
  const query = { startsAt, ...(remaining === 0 && { endsAt }), ...need.params };
  return `${path}/${remaining > 0 ? "book" : "wait"}?${new URLSearchParams(query)}`;
}

/** From when to when; a phone has room for the start, three in a row. Who hears them one by one hears the day, too. */
function SlotTimes({ slot, timeZone }: { slot: ShownSlot; timeZone: string }) {
  const format = useFormatter();
  const clock = clockOf(format, timeZone);
  return (
    <span className="tabular font-medium">
      <span className="sr-only">
        {format.dateTime(new Date(slot.startsAt), { weekday: "long", timeZone })}{" "}
      </span>
      {clock(slot.startsAt)}
      <span className="max-sm:sr-only">–{clock(slot.endsAt)}</span>
    </span>
  );
}

interface Left {
  readonly slot: ShownSlot;
  readonly need: SaidNeed;
  /** Whether a full one leads to its waiting list. */
  readonly waits: boolean;
}

/** What is left; where that is nothing for this car though others find a place, it says so. */
function SlotLeft({ slot: { remaining, others = 0 }, need: { words }, waits }: Left) {
  const t = useTranslations("station");
  const isFree = remaining > 0;
  const own = () => {
    if (isFree) {
      return words
        ? t("leftFor", { count: remaining, need: words })
        : t("left", { count: remaining });
    }
    return words ? t("fullFor", { need: words }) : t("left", { count: 0 });
  };
  return (
    <>
      <span className={cn("text-xs", isFree ? "text-success" : "text-ink-soft")}>
        {isFree || !waits ? own() : t("fullTell", { full: own() })}
      </span>
      {!isFree && others > 0 && (
        <span className="text-xs text-ink-soft">{t("othersLeft", { count: others })}</span>
      )}
    </>
  );
}
