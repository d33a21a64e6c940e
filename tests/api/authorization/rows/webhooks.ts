import { eq } from "drizzle-orm";

import type { webhooksEndpoints } from "@/app/api/v1/webhooks/endpoints";
import { webhooks } from "@/db/schema/webhooks";

import { madeDelivery, madeWebhook } from "../../../support/webhooks";
import type { RowsOf } from "../rows";
import { api, type Scene } from "../scene";

const webhook = async ({ businessId }: Scene) => ({
  params: { id: await madeWebhook(api.db, businessId) },
});
const delivery = async ({ businessId }: Scene) => {
  const id = await madeWebhook(api.db, businessId);
  return { params: { id, deliveryId: await madeDelivery(api.db, id) } };
};

export const rows: RowsOf<typeof webhooksEndpoints> = {
  "GET /webhooks": {
    list: true,
    call: async ({ businessId }) => ({
      query: { limit: "100" },
      holds: await madeWebhook(api.db, businessId),
    }),
  },
  "POST /webhooks": {
    call: async ({ businessId }) => {
      // A business has only so many, and the walk makes more.
      await api.db.delete(webhooks).where(eq(webhooks.businessId, businessId));
      return {
        body: { url: "https://hooks.example/x", events: ["booking.created"], businessId },
      };
    },
  },
  "GET /webhooks/{id}": { call: webhook },
  "PUT /webhooks/{id}": {
    call: async (scene) => ({ ...(await webhook(scene)), body: { isActive: false } }),
  },
  "DELETE /webhooks/{id}": { call: webhook },
  "POST /webhooks/{id}/rotate": { call: webhook },
  "POST /webhooks/{id}/test": { call: webhook },
  "GET /webhooks/{id}/deliveries": { call: webhook },
  "GET /webhooks/{id}/deliveries/{deliveryId}": { call: delivery },
  "POST /webhooks/{id}/deliveries/{deliveryId}/resend": { call: delivery },
};
