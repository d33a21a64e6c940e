"use client";

import { useTranslations } from "next-intl";

import type { DistanceUnit } from "@/lib/core/units";
import type { StationView } from "@/lib/sites/stations/schema";

import { TextField } from "../form/fields";
import type { Bounds, TileSource } from "../map/geometry";
import { AddressSearch, type FindAddress } from "./address-search";
import { PositionField } from "./position-field";

/** Where a station stands, in words and on the map; with a geocoder one field for both. */
export function PlaceFields({
  station,
  start,
  tiles,
  unit,
  find,
}: {
  station?: Pick<StationView, "address" | "location">;
  /** What the map of a new one shows first. */
  start: Bounds;
  tiles: TileSource;
  /** In which its reader reads distances. */
  unit: DistanceUnit;
  /** Looks an address up; absent where the installation has no geocoder. */
  find?: FindAddress;
}) {
  const t = useTranslations("stationForm");
  const optional = useTranslations("ui")("optional");
  const address = {
    defaultValue: station?.address,
    optional: station ? undefined : optional,
  };
  return (
    <PositionField
      initial={station?.location}
      start={start}
      tiles={tiles}
      unit={unit}
      renderAddress={(put) =>
        find ? (
          <AddressSearch {...address} find={find} onPick={put} />
        ) : (
          <TextField {...address} name="address" label={t("address")} autoComplete="off" />
        )
      }
    />
  );
}
