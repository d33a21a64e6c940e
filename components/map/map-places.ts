import Supercluster from "supercluster";

import type { MapPlace } from "@/lib/sites/stations/schema";

import { type Bounds, nearestCopy } from "./geometry";

/** What is drawn at one spot: a station, or how many there are. */
export type Spot =
  | { readonly kind: "station"; readonly place: MapPlace; readonly key: string }
  | {
      readonly kind: "cluster";
      readonly lat: number;
      readonly lng: number;
      readonly count: number;
      readonly bookable: boolean;
      readonly key: string;
      /** The zoom at which it falls apart. */
      readonly opensAt: number;
      /** The stations in it, where it never falls apart because they stand on one spot. */
      readonly stations: readonly MapPlace[];
    };

interface Sum {
  count: number;
  bookable: boolean;
}

const deepest = 18;

/** Groups places that would overlap on the screen. Places that stand for several count as so many. */
export class PlaceIndex {
  readonly #index: Supercluster<MapPlace, Sum>;

  constructor(places: readonly MapPlace[]) {
    this.#index = new Supercluster<MapPlace, Sum>({
      extent: 256,
      radius: 52,
      maxZoom: deepest,
      map: ({ count, bookable }) => ({ count, bookable }),
      reduce: (sum, { count, bookable }) => {
        sum.count += count;
        sum.bookable ||= bookable;
      },
    });
    this.#index.load(
      places.map((place) => ({
        type: "Feature",
        geometry: { type: "Point", coordinates: [place.lng, place.lat] },
        properties: place,
      })),
    );
  }

  /** What to draw within the bounds at a zoom, on the copy of the world that they show. */
  spots(bounds: Bounds, zoom: number): Spot[] {
    const found = this.#index.getClusters([...bounds], Math.min(zoom, deepest));
    const middle = (bounds[0] + bounds[2]) / 2;
    return found.map(({ geometry, properties }) => {
      const [at = 0, lat = 0] = geometry.coordinates;
      const lng = nearestCopy(at, middle);
      if (!("cluster_id" in properties)) {
        if (properties.station) {
          return { kind: "station", place: { ...properties, lng }, key: properties.station.id };
        }
        const { count, bookable } = properties;
        const key = `${lat},${lng}`;
        return { kind: "cluster", lat, lng, count, bookable, key, opensAt: zoom + 2, stations: [] };
      }
      const { cluster_id: id, count, bookable } = properties;
      const opensAt = this.#index.getClusterExpansionZoom(id);
      const together = opensAt > deepest;
      const leaves = together ? this.#index.getLeaves(id, 50) : [];
      return {
        kind: "cluster",
        lat,
        lng,
        count,
        bookable,
        key: `c${id}`,
        opensAt,
        stations: leaves.map((leaf) => leaf.properties),
      };
    });
  }
}
