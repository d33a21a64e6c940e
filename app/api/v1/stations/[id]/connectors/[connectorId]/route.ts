import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { removeConnector, updateConnector } from "@/lib/sites/stations";
import { ConnectorView, UpdateConnector } from "@/lib/sites/stations/schema";

const params = z.object({ id: z.uuid(), connectorId: z.uuid() });

export const PUT = endpoint({
  tag: "Stations",
  summary: "Change a connector",
  permission: "connector.manage",
  params,
  body: UpdateConnector,
  returns: ConnectorView,
  examples: [{ name: "Out of order", body: { status: "OutOfOrder" } }],
  run: (ctx, { params: { id, connectorId }, body }) =>
    updateConnector(ctx, { stationId: id, connectorId, ...body }),
});

export const DELETE = endpoint({
  tag: "Stations",
  summary: "Take a connector out of service for good",
  description: "It becomes Inactive, because past sessions still name it.",
  permission: "connector.manage",
  params,
  returns: ConnectorView,
  run: (ctx, { params: { id, connectorId } }) =>
    removeConnector(ctx, { stationId: id, connectorId }),
});

export const { GET, POST, PATCH, OPTIONS } = otherMethods({ PUT, DELETE });
