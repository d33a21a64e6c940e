import { describe, expect, it } from "vitest";

import type { Role } from "@/lib/core/actor";
import { reportName } from "@/lib/insight/reports/schema";

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

describe("one business's reports", () => {
  const days = "from=2026-06-01&to=2026-06-03";
  const reports = [...reportName.options, "cash"];
  const paths = [
    ...reports.map((report) => `reports/${report}?${days}`),
    ...["csv", "xlsx", "pdf"].map((format) => `exports/report.${format}?report=revenue&${days}`),
    `exports/cash.csv?${days}`,
  ];
  const get = (scene: Scene, role: Role, path: string) =>
    api.call("GET", `/api/v1/${path}`, { as: scene.callers[role] });

  it.each(reports)(
    "reports/%s is the same for an admin who names it as for its office",
    async (report) => {
      const scene = await setScene("own");
      const { businessId } = scene.callers.Backoffice;
      const path = `reports/${report}?${days}`;
      const office = await get(scene, "Backoffice", path);
      const admin = await get(scene, "SystemAdmin", `${path}&businessId=${businessId}`);
      expect(admin.status).toBe(200);
      expect(admin.body.data).toEqual(office.body.data);
      expect(await get(scene, "Backoffice", `${path}&businessId=${businessId}`)).toMatchObject({
        status: 200,
        body: { data: office.body.data },
      });
    },
  );

  it.each(paths)("%s hides what is out of reach, and refuses what is none", async (path) => {
    const scene = await setScene("own");
    const other = (await setScene("foreign")).businessId;
    const hidden = { status: 404, body: { code: "business.not_found" } };
    expect(await get(scene, "Backoffice", `${path}&businessId=${other}`)).toMatchObject(hidden);
    const nobody = "018f0000-0000-7000-8000-000000000000";
    expect(await get(scene, "SystemAdmin", `${path}&businessId=${nobody}`)).toMatchObject(hidden);
    expect(await get(scene, "SystemAdmin", `${path}&businessId=x`)).toMatchObject({
      status: 422,
      body: { errors: [{ field: "businessId" }] },
    });
    expect((await get(scene, "Operator", `${path}&businessId=${other}`)).status).toBe(403);
    if (path.includes("/stations")) return;
    const elsewhere = `${path}&businessId=${other}&stationId=${scene.stationId}`;
    expect(await get(scene, "SystemAdmin", elsewhere)).toMatchObject({
      status: 404,
      body: { code: "station.not_found" },
    });
  });
});
