import { PlugZap } from "lucide-react";
import { useTranslations } from "next-intl";

import type { BookingView } from "@/lib/charging/bookings/schema";

import { asksAny } from "../station/car-need";
import { useNeedWords } from "../station/need-words";

/** What a booking asks of its place; null where any would do. */
export function useAskedWords(): (
  booking: Pick<BookingView, "standard" | "minPowerKw">,
) => string | null {
  const words = useNeedWords();
  return ({ standard, minPowerKw }) => {
    const need = { plug: standard, minPowerKw };
    return asksAny(need) ? words(need) : null;
  };
}

/** The same as a line of its own. */
export function BookedFor({ booking }: { booking: Pick<BookingView, "standard" | "minPowerKw"> }) {
  const t = useTranslations("book");
  const asked = useAskedWords()(booking);
  if (asked === null) return null;
  return (
    <p className="mt-0.5 flex items-center gap-1.5 text-sm text-ink-soft">
      <PlugZap aria-hidden className="size-4 shrink-0" />
      {t("forCar", { need: asked })}
    </p>
  );
}
