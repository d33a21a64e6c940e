import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { addConnector, readConnectors } from "@/lib/sites/stations";
import { ConnectorInput, ConnectorView } from "@/lib/sites/stations/schema";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Stations",
  summary: "List a station's connectors",
  permission: "station.read",
  params,
  returns: z.array(ConnectorView),
  run: (ctx, { params }) => readConnectors(ctx, params.id),
});

export const POST = endpoint({
  tag: "Stations",
  summary: "Add a connector",
  permission: "connector.manage",
  params,
  body: ConnectorInput,
  returns: ConnectorView,
  status: 201,
  examples: [
    { name: "One more", body: { number: 9, standard: "IEC_62196_T1_COMBO", maxPowerKw: 150 } },
    {
      name: "With two plugs, one of which gives less",
      body: {
        number: 10,
        plugs: [
          { standard: "IEC_62196_T1_COMBO", maxPowerKw: 150 },
          { standard: "CHADEMO", maxPowerKw: 50 },
        ],
      },
    },
  ],
  run: (ctx, { params, body }) => addConnector(ctx, { stationId: params.id, ...body }),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
