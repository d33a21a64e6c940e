import { inTransaction, type Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/permissions";
import { addConnector as addOne, setStationStatus, updateConnector } from "@/lib/sites/stations";
import {
  endOutage as end,
  moveOutage as move,
  setOutage as set,
} from "@/lib/sites/stations/inside";

import { keyOf, kindOf, wordsOf } from "./kinds";
import { flag } from "./flags";
import { hour, isOpen, rebuild, type Connector, type Model, type Station } from "./model";
import type { Of } from "./operations";
import { taken, toldOfFlags, toldOfStation, type Deed, type Told } from "./step";
import type { World } from "./world";

/** What a change of the station brings: its slots follow, and those who no longer fit are flagged. */
export function follow(model: Model, station: Station, told: Told): Told[] {
  rebuild(model, station);
  return [told, ...toldOfFlags(flag(model, station))];
}

/** The same where nothing is recorded of the change itself. */
const followSilently = (model: Model, station: Station): Told[] => {
  rebuild(model, station);
  return toldOfFlags(flag(model, station));
};

type Step = Parameters<typeof set>[1];
/** What machines say of a station's connectors, as the rooms that hear them do. */
const within = <T>(world: World, station: Station, step: (ctx: Context, station: Step) => T) =>
  inTransaction(world.as(world.staff[0]), async (ctx) => {
    const thing = { stationId: station.id, businessId: world.businessId };
    return step(ctx, authorize(ctx, "connector.manage", thing, "station.not_found"));
  });

export const setOutage: Deed<Of<"setOutage">> = (operation, model, world) => {
  const station = taken(model.stations, operation.station);
  const connector = station && taken(station.connectors, operation.connector);
  if (!connector) return null;
  const start = model.now + (operation.from - 5) * hour;
  const until = operation.lasts === null ? null : start + (operation.lasts + 1) * hour;
  return {
    call: () =>
      within(world, station, (ctx, thing) =>
        set(ctx, thing, {
          connectorId: connector.id,
          startsAt: new Date(start),
          untilAt: until === null ? null : new Date(until),
          source: "Fault",
          reason: null,
        }),
      ),
    refusal: null,
    mayCrowd: true,
    apply({ id }: { id: string }) {
      station.outages.push({ id, connectorId: connector.id, start, end: until });
      return follow(model, station, toldOfStation(station, "SetOutage"));
    },
  };
};

const outagesOf = (model: Model) =>
  model.stations.flatMap((station) => station.outages.map((outage) => ({ station, outage })));

export const moveOutage: Deed<Of<"moveOutage">> = (operation, model, world) => {
  const found = taken(outagesOf(model), operation.outage);
  if (!found) return null;
  const { station, outage } = found;
  const until = operation.lasts === null ? null : outage.start + (operation.lasts + 1) * hour;
  const untilAt = until === null ? null : new Date(until);
  return {
    call: () =>
      within(world, station, (ctx, thing) => move(ctx, thing, { id: outage.id, untilAt })),
    refusal: null,
    mayCrowd: true,
    apply() {
      outage.end = until;
      return followSilently(model, station);
    },
  };
};

export const endOutage: Deed<Of<"endOutage">> = (operation, model, world) => {
  const found = taken(outagesOf(model), operation.outage);
  if (!found) return null;
  const { station, outage } = found;
  return {
    call: () => within(world, station, (ctx, thing) => end(ctx, thing, { id: outage.id })),
    refusal: null,
    mayCrowd: true,
    apply() {
      station.outages = station.outages.filter((one) => one !== outage);
      return follow(model, station, toldOfStation(station, "EndOutage"));
    },
  };
};

export const addConnector: Deed<Of<"addConnector">> = (operation, model, world) => {
  const station = taken(model.stations, operation.station);
  if (!station) return null;
  const { number } = operation;
  const kind = kindOf(operation.plugs);
  const same = station.connectors.find((one) => one.number === number);
  const isTaken = same !== undefined && same.status !== "Inactive";
  return {
    call: () =>
      addOne(world.as(world.staff[0]), { stationId: station.id, number, ...wordsOf(kind) }),
    refusal: isTaken ? "connector.number_taken" : null,
    mayCrowd: true,
    apply({ id }: { id: string }) {
      if (same) Object.assign(same, { status: "Active", kind });
      else station.connectors.push({ id, number, status: "Active", kind });
      station.connectors.sort((one, other) => one.number - other.number);
      return follow(model, station, toldOfStation(station, "AddConnector"));
    },
  };
};

const isBusy = (model: Model, { id }: Connector) =>
  model.bookings.some(({ session }) => session?.status === "Active" && session.connectorId === id);

export const setConnector: Deed<Of<"setConnector">> = (operation, model, world) => {
  const station = taken(model.stations, operation.station);
  const connector = station && taken(station.connectors, operation.connector);
  if (!connector) return null;
  const { status } = operation;
  const kind = operation.plugs === null ? connector.kind : kindOf(operation.plugs);
  const isOther =
    connector.status === "Active" && (status !== "Active" || keyOf(kind) !== keyOf(connector.kind));
  return {
    call: () =>
      updateConnector(world.as(world.staff[0]), {
        stationId: station.id,
        connectorId: connector.id,
        status,
        ...wordsOf(kind),
      }),
    refusal: isOther && isBusy(model, connector) ? "connector.in_use" : null,
    mayCrowd: true,
    apply() {
      if (connector.status === status && keyOf(kind) === keyOf(connector.kind)) return [];
      Object.assign(connector, { status, kind });
      return follow(model, station, toldOfStation(station, "UpdateConnector"));
    },
  };
};

export const setStation: Deed<Of<"setStation">> = (operation, model, world) => {
  const station = taken(model.stations, operation.station);
  if (!station) return null;
  const { status } = operation;
  const isBooked = model.bookings.some(
    (booking) => booking.station === station && isOpen(booking) && booking.start > model.now,
  );
  const isRefused = status === "Inactive" && isBooked;
  const refusal = isRefused ? "station.has_future_bookings" : null;
  return {
    call: () => setStationStatus(world.as(world.staff[0]), { id: station.id, status }),
    refusal: station.status === status ? "station.status" : refusal,
    mayCrowd: true,
    apply() {
      const action = status === "Inactive" ? "Deactivate" : "SetStatus";
      const told = toldOfStation(station, action, station.status, status);
      station.status = status;
      return follow(model, station, told);
    },
  };
};
