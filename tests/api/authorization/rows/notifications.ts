import type { devicesEndpoints } from "@/app/api/v1/devices/endpoints";
import type { notificationsEndpoints } from "@/app/api/v1/notifications/endpoints";
import type { pushSubscriptionsEndpoints } from "@/app/api/v1/push-subscriptions/endpoints";
import type { unsubscribeEndpoints } from "@/app/api/v1/unsubscribe/endpoints";
import { devices, pushSubscriptions } from "@/db/schema/inbox";
import { newId } from "@/lib/core/ids";

import { makeBrowser } from "../../../support/browser-ring";
import { makeNotification } from "../../../support/notification";
import { testStart } from "../../../support/world";
import { fresh } from "../inputs";
import type { Row, RowsOf } from "../rows";
import { api, type Scene } from "../scene";

type Role = keyof Scene["callers"];

const caller = (scene: Scene, role: Role = "EvOwner") => scene.callers[role].userId;
const onOwn: Row = {
  ownOnly: true,
  call: async (scene, role) => ({ params: await makeNotification(api.db, caller(scene, role)) }),
};
const { keys } = makeBrowser();
const alert = { title: "Work tonight", message: "From two to three." };

export const rows: RowsOf<
  typeof notificationsEndpoints &
    typeof devicesEndpoints &
    typeof pushSubscriptionsEndpoints &
    typeof unsubscribeEndpoints
> = {
  "GET /notifications": { ownOnly: true, call: () => ({}) },
  "POST /notifications": { ownOnly: true, call: () => ({ body: alert }) },
  "DELETE /notifications": { ownOnly: true, call: () => ({}) },
  "POST /notifications/bulk": {
    ownOnly: true,
    call: (scene) => ({ body: { ...alert, userIds: [caller(scene)] } }),
  },
  "PUT /notifications/read-all": { ownOnly: true, call: () => ({}) },
  "GET /notifications/preferences": { ownOnly: true, call: () => ({}) },
  "PUT /notifications/preferences": {
    ownOnly: true,
    call: () => ({ body: { email: { promotions: true } } }),
  },
  "GET /notifications/{id}": onOwn,
  "DELETE /notifications/{id}": onOwn,
  "PATCH /notifications/{id}/read": onOwn,
  "GET /push-subscriptions": { ownOnly: true, call: () => ({}) },
  "GET /push-subscriptions/key": { ownOnly: true, call: () => ({}) },
  "POST /push-subscriptions": {
    ownOnly: true,
    call: () => ({ body: { endpoint: `https://push.example/${newId()}`, keys } }),
  },
  "DELETE /push-subscriptions": {
    ownOnly: true,
    call: async (scene, role) => {
      const endpoint = `https://push.example/${newId()}`;
      const row = { id: newId(), userId: caller(scene, role), endpoint, createdAt: testStart };
      await api.db.insert(pushSubscriptions).values({ ...row, ...keys });
      return { body: { endpoint } };
    },
  },
  "GET /devices": { ownOnly: true, call: () => ({}) },
  "POST /devices": {
    ownOnly: true,
    call: () => ({ body: { token: fresh(), platform: "android" } }),
  },
  "DELETE /devices/{id}": {
    ownOnly: true,
    call: async (scene, role) => {
      const id = newId();
      await api.db.insert(devices).values({
        id,
        userId: caller(scene, role),
        deviceId: id,
        tokenHash: id,
        tokenSealed: "sealed",
        platform: "ios",
        createdAt: testStart,
        seenAt: testStart,
      });
      return { params: { id } };
    },
  },
  "POST /unsubscribe": {
    anyone: 400,
    call: () => ({ query: { key: "nobodys", topic: "bookingConfirmation" } }),
  },
};
