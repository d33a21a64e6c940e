import { expect, test } from "vitest";

import { readAnswer } from "@/components/offline/read-answer";

const refused = (status: number, code: string, retryAfter?: string) =>
  readAnswer(
    { status, retryAfter, body: { success: false, code, message: "No.", details: { a: 1 } } },
    "Note",
  );

test("a success is done, with the session and the receipt that it tells", () => {
  const body = { success: true, data: { id: "s-1", receiptNumber: "R-1" } };
  expect(readAnswer({ status: 201, body }, "CheckIn")).toEqual({
    kind: "Done",
    result: { sessionId: "s-1", receiptNumber: "R-1" },
  });
  expect(readAnswer({ status: 201, body }, "Photo")).toEqual({
    kind: "Done",
    result: { receiptNumber: "R-1" },
  });
  const none = { success: true, data: null };
  expect(readAnswer({ status: 200, body: none }, "Note")).toEqual({ kind: "Done", result: {} });
});

test.each([
  [400, "qr.already_used"],
  [404, "session.not_found"],
  [409, "session.no_connector"],
  [422, "request.invalid"],
  [403, "request.forbidden"],
])("%i %s is a refusal, and its words are kept", (status, code) => {
  const refusal = { code, message: "No.", details: { a: 1 } };
  expect(refused(status, code)).toEqual({ kind: "Refused", refusal });
});

test("what its owner has cancelled already, by another tap or in another tab, is done", () => {
  const body = (status: string) => ({
    success: false,
    code: "booking.status",
    details: { status },
  });
  const answer = (status: string, kind: string) =>
    readAnswer({ status: 409, body: body(status) }, kind).kind;
  expect(answer("CanceledByOwner", "Cancel")).toBe("Done");
  expect(answer("CanceledByBackoffice", "Cancel")).toBe("Refused");
  expect(answer("CanceledByOwner", "CheckIn")).toBe("Refused");
});

test("what is wrong with fields is told field by field, for nobody sees them any more", () => {
  const errors = [
    { field: "kWh", message: "Use 0 to 1000 kWh." },
    { field: "payment.amount", message: "Use an amount." },
  ];
  const body = { success: false, code: "request.invalid", message: "Some fields.", errors };
  expect(readAnswer({ status: 422, body }, "Finalize")).toMatchObject({
    refusal: { message: "Use 0 to 1000 kWh. Use an amount." },
  });
});

test.each([
  [409, "idempotency.in_progress"],
  [403, "password.change_required"],
  [429, "request.rate_limited"],
  [500, "request.internal"],
  [503, "request.unavailable"],
])("%i %s settles nothing", (status, code) => {
  expect(refused(status, code)).toEqual({ kind: "Later" });
  expect(refused(status, code, "7")).toEqual({ kind: "Later", afterMs: 7_000 });
});

test("nobody acts when the server does not know who asks, or knows somebody else", () => {
  expect(refused(401, "auth.required")).toEqual({ kind: "SignedOut" });
  expect(refused(409, "request.other_account")).toEqual({ kind: "OtherAccount" });
});

test("a page that is not ours answers nothing, whatever it says", () => {
  for (const heard of [
    "nothing",
    { status: 200, body: undefined },
    { status: 200, body: { ok: true } },
    { status: 302, body: null },
    { status: 401, body: "Sign in to the café's network" },
    { status: 404, body: undefined },
  ] as const) {
    expect(readAnswer(heard, "Note")).toEqual({ kind: "Unreachable" });
  }
  expect(readAnswer({ status: 502, body: undefined }, "Note")).toEqual({ kind: "Later" });
});
