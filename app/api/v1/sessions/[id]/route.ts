import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { keepRefusal } from "@/lib/charging/queue";
import type { OfflineAct } from "@/lib/charging/queue/schema";
import { readSession, updateSession } from "@/lib/charging/sessions";
import { SessionView, UpdateSession } from "@/lib/charging/sessions/schema";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Sessions",
  summary: "Read a session",
  permission: "session.read",
  params,
  returns: SessionView,
  examples: [{ name: "A finished session", params: { id: sample.finishedSessionId } }],
  run: (ctx, { params }) => readSession(ctx, params),
});

export const PUT = endpoint({
  tag: "Sessions",
  summary: "Add a note, pause or resume, change the connector",
  description:
    "`addNote` adds one more note, with who wrote it and when; `notes` sets the one text that a finalized session keeps. `connectorId` is another free connector of the same station. All is done, or none. With `at`, a phone tells what it did without network, at most 4 hours back and 60 seconds ahead, and not before what was done to the session already.",
  permission: "session.update",
  params,
  body: UpdateSession,
  returns: SessionView,
  examples: [
    { name: "Pause", body: { paused: true } },
    { name: "One more note", body: { addNote: "Cable swapped at 08:10." } },
    { name: "The session's text", body: { notes: "Charged with the spare cable." } },
  ],
  run: (ctx, { params, body }) => updateSession(ctx, { ...params, ...body }),
  refused: (ctx, { params, body, key }, refusal) => {
    const { at, ...told } = body;
    return keepRefusal(
      ctx,
      { act: actOf(body), at, key, of: { sessionId: params.id }, told },
      refusal,
    );
  },
});

/** What a phone did, by what it tells. */
function actOf({ paused, connectorId }: UpdateSession): OfflineAct {
  if (paused !== undefined) return paused ? "Pause" : "Resume";
  return connectorId === undefined ? "Note" : "ChangeConnector";
}

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
