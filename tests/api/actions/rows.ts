import type { Call } from "../authorization/rows";

/** Which endpoint does the same, whose things the action is tried on, and how the action is told of them. */
export interface ActionRow {
  readonly endpoint: string;
  /** The action's input, made of the endpoint's call; params and body together where nothing is said. */
  readonly input?: (call: Call) => Readonly<Record<string, unknown>>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- each row knows its endpoint's body
const body = (call: Call): any => call.body ?? {};
const randomUUID = () => crypto.randomUUID();

/** `{id}` on the path of a station is `stationId` in its actions. */
const ofStation = (call: Call) => {
  const { id: stationId, ...others } = call.params ?? {};
  return { stationId, ...others, ...body(call) };
};
const schedule = (call: Call) => ({ stationId: call.params?.id, schedule: body(call) });
const closing = (call: Call) => ({
  stationIds: [call.params?.id],
  dates: [{ date: "2026-06-02", reason: "Works" }],
});
/** Dates and times as people at the station write them. */
const localHold = (call: Call) => ({
  ...(ofStation(call) as object),
  startsAt: "2026-06-02T08:00",
  endsAt: "2026-06-02T09:00",
  connectors: 1,
});

/** Every server action, by its file and the use case that it runs (or its place where that has no name). */
export const rows: Readonly<Record<string, ActionRow>> = {
  "(account)/change-password run": { endpoint: "PUT /auth/change-password" },
  "(account)/forgot-password forgotPassword": { endpoint: "POST /auth/forgot-password" },
  "(account)/login requestPasskey": { endpoint: "POST /auth/passkeys/options" },
  "(account)/login enterByPasskey": { endpoint: "POST /auth/passkeys/login" },
  "(account)/passkeys offerPasskey": { endpoint: "POST /auth/passkeys/offer" },
  "(account)/passkeys addPasskey": { endpoint: "POST /auth/passkeys" },
  "(account)/passkeys removePasskey": { endpoint: "DELETE /auth/passkeys/{id}" },
  "(account)/passkeys renamePasskey": { endpoint: "PUT /auth/passkeys/{id}" },
  "(account)/notifications/settings chooseChannels": { endpoint: "PUT /notifications/preferences" },
  "(account)/notifications/settings subscribePush": { endpoint: "POST /push-subscriptions" },
  "(account)/notifications/settings endSubscription": { endpoint: "DELETE /push-subscriptions" },
  "(account)/register signUp": { endpoint: "POST /auth/register" },
  "(account)/set-password setPassword": { endpoint: "POST /auth/set-password" },
  "(account)/unsubscribe endEmails": {
    endpoint: "POST /unsubscribe",
    input: (call) => ({ ...call.query }),
  },
  "(site)/business requestBusiness": { endpoint: "POST /businesses" },
  "(site)/stations/[id]/book confirmBooking": {
    endpoint: "POST /bookings",
    input: (call) => ({ ...body(call), idempotencyKey: randomUUID() }),
  },
  "(site)/stations/[id]/wait joinWaiting": {
    endpoint: "POST /stations/{id}/waiting",
    input: ofStation,
  },
  "(site)/stations/[id] run": {
    endpoint: "PUT /stations/{id}/favourite",
    input: (call) => ({ ...ofStation(call), favourite: true }),
  },
  "_finder markFavourite": {
    endpoint: "PUT /stations/{id}/favourite",
    input: (call) => ({ ...ofStation(call), favourite: true }),
  },
  "owner/bookings run": {
    endpoint: "POST /bookings/{id}/review",
    input: (call) => ({ bookingId: call.params?.id, ...body(call) }),
  },
  "owner/bookings withdrawReview": { endpoint: "DELETE /reviews/{id}" },
  "owner/bookings runLate": { endpoint: "PUT /bookings/{id}/late" },
  "owner/bookings leaveWaiting": { endpoint: "DELETE /waiting/{id}" },
  "owner/bookings modifyBooking": { endpoint: "PUT /bookings/{id}" },
  "owner/profile updateProfile": { endpoint: "PUT /profile" },
  "owner/profile removePicture": { endpoint: "DELETE /profile/picture" },
  "owner/profile choosePreferences": { endpoint: "PUT /profile/preferences" },
  "owner/profile setDefaultVehicle": { endpoint: "PATCH /profile/vehicles/{id}/set-default" },
  "owner/profile removeVehiclePhoto": { endpoint: "DELETE /profile/vehicles/{id}/photo" },
  "owner/profile removeVehicle": { endpoint: "DELETE /profile/vehicles/{id}" },
  "owner/profile addAsSaid": { endpoint: "POST /profile/vehicles" },
  "owner/profile changeAsSaid": { endpoint: "PUT /profile/vehicles/{id}" },
  "owner/profile endLogin": { endpoint: "DELETE /auth/sessions/{id}" },
  "owner/profile run": { endpoint: "POST /auth/logout", input: () => ({ where: "everywhere" }) },
  "owner/profile run 2": { endpoint: "PUT /owners/{nic}/deactivate" },
  "owner/profile deleteUser": { endpoint: "DELETE /profile" },
  "_frame/inbox markNotification": { endpoint: "PATCH /notifications/{id}/read" },
  "_frame/inbox markAllNotifications": { endpoint: "PUT /notifications/read-all" },
  "_frame/inbox removeNotification": { endpoint: "DELETE /notifications/{id}" },
  "_frame/inbox removeAllNotifications": { endpoint: "DELETE /notifications" },
  "_frame/preference choosePreferences": { endpoint: "PUT /profile/preferences" },
  "_console/bookings approveBooking": { endpoint: "PUT /bookings/{id}/approve" },
  "_console/bookings rejectBooking": { endpoint: "PUT /bookings/{id}/reject" },
  "_console/bookings cancelBooking": { endpoint: "PUT /bookings/{id}/cancel" },
  "_console/bookings run": {
    endpoint: "PUT /bookings/{id}/move",
    input: (call) => {
      const { startsAt, endsAt, reason } = body(call);
      const time = `${startsAt.toISOString()}/${endsAt.toISOString()}`;
      return { ...call.params, time, reason };
    },
  },
  "_console/bookings settleException": { endpoint: "PUT /operator/exceptions/{id}/settle" },
  "_console/reports subscribeReport": { endpoint: "POST /reports/subscriptions" },
  "_console/reports endReportSubscription": { endpoint: "DELETE /reports/subscriptions/{id}" },
  "_console/webhooks createWebhook": { endpoint: "POST /webhooks" },
  "_console/webhooks updateWebhook": { endpoint: "PUT /webhooks/{id}" },
  "_console/webhooks rotateSecret": { endpoint: "POST /webhooks/{id}/rotate" },
  // Off, and on again.
  "_console/webhooks run": {
    endpoint: "PUT /webhooks/{id}",
    input: (call) => ({ ...call.params }),
  },
  "_console/webhooks run 2": {
    endpoint: "PUT /webhooks/{id}",
    input: (call) => ({ ...call.params }),
  },
  "_console/webhooks removeWebhook": { endpoint: "DELETE /webhooks/{id}" },
  "_console/webhooks testWebhook": { endpoint: "POST /webhooks/{id}/test" },
  "_console/webhooks resendDelivery": {
    endpoint: "POST /webhooks/{id}/deliveries/{deliveryId}/resend",
  },
  "_console/operators createOperator": {
    endpoint: "POST /operators",
    input: (call) => ({ name: "Pat Walker", ...body(call) }),
  },
  "_console/operators updateOperator": {
    endpoint: "PUT /operators/{id}",
    input: (call) => ({ ...call.params, ...body(call), email: `${randomUUID()}@example.test` }),
  },
  "_console/operators deactivateOperator": { endpoint: "PUT /operators/{id}/deactivate" },
  "_console/operators reactivateOperator": { endpoint: "PUT /operators/{id}/reactivate" },
  "_console/settings run": {
    endpoint: "PUT /settings",
    input: ({ body }) => ({ ...layerOf(body), name: "maxDaysAhead", value: "7" }),
  },
  "_console/settings run 2": {
    endpoint: "PUT /settings",
    input: ({ body }) => ({ ...layerOf(body), name: "maxDaysAhead" }),
  },
  // By kinds, as people count them.
  "_console/stations createStation": {
    endpoint: "POST /stations",
    input: (call) => ({
      ...body(call),
      connectors: [{ count: 2, standard: "CHADEMO", maxPowerKw: 50 }],
    }),
  },
  "_console/stations updateStation": {
    endpoint: "PUT /stations/{id}",
    input: (call) => ({
      ...call.params,
      name: "Renamed",
      address: "1 Pier Street, Albany",
      location: { lat: 42.65, lng: -73.75 },
      type: "DC",
      timeZone: "America/New_York",
      defaultSlotMinutes: 60,
      approval: "Manual",
    }),
  },
  "_console/stations searchAddresses": {
    endpoint: "GET /addresses",
    input: (call) => ({ ...call.query }),
  },
  "_console/stations setStationStatus": { endpoint: "PUT /stations/{id}/status" },
  "_console/stations changeStationImage": {
    endpoint: "PUT /stations/{id}/images/{imageId}",
    input: ofStation,
  },
  "_console/stations removeStationImage": {
    endpoint: "DELETE /stations/{id}/images/{imageId}",
    input: ofStation,
  },
  "_console/stations addConnector": {
    endpoint: "POST /stations/{id}/connectors",
    input: ofStation,
  },
  "_console/stations updateConnector": {
    endpoint: "PUT /stations/{id}/connectors/{connectorId}",
    input: ofStation,
  },
  "_console/stations removeConnector": {
    endpoint: "DELETE /stations/{id}/connectors/{connectorId}",
    input: ofStation,
  },
  "_console/stations/tariff setTariff": {
    endpoint: "PUT /stations/{id}/tariff",
    input: ofStation,
  },
  "_console/stations/tariff run": { endpoint: "PUT /stations/{id}/tariff", input: ofStation },
  "_console/stations/closing previewClosing": {
    endpoint: "POST /stations/{id}/schedule/preview",
    input: closing,
  },
  "_console/stations/closing reopenDates": {
    endpoint: "PUT /stations/{id}/schedule",
    input: closing,
  },
  "_console/stations/closing closeDates": {
    endpoint: "PUT /stations/{id}/schedule",
    input: closing,
  },
  "_console/stations/schedule run": {
    endpoint: "POST /stations/{id}/schedule/preview",
    input: schedule,
  },
  "_console/stations/schedule run 2": {
    endpoint: "PUT /stations/{id}/schedule",
    input: schedule,
  },
  "_console/stations/schedule run 3": {
    endpoint: "POST /stations/{id}/holds/preview",
    input: (call) => {
      const { reason: _reason, ...hold } = localHold(call) as Record<string, unknown>;
      return hold;
    },
  },
  "_console/stations/schedule run 4": {
    endpoint: "POST /stations/{id}/holds",
    input: localHold,
  },
  "_console/stations/schedule run 5": {
    endpoint: "PUT /stations/{id}/holds/{holdId}",
    input: localHold,
  },
  "_console/stations/schedule removeHold": {
    endpoint: "DELETE /stations/{id}/holds/{holdId}",
    input: ofStation,
  },
  "admin/businesses approveBusiness": { endpoint: "PUT /businesses/{id}/approve" },
  "admin/businesses rejectBusiness": { endpoint: "PUT /businesses/{id}/reject" },
  "admin/content createDraft": { endpoint: "POST /content/versions" },
  "admin/content previewContent": { endpoint: "POST /content/versions/preview" },
  "admin/content updateDraft": { endpoint: "PUT /content/versions/{id}" },
  "admin/content discardDraft": { endpoint: "DELETE /content/versions/{id}" },
  "admin/content run": { endpoint: "PUT /content/versions/{id}/publish" },
  "admin/deliveries retryDelivery": {
    endpoint: "POST /deliveries/{id}/retry",
    input: (call) => ({ eventId: call.params?.id, ...body(call) }),
  },
  "admin/messages/alert run": { endpoint: "POST /notifications" },
  "admin/messages/alert run 2": { endpoint: "GET /users", input: () => ({ search: "Ada" }) },
  "admin/messages retryAllMessages": { endpoint: "POST /messages/retry-all" },
  "admin/messages retryMessage": { endpoint: "POST /messages/{id}/retry" },
  "admin/users deactivateUser": { endpoint: "PUT /users/{id}/deactivate" },
  "admin/users reactivateUser": { endpoint: "PUT /users/{id}/reactivate" },
  "admin/users blockUser": { endpoint: "PUT /users/{id}/block" },
  "backoffice/owners deactivateOwner": { endpoint: "PUT /owners/{nic}/deactivate" },
  "backoffice/owners reactivateOwner": { endpoint: "PUT /owners/{nic}/reactivate" },
};

function layerOf(said: unknown): object {
  const { values: _values, ...layer } = said as Record<string, unknown>;
  return layer;
}
