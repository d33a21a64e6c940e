import type { reportsEndpoints } from "@/app/api/v1/reports/endpoints";

import { reportSubscriptions } from "@/db/schema/reports";

import { madeReportSubscription } from "../../../support/report-subscription";
import type { RowsOf } from "../rows";
import { api } from "../scene";

export const rows: RowsOf<typeof reportsEndpoints> = {
  "GET /reports/cash": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/bookings": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/cancellations": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/energy": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/no-shows": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/owners": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/revenue": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/starts": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/stations": { ownOnly: true, call: () => ({ query: { limit: "3" } }) },
  "GET /reports/subscriptions": { ownOnly: true, call: () => ({}) },
  "POST /reports/subscriptions": {
    ownOnly: true,
    call: async () => {
      // A person has the same one once.
      await api.db.delete(reportSubscriptions);
      return { body: { report: "revenue" } };
    },
  },
  "DELETE /reports/subscriptions/{id}": {
    ownOnly: true,
    call: async ({ callers }, role = "Backoffice") => {
      await api.db.delete(reportSubscriptions);
      return { params: { id: await madeReportSubscription(api.db, callers[role].userId) } };
    },
  },
  "GET /reports/utilization": { call: ({ stationId }) => ({ query: { stationId } }) },
};
