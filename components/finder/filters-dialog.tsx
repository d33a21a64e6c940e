"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { anyNeed } from "../station/car-need";
import { NeedFields } from "../station/need-fields";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";
import { FreeAtFields, RadiusChoice, TypeChoice } from "./filter-fields";
import { emptyQuery, type FinderQuery } from "./finder-query";
import { freeAtOf, instantsOf } from "./free-at";

/** The time or the car alone, or everything that has no room in the bar. */
export type FilterScope = "time" | "need" | "all";

interface FiltersProps {
  scope: FilterScope;
  query: FinderQuery;
  change: (part: Partial<FinderQuery>) => void;
  setRadius: (radiusKm: number | null) => void;
}

const titles = { time: "freeAt", need: "needTitle", all: "filters" } as const;

/** The filters that need room. */
export function FiltersDialog({
  open,
  onOpenChange,
  ...props
}: FiltersProps & { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations("finder");
  return (
    <Dialog
      form={props.scope === "all" ? "sheet" : "dialog"}
      title={t(titles[props.scope])}
      open={open}
      onOpenChange={onOpenChange}
    >
      {props.scope === "need" ? (
        <NeedForm {...props} close={() => onOpenChange(false)} />
      ) : (
        <FilterForm {...props} close={() => onOpenChange(false)} />
      )}
    </Dialog>
  );
}

/** What the car needs; acts at once. */
function NeedForm({ query, change, close }: FiltersProps & { close: () => void }) {
  const t = useTranslations("finder");
  const clear = () => {
    change({ need: anyNeed });
    close();
  };
  return (
    <>
      <DialogBody>
        <div className="space-y-4">
          <NeedFields scope="need" value={query.need} onChange={(need) => change({ need })} />
          <p className="text-sm text-ink-soft">{t("needText")}</p>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button look="secondary" onClick={clear}>
          {t("needAny")}
        </Button>
        <Button onClick={close}>{t("apply")}</Button>
      </DialogFooter>
    </>
  );
}

/** Plug, type and distance act at once; the time acts when it is applied. */
function FilterForm({
  scope,
  query,
  change,
  setRadius,
  close,
}: FiltersProps & { close: () => void }) {
  const t = useTranslations("finder");
  const timeOnly = scope === "time";
  const [wish, setWish] = useState(() => freeAtOf(query.free, new Date()));
  const [wished, setWished] = useState(timeOnly || query.free !== null);

  const apply = () => {
    change({ free: wished ? instantsOf(wish) : null });
    close();
  };
  const clear = () => {
    const { type, radiusKm, need } = emptyQuery;
    change(timeOnly ? { free: null } : { free: null, type, radiusKm, need });
    close();
  };
  return (
    <>
      <DialogBody>
        <div className="space-y-6">
          {!timeOnly && (
            <>
              <div className="space-y-1.5">
                <NeedFields
                  scope="sheet"
                  value={query.need}
                  onChange={(need) => change({ need })}
                />
                <p className="text-sm text-ink-soft">{t("needText")}</p>
              </div>
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
      </DialogBody>
      <DialogFooter>
        <Button look="secondary" onClick={clear}>
          {t(timeOnly ? "freeAtAny" : "clearAll")}
        </Button>
        <Button onClick={apply}>{t("apply")}</Button>
      </DialogFooter>
    </>
  );
}
