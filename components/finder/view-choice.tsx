import { List, Map as MapIcon } from "lucide-react";
import { useTranslations } from "next-intl";

import { Segmented } from "../ui/segmented";
import type { View } from "./finder";

/** Which of the two a phone shows. */
export function ViewChoice({ view, setView }: { view: View; setView: (view: View) => void }) {
  const t = useTranslations("finder");
  return (
    <div className="lg:hidden">
      <Segmented
        legend={t("view")}
        name="view"
        value={view}
        onChange={setView}
        options={[
          {
            value: "list",
            label: (
              <>
                <List aria-hidden /> {t("list")}
              </>
            ),
          },
          {
            value: "map",
            label: (
              <>
                <MapIcon aria-hidden /> {t("map")}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
