const id = (serial: number) => `0199f3a0-0000-7000-8000-${String(serial).padStart(12, "0")}`;

/**
 * The things that the OpenAPI document's examples speak of. A test builds a world with just these in it and runs
 * every example there (api.md), so an example that no longer works cannot stay.
 */
export const sample = {
  now: "2026-06-01T12:00:00.000Z",
  businessId: id(1),
  /** A business that waits for its decision. */
  requestId: id(2),
  stationId: id(3),
  /** Has no bookings to come. */
  idleStationId: id(18),
  connectorId: id(4),
  holdId: id(5),
  /** Pending, tomorrow. */
  bookingId: id(6),
  /** Approved, on a day that has more bookings than places. */
  conflictBookingId: id(19),
  /** Approved, and at its start. */
  arrivingBookingId: id(7),
  arrivingCode: "7F3K29QD",
  /** InProgress. */
  chargingBookingId: id(8),
  chargingSessionId: id(9),
  /** Completed, with its receipt. */
  finishedSessionId: id(10),
  receiptNumber: "R-7F3K-2026-000001",
  photoId: id(11),
  operatorId: id(12),
  deactivatedOperatorId: id(13),
  officeId: id(14),
  adminId: id(15),
  ownerId: id(16),
  ownerNic: "200212345679",
  deactivatedOwnerId: id(17),
  deactivatedOwnerNic: "851234567V",
  /** An operator's user id on the paths of all users. */
  userId: id(12),
  password: "correct horse 42 battery",
  refreshToken: "bbr_2Qx0Jm3uV8cN5tYp7wZa9sDf1gHk4LqE",
  linkToken: "bbl_9sDf1gHk4LqE2Qx0Jm3uV8cN5tYp7wZa",
} as const;

/** What stands for each parameter of a path where an example says nothing else. */
const parameters: Readonly<Record<string, string>> = {
  "/bookings/{id}": sample.bookingId,
  "/businesses/{id}": sample.requestId,
  "/operators/{id}": sample.operatorId,
  "/owners/{nic}": sample.ownerNic,
  "/receipts/{number}": sample.receiptNumber,
  "/sessions/{id}": sample.chargingSessionId,
  "/sessions/{id}/photos/{photoId}": sample.photoId,
  "/stations/{id}": sample.stationId,
  "/stations/{id}/connectors/{connectorId}": sample.connectorId,
  "/stations/{id}/holds/{holdId}": sample.holdId,
  "/users/{id}": sample.userId,
};

/** The sample for every parameter of the path, by name. */
export function sampleParameters(path: string): Readonly<Record<string, string>> {
  const known = Object.entries(parameters).filter(
    ([prefix]) => path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}.`),
  );
  return Object.fromEntries(
    known.map(([prefix, value]) => [/\{(\w+)\}$/.exec(prefix)?.[1] ?? "", value]),
  );
}
