"use client";

import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";

import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { FreeAtFields, RadiusChoice, TypeChoice } from "./filter-fields";
import { emptyQuery, type FinderQuery } from "./finder-query";
import { freeAtOf, instantsOf } from "./free-at";

/**
 * The filters that need room. `timeOnly` leaves out those that stand in the bar already.
 * Type and distance act at once; the time acts when it is applied.
 */
export function FiltersDialog({
  trigger,
  timeOnly = false,
  query,
  change,
  setRadius,
}: {
  trigger: ReactElement;
  timeOnly?: boolean;
  query: FinderQuery;
  change: (part: Partial<FinderQuery>) => void;
  setRadius: (radiusKm: number | null) => void;
}) {
  const t = useTranslations("finder");
  const [open, setOpen] = useState(false);
  const [wish, setWish] = useState(() => freeAtOf(query.free, new Date()));
  const [wished, setWished] = useState(query.free !== null);

  const opened = (next: boolean) => {
    setOpen(next);
    if (!next) return;
    setWish(freeAtOf(query.free, new Date()));
    setWished(timeOnly || query.free !== null);
  };
  const apply = () => {
    change({ free: wished ? instantsOf(wish) : null });
    setOpen(false);
  };
  const clear = () => {
    const { type, radiusKm } = emptyQuery;
    change(timeOnly ? { free: null } : { free: null, type, radiusKm });
    setOpen(false);
  };

  return (
    <Dialog
      form={timeOnly ? "dialog" : "sheet"}
      trigger={trigger}
      title={t(timeOnly ? "freeAt" : "filters")}
      open={open}
      onOpenChange={opened}
      footer={
        <>
          <Button look="secondary" onClick={clear}>
            {t(timeOnly ? "freeAtAny" : "clearAll")}
          </Button>
          <Button onClick={apply}>{t("apply")}</Button>
        </>
      }
    >
      <div className="space-y-6">
        {!timeOnly && (
          <>
            <div className="space-y-1.5">
              <p aria-hidden className="text-sm font-medium">
                {t("type")}
              </p>
              <TypeChoice name="type-sheet" query={query} change={change} />
            </div>
            <div className="space-y-1.5">
              <label htmlFor="radius-sheet" className="text-sm font-medium">
                {t("radius")}
              </label>
              <RadiusChoice id="radius-sheet" query={query} onChange={setRadius} />
              {!query.near && <p className="text-sm text-ink-soft">{t("radiusAsks")}</p>}
            </div>
            <Checkbox
              label={t("freeAtOnly")}
              checked={wished}
              onChange={(event) => setWished(event.target.checked)}
            />
          </>
        )}
        {wished && <FreeAtFields value={wish} onChange={setWish} />}
      </div>
    </Dialog>
  );
}
