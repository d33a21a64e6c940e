import { describe, expect, it } from "vitest";

import type { Role } from "@/lib/core/actor";

import { api, charged, setScene, type Scene } from "../authorization/scene";

/** The report's rows by station, for whoever asks about no station in particular. */
async function stationsIn(scene: Scene, role: Role, report: string) {
  const as = scene.callers[role];
  const query = "from=2026-06-01&to=2026-06-03&groupBy=station";
  return api.call("GET", `/api/v1/reports/${report}?${query}`, { as });
}

const scenes = [await charge("own"), await charge("sibling"), await charge("foreign")];
const [own, sibling, foreign] = scenes.map(({ stationId }) => stationId);

async function charge(side: Parameters<typeof setScene>[0]) {
  const scene = await setScene(side);
  await charged(scene);
  return scene;
}

describe.each(["revenue", "no-shows", "utilization"])("reports/%s without a station", (report) => {
  it("holds the stations of one's own business alone, and an admin's all", async () => {
    const scene = await setScene("own");
    const keys = async (role: Role) => {
      const { status, body } = await stationsIn(scene, role, report);
      expect(status).toBe(200);
      const { groups } = body.data as { groups: { key: string }[] };
      return groups.map(({ key }) => key).toSorted();
    };
    expect(await keys("Backoffice")).toEqual([own, sibling].toSorted());
    expect(await keys("SystemAdmin")).toEqual([own, sibling, foreign].toSorted());
  });

  it("is neither an operator's nor an owner's", async () => {
    const scene = await setScene("own");
    for (const role of ["Operator", "EvOwner"] as const) {
      expect((await stationsIn(scene, role, report)).status).toBe(403);
    }
  });
});

it("reports/starts without a station counts one's own bookings alone", async () => {
  const scene = await setScene("own");
  const total = async (role: Role) => {
    const as = scene.callers[role];
    const path = "/api/v1/reports/starts?from=2026-06-01&to=2026-06-03";
    const { weekdays } = (await api.call("GET", path, { as })).body.data;
    return JSON.stringify(weekdays);
  };
  expect(await total("Backoffice")).not.toBe(await total("SystemAdmin"));
});
