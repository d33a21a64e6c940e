import { eq } from "drizzle-orm";

import { webhooks } from "@/db/schema/webhooks";

import { madeDelivery, madeWebhook } from "../../../support/webhooks";
import { refusing, startReceiver } from "../../../support/receiver";
import type { Scene } from "../../authorization/scene";
import { api } from "../../authorization/scene";
import { job, send, type Steps } from "../step";

const made = async ({ businessId }: Scene) => ({ id: await madeWebhook(api.db, businessId) });

export const steps: Steps = {
  "a webhook is made": {
    before: async ({ businessId }) => {
      await api.db.delete(webhooks).where(eq(webhooks.businessId, businessId));
      return {};
    },
    change: (scene) =>
      send(scene, "Backoffice", "POST", "webhooks", {
        url: "https://hooks.example/x",
        events: ["booking.created"],
        description: "Planning",
      }),
    events: [],
    audits: ["Webhook Create"],
  },
  "a webhook is changed": {
    before: made,
    change: (scene, { id }) =>
      send(scene, "Backoffice", "PUT", `webhooks/${id}`, {
        url: "https://hooks.example/y",
        events: ["session.completed"],
        isActive: false,
      }),
    events: [],
    audits: ["Webhook Update"],
  },
  "a webhook's secret is made anew": {
    before: made,
    change: (scene, { id }) => send(scene, "Backoffice", "POST", `webhooks/${id}/rotate`),
    events: [],
    audits: ["Webhook RotateSecret"],
  },
  "a webhook is tested": {
    before: made,
    change: (scene, { id }) => send(scene, "Backoffice", "POST", `webhooks/${id}/test`),
    events: [],
    audits: ["Webhook Test"],
  },
  "a delivery is sent again": {
    before: async (scene) => {
      const { id } = await made(scene);
      return { id, deliveryId: await madeDelivery(api.db, id) };
    },
    change: (scene, { id, deliveryId }) =>
      send(scene, "Backoffice", "POST", `webhooks/${id}/deliveries/${deliveryId}/resend`),
    events: [],
    audits: ["Webhook Resend"],
  },
  "a webhook is removed": {
    before: made,
    change: (scene, { id }) => send(scene, "Backoffice", "DELETE", `webhooks/${id}`),
    events: [],
    audits: ["Webhook Delete"],
  },
  "a webhook that is gone is switched off": {
    before: async (scene) => {
      await api.db.delete(webhooks);
      const { url } = await startReceiver(refusing(410));
      const { id } = { id: await madeWebhook(api.db, scene.businessId, { url }) };
      await send(
        scene,
        "Backoffice",
        "POST",
        `webhooks/${id}/deliveries/${await madeDelivery(api.db, id)}/resend`,
      );
      return { id };
    },
    change: () => job("webhooks"),
    events: ["webhook.switched_off"],
    audits: ["Webhook SwitchOff"],
  },
};
