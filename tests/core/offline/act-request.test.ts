import { describe, expect, test } from "vitest";

import type { Act } from "@/components/offline/act";
import { requestOf } from "@/components/offline/act-request";
import { CancelBooking } from "@/lib/charging/bookings/schema";
import { CheckIn, FinalizeSession, UpdateSession } from "@/lib/charging/sessions/schema";

const at = "2026-06-01T12:00:00.000Z";
const id = "0198a000-0000-7000-8000-00000000000a";
const head = { key: id, at, bookingId: id, number: "BK-7F3K-29QD", stationId: id, sessionId: id };

/** What the API would make of the request's body. */
const readBody = (act: Act): unknown => {
  const { body } = requestOf(act);
  return typeof body === "string" ? JSON.parse(body) : body;
};

describe("what is sent is what the API takes", () => {
  test("a check-in, by what was scanned or typed, with when that was", () => {
    for (const named of [{ qr: "v1.a.b" }, { code: "7F3K29QD" }]) {
      const act: Act = { ...head, kind: "CheckIn", ...named, connectorId: id };
      expect(readBody(act)).toEqual({ ...named, connectorId: id, scannedAt: at });
      expect(CheckIn.parse(readBody(act))).toMatchObject({ ...named, connectorId: id });
    }
    const again: Act = { ...head, kind: "CheckIn", code: "7F3K29QD", override: { reason: "Tow." } };
    expect(CheckIn.parse(readBody(again))).toMatchObject({ override: { reason: "Tow." } });
  });

  test("a note, a pause and its end", () => {
    const note = readBody({ ...head, kind: "Note", text: "Cable swapped." });
    expect(note).toEqual({ addNote: "Cable swapped.", at });
    for (const body of [note, readBody({ ...head, kind: "Pause" })]) UpdateSession.parse(body);
    expect(readBody({ ...head, kind: "Pause" })).toEqual({ paused: true, at });
    expect(readBody({ ...head, kind: "Resume" })).toEqual({ paused: false, at });
  });

  test("a finalize, with what was taken", () => {
    const payment = { mode: "cash", amount: "20.00" };
    const body = readBody({ ...head, kind: "Finalize", kWh: "18.2", notes: "Dark.", payment });
    expect(body).toEqual({ bookingId: id, kWh: "18.2", notes: "Dark.", payment, at });
    expect(FinalizeSession.parse(body)).toMatchObject({ kWh: "18.2", payment: { mode: "cash" } });
  });

  test("a cancellation, without an instant: the server's clock counts", () => {
    expect(requestOf({ ...head, kind: "Cancel" })).toMatchObject({
      method: "PUT",
      path: `/api/v1/bookings/${id}/cancel`,
    });
    expect(CancelBooking.parse(readBody({ ...head, kind: "Cancel" }))).toMatchObject({});
  });

  test("a photo, as a file", () => {
    const sent = requestOf({ ...head, kind: "Photo" }, new Blob(["x"], { type: "image/jpeg" }));
    expect(sent).toMatchObject({ method: "POST", path: `/api/v1/sessions/${id}/photos` });
    expect((sent.body as FormData).get("file")).toBeInstanceOf(Blob);
  });
});

test("nothing is sent of an act that lacks its session or its picture", () => {
  const { sessionId: _, ...none } = head;
  expect(() => requestOf({ ...none, kind: "Pause" })).toThrow("has no session");
  expect(() => requestOf({ ...head, kind: "Photo" })).toThrow("has no picture");
});
