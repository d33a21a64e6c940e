import { expect, it } from "vitest";

import { api, charged, charging, setScene } from "../authorization/scene";

const scene = await setScene("own");
await charged(scene);
// The same operator and station, and another owner.
const { bookingId } = await charging(await setScene("own"));
await api.call("POST", "/api/v1/sessions/finalize", {
  as: scene.operator,
  body: { bookingId, kWh: 10, payment: { mode: "cash", amount: "6.00" } },
});

const get = (path: string, as = scene.office) => api.call("GET", `/api/v1/${path}`, { as });
const days = "from=2026-06-02&to=2026-06-02";
// 10 kWh at 0.45 with 8.875 % of tax.
const charge = { amount: "4.90", currency: "USD" };

it("reports/cash tells the cash alone, and exports/cash.csv the same", async () => {
  expect(await get(`reports/cash?${days}`)).toMatchObject({
    status: 200,
    body: {
      data: {
        from: "2026-06-02",
        to: "2026-06-02",
        timeZone: "America/New_York",
        rows: [
          {
            day: "2026-06-02",
            operatorId: scene.operator.userId,
            sessions: 1,
            charged: charge,
            received: { amount: "6.00" },
            change: { amount: "1.10" },
            kept: charge,
          },
        ],
        totals: [{ sessions: 1 }],
      },
    },
  });
  const csv = await get(`exports/cash.csv?${days}`);
  expect(csv.headers.get("content-disposition")).toContain("cash.csv");
  expect(String(csv.body).trimEnd().split("\r\n").at(-1)).toBe(
    `2026-06-02,${scene.operator.name},1,4.90,6.00,1.10,4.90,0.00,USD`,
  );
});

it("staff/shift tells all of it to whoever worked, their own first", async () => {
  const answer = await get(
    "staff/shift?from=2026-06-02T00:00:00Z&to=2026-06-03T00:00:00Z",
    scene.operator,
  );
  expect(answer).toMatchObject({
    status: 200,
    body: {
      data: {
        finalized: { sessions: 2, own: 2, energyKwh: 20 },
        takings: [
          { mode: "card", own: true, received: charge },
          { mode: "cash", own: true, received: { amount: "6.00" }, kept: charge },
        ],
        totals: [{ sessions: 2, kept: { amount: "9.80" } }],
        stillDue: [],
        left: { charging: 0 },
      },
    },
  });
});

it.each([
  ["reports/cash?from=2026-06-02", "to"],
  ["reports/cash?from=2026-06-02&to=2026-06-01", "to"],
  ["reports/cash?from=2025-06-01&to=2026-06-02", "to"],
  ["exports/cash.csv?from=2026-06-31&to=2026-07-01", "from"],
  ["staff/shift?from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z", "to"],
  ["staff/shift?from=2026-06-02", "from"],
  ["staff/shift?stationId=7", "stationId"],
])("%s is refused at %s", async (path, field) => {
  expect(await get(path)).toMatchObject({ status: 422, body: { errors: [{ field }] } });
});
