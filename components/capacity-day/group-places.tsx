import { useTranslations } from "next-intl";

import type { DailyCapacity } from "@/lib/charging/bookings/schema";
import { placeKey } from "@/lib/core/plugs";

import { usePlaceWords } from "../station/place-groups";

/** A slot's places by kind; nothing where all are alike. */
export function GroupPlaces({ groups }: Pick<DailyCapacity["slots"][number], "groups">) {
  const t = useTranslations("capacityDay");
  const { kind } = usePlaceWords();
  if (groups.length < 2) return null;
  return (
    <ul className="space-y-0.5 text-sm">
      {groups.map(({ reserved, capacity, ...place }) => (
        <li key={placeKey(place)}>
          {t("ofKind", {
            kind: kind(place),
            places: t("places", { reserved, capacity }),
          })}
        </li>
      ))}
    </ul>
  );
}
