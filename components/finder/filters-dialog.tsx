"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { NeedFields } from "../station/need-fields";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";
import { AmenityChoice, CarChoice, PriceField, RadiusChoice, TypeChoice } from "./filter-fields";
import { emptyQuery, type FinderQuery } from "./finder-query";
import { freeAtOf, instantsOf } from "./free-at";
import { FreeAtFields } from "./free-at-fields";
import type { Own } from "./own-context";

/** The time alone, or everything. */
export type FilterScope = "time" | "all";

interface FiltersProps {
  scope: FilterScope;
  query: FinderQuery;
  change: (part: Partial<FinderQuery>) => void;
  setRadius: (radiusKm: number | null) => void;
  own: Own | null;
}

const titles = { time: "freeAt", all: "filters" } as const;

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
      <FilterForm {...props} close={() => onOpenChange(false)} />
    </Dialog>
  );
}

/** All but the time acts at once; that acts when it is applied. */
function FilterForm({ close, ...props }: FiltersProps & { close: () => void }) {
  const t = useTranslations("finder");
  const { scope, query, change } = props;
  const timeOnly = scope === "time";
  const [wish, setWish] = useState(() => {
    const next = freeAtOf(query.free, new Date());
    return timeOnly || query.free ? next : { ...next, date: "" };
  });

  const [fault, setFault] = useState<TimeFault | null>(null);

  const apply = () => {
    const free = instantsOf(wish);
    const found = wish.date === "" ? null : faultOf(free);
    setFault(found);
    if (found) return;
    change({ free });
    close();
  };
  const clear = () => {
    const { search: _search, near: _near, others: _others, ...filters } = emptyQuery;
    change(timeOnly ? { free: null } : filters);
    close();
  };
  return (
    <>
      <DialogBody>
        <div className="space-y-6">
          {!timeOnly && <CarFields {...props} />}
          <FreeAtFields
            value={wish}
            orAny={!timeOnly}
            error={fault ? t(fault) : undefined}
            onChange={setWish}
          />
          {!timeOnly && <StationFields {...props} />}
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

/** What is wrong with the time that is asked for, as the catalogue calls it. */
type TimeFault = "timeMissing" | "timePassed";

function faultOf(free: FinderQuery["free"]): TimeFault | null {
  if (!free) return "timeMissing";
  return Date.parse(free.from) < Date.now() ? "timePassed" : null;
}

/** What fits the car. */
function CarFields({ query, change, own }: FiltersProps) {
  const t = useTranslations("finder");
  return (
    <>
      <div className="space-y-1.5">
        <NeedFields scope="sheet" value={query.need} onChange={(need) => change({ need })} />
        <p className="text-sm text-ink-soft">{t("needText")}</p>
      </div>
      {own && own.vehicles.length > 0 && <CarChoice query={query} change={change} own={own} />}
      <div className="space-y-1.5">
        <p aria-hidden className="text-sm font-medium">
          {t("type")}
        </p>
        <TypeChoice name="type-sheet" query={query} change={change} />
      </div>
    </>
  );
}

/** Where the station is, what it costs and offers. */
function StationFields({ query, change, setRadius }: FiltersProps) {
  const t = useTranslations("finder");
  return (
    <>
      <div className="space-y-1.5">
        <label htmlFor="radius-sheet" className="text-sm font-medium">
          {t("radius")}
        </label>
        <RadiusChoice id="radius-sheet" query={query} onChange={setRadius} />
        {!query.near && <p className="text-sm text-ink-soft">{t("radiusAsks")}</p>}
      </div>
      <PriceField query={query} change={change} />
      <AmenityChoice query={query} change={change} />
    </>
  );
}
