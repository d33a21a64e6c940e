import { useTranslations } from "next-intl";

import { placeKey } from "@/lib/core/plugs";
import type { SchedulePreview } from "@/lib/sites/schedules/schema";

import { usePlaceWords } from "../station/place-groups";

/** What changes of each kind of places, in the times that stay; nothing where all places are alike. */
export function GroupChanges({ groups }: { groups: SchedulePreview["groupChanges"] }) {
  const t = useTranslations("scheduleEditor");
  const { kind } = usePlaceWords();
  if (groups.length === 0) return null;
  return (
    <ul className="space-y-0.5 text-sm">
      {groups.map(({ before, after, slots, ...place }) => (
        <li key={`${placeKey(place)} ${before} ${after}`}>
          {t("groupChange", { kind: kind(place), before, after, slots })}
        </li>
      ))}
    </ul>
  );
}
