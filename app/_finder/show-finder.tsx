import type { ComponentType } from "react";

import type { FinderForm, FinderProps } from "@/components/finder/finder";
import {
  type FinderQuery,
  listParams,
  othersParams,
  readFinderQuery,
} from "@/components/finder/finder-query";
import { OwnMarks } from "@/components/finder/own-context";
import { packStations } from "@/components/finder/shown-stations";
import type { PackedFound } from "@/components/finder/use-finder";
import { ClientMessages } from "@/components/i18n/client-messages";
import { tileSource } from "@/components/map/tile-source";
import { addressOf } from "@/components/station/car-need";
import type { Context } from "@/lib/core/context";
import { searchStations } from "@/lib/sites/stations";
import { SearchStations } from "@/lib/sites/stations/schema";

import { markStation } from "./actions";
import { readOwn } from "./read-own";

/** Stations that the server renders: what a screen shows and more; the next question brings whole pages (use-finder). */
const pageSize = 10;

/** The finder with what its address asks for, for whoever looks: on the public site and in a driver's app alike. */
export async function ShowFinder({
  ctx,
  searchParams,
  form,
  as: Finder,
}: {
  ctx: Context;
  searchParams: Readonly<Record<string, string | string[] | undefined>>;
  form: FinderForm;
  /** Named by the page, so that each loads its own alone. */
  as: ComponentType<FinderProps>;
}) {
  const own = await readOwn(ctx);
  const query = readFinderQuery(addressOf(searchParams), own);
  return (
    <ClientMessages of={["finder", "station", "places", "price", "map"]}>
      <OwnMarks own={own} send={markStation}>
        <Finder
          form={form}
          initialQuery={query}
          initialFound={await found(ctx, query)}
          tiles={await tileSource()}
          own={own}
          unit={ctx.units.distance}
        />
      </OwnMarks>
    </ClientMessages>
  );
}

async function found(ctx: Context, query: FinderQuery): Promise<PackedFound> {
  const search = (params: URLSearchParams, limit: number) => {
    params.delete("limit");
    const asked = SearchStations.parse(Object.fromEntries(params));
    return searchStations(ctx, { ...asked, page: 1, limit });
  };
  const [listed, others] = await Promise.all([
    search(listParams(query), pageSize),
    query.others ? null : search(othersParams(query), 0),
  ]);
  const { items, total } = listed;
  return { items: packStations(items), total, others: others?.total ?? 0 };
}
