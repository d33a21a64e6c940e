import type { Db } from "@/lib/core/context";

import { bearerOn } from "../support/sign-in";
import { makeUser } from "../support/world";
import type { Shot } from "./load";

/** What the answer to a booking says of it that a deed at it names. */
interface Made {
  readonly id: string;
  readonly stationId: string;
  readonly qr?: { readonly code: string };
}

/** What staff do at bookings that were made: each by its answer, as a request of its own. */
export interface DeedWorld {
  approve(answers: readonly string[]): Shot[];
  cancel(answers: readonly string[]): Shot[];
  /** Bookings that have their codes, whose time to come in has begun. */
  checkIn(answers: readonly string[]): Shot[];
}

/** As many as one operator looks after. */
const perOperator = 20;

/** Makes an office for all stations, and operators for some of them each. */
export async function makeDeedWorld(
  db: Db,
  {
    businessId,
    stationIds,
  }: { readonly businessId: string; readonly stationIds: readonly string[] },
): Promise<DeedWorld> {
  const office = await bearerOn(db, await makeUser(db, "Backoffice", { businessId }));
  const operators = new Map<string, Shot["headers"]>();
  for (let from = 0; from < stationIds.length; from += perOperator) {
    const own = stationIds.slice(from, from + perOperator);
    const actor = await makeUser(db, "Operator", { businessId, stationIds: own });
    const headers = await bearerOn(db, actor);
    for (const id of own) operators.set(id, headers);
  }
  const deeds = (answers: readonly string[], shot: (made: Made) => Omit<Shot, "method">) =>
    answers.map((text): Shot => ({
      method: "PUT",
      ...shot((JSON.parse(text) as { data: Made }).data),
    }));
  return {
    approve: (answers) =>
      deeds(answers, ({ id }) => ({ path: `/api/v1/bookings/${id}/approve`, headers: office })),
    cancel: (answers) =>
      deeds(answers, ({ id }) => ({
        path: `/api/v1/bookings/${id}/cancel`,
        headers: office,
        body: { reason: "Works" },
      })),
    checkIn: (answers) =>
      deeds(answers, ({ stationId, qr }) => ({
        path: "/api/v1/sessions/checkin",
        headers: operators.get(stationId) ?? {},
        body: { code: qr?.code },
      })).map((shot) => ({ ...shot, method: "POST" })),
  };
}
