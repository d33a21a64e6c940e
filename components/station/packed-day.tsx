import { DayParts } from "./day-parts";
import { unpackSlots } from "./group-days";
import type { SlotFrame } from "./slot-tile";

/** A day's slots, of figures; loaded after the page. */
export function PackedDay({ slots, ...frame }: SlotFrame & { readonly slots: string }) {
  return <DayParts slots={unpackSlots(slots)} {...frame} />;
}
