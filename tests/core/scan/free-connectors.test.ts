import { describe, expect, it } from "vitest";

import type { Act, KeptAct } from "@/components/offline/act";
import { problemOf } from "@/components/scan/camera-problem";
import { freeConnectors, proposed } from "@/components/scan/free-connectors";
import type { ConnectorView } from "@/lib/sites/stations/schema";

const connector = (number: number): ConnectorView => ({
  id: `connector-${number}`,
  number,
  standards: ["IEC_62196_T2_COMBO"],
  maxPowerKw: 50,
  plugs: [{ standard: "IEC_62196_T2_COMBO", maxPowerKw: 50 }],
  status: "Active",
});
const station = { connectors: [connector(3), connector(1), connector(2), connector(4)] };
const on = (number: number, bookingId = `booking-${number}`) => ({
  bookingId,
  connector: { id: `connector-${number}` },
});
const head = { key: "k", at: "", bookingId: "booking-9", number: "BK", stationId: "s" };
const kept = (act: Act, state: KeptAct["state"] = "Waiting"): KeptAct => ({
  act,
  seq: 1,
  state,
  tries: 0,
  dueAt: 0,
});
const checkIn = (number: number): Act => ({
  ...head,
  kind: "CheckIn",
  connectorId: `connector-${number}`,
});
const numbers = (free: readonly ConnectorView[]) => free.map(({ number }) => number);

describe("connectors that a car can be let in on", () => {
  it("are those without a car, lowest number first", () => {
    expect(numbers(freeConnectors(station, [on(2)], []))).toEqual([1, 3, 4]);
  });

  it("leave out one that this phone let a car in on and has not sent yet, until that is settled", () => {
    expect(numbers(freeConnectors(station, [], [kept(checkIn(1))]))).toEqual([2, 3, 4]);
    expect(numbers(freeConnectors(station, [], [kept(checkIn(1), "Refused")]))).toEqual([
      1, 2, 3, 4,
    ]);
    expect(
      numbers(freeConnectors(station, [on(1, "booking-9")], [kept(checkIn(1), "Done")])),
    ).toEqual([2, 3, 4]);
  });

  it("have one again that this phone let a car out of, also one that came in here", () => {
    const finalize: Act = { ...head, kind: "Finalize", bookingId: "booking-2" };
    expect(numbers(freeConnectors(station, [on(2)], [kept(finalize)]))).toEqual([1, 2, 3, 4]);
    const both = [kept(checkIn(1)), kept({ ...finalize, bookingId: "booking-9" })];
    expect(numbers(freeConnectors(station, [], both))).toEqual([1, 2, 3, 4]);
  });

  it("propose what was chosen, then the first in the server's order of those that suit, and nothing else", () => {
    const free = freeConnectors(station, [on(3)], []);
    expect(proposed(free, "connector-4", ["connector-2"])?.number).toBe(4);
    expect(proposed(free, undefined, ["connector-3", "connector-2"])?.number).toBe(2);
    expect(proposed(free, "connector-3", ["connector-1"])?.number).toBe(1);
    expect(proposed(free, undefined, ["connector-3"])).toBeNull();
    expect(proposed(free, undefined, [])).toBeNull();
    expect(proposed([], "connector-1", ["connector-1"])).toBeNull();
  });
});

describe("what is wrong with a camera", () => {
  it.each([
    ["Error getting userMedia, error = NotAllowedError: Permission denied", "Refused"],
    [new DOMException("no", "NotAllowedError"), "Refused"],
    ["Error getting userMedia, error = NotFoundError: Requested device not found", "None"],
    ["Error getting userMedia, error = NotReadableError: Could not start video source", "Busy"],
    ["Camera streaming not supported by the browser.", "Unsupported"],
    [undefined, "Unsupported"],
  ])("%s", (error, problem) => expect(problemOf(error)).toBe(problem));
});
