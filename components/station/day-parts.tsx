import { CalendarX2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { EmptyState } from "../ui/empty-state";
import { partsOf, type ShownSlot } from "./group-days";
import { type SlotFrame, SlotTile } from "./slot-tile";

/** A day's slots by part of the day, so that a phone shows all of them in a glance or two. */
export function DayParts({
  slots,
  ...frame
}: SlotFrame & { readonly slots: readonly ShownSlot[] }) {
  const t = useTranslations("station");
  if (slots.length === 0) {
    return (
      <EmptyState icon={CalendarX2} title={t("noneThatDay")}>
        {t("noneThatDayText")}
      </EmptyState>
    );
  }
  return (
    <div className="space-y-4">
      {partsOf(slots, frame.timeZone).map(({ part, own }) => (
        <div key={part}>
          <h3 className="mb-1.5 text-sm font-medium text-ink-soft">{t(`parts.${part}`)}</h3>
          <ul aria-label={t(`parts.${part}`)} className="grid grid-cols-3 gap-2 xl:grid-cols-6">
            {own.map((slot) => (
              <li key={slot.startsAt}>
                <SlotTile slot={slot} {...frame} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
