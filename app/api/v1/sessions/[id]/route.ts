import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
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
    "`addNote` adds one more note, with who wrote it and when; `notes` sets the one text that a finalized session keeps. `connectorId` is another free connector of the same station. All is done, or none.",
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
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
