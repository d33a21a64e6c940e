import type { IncomingMessage, Server, ServerResponse } from "node:http";

import { answerMissing, answerPlainly, refuseEarly } from "./answer-early";
import {
  type Doorway,
  bodyLimitOf,
  isChannel,
  isForeignAction,
  isKnownMethod,
  pathOf,
} from "./doors";
import { mendHeaders, mendPath } from "./mend-request";
import { noteOfRequests, type RequestNote } from "./request-note";
import { servePage } from "./serve-pages";
import { holdBody } from "./whole-body";

/** How long a request's head may take to arrive, and all of it, in milliseconds. */
const headMs = 20_000;
const wholeMs = 300_000;

/** Node has it since 24.9; its types know it as an option alone. */
type Upgrading = Server & { shouldUpgradeCallback?: (request: IncomingMessage) => boolean };

type Emit = (this: Upgrading, event: string | symbol, ...given: unknown[]) => boolean;

/** Marks servers that have their edge: Next may ask for it again. */
const raised = Symbol.for("baybook.edge");

/**
 * Lets every request of these servers (one, or the prototype of all) through one door before anybody else sees it:
 * what it says of where it came from is made true, its body is held until all of it is there, and what no route may
 * see is refused. Next has no hook of its own for this, and this one stands however it was started (`next start`,
 * `next dev`); being first to hear of a request by `emit` is how tracing libraries do it too.
 */
export function raiseEdge(servers: Server & { [raised]?: true }, doorway: Doorway): void {
  if (servers[raised]) return;
  servers[raised] = true;
  const notes = noteOfRequests();
  const emit = servers.emit as Emit;
  const guarded: Emit = function (event, ...given) {
    // Nothing else of ours upgrades, and who asks for it (`h2c`) is answered as if they had not, as RFC 9110 has it.
    if (event === "connection" && !doorway.mayUpgrade) {
      this.shouldUpgradeCallback = (request) => doorway.hasGateway === true && isWebSocket(request);
    }
    if (event === "upgrade") {
      const [request] = given as [IncomingMessage];
      mendPath(request, doorway);
      mendHeaders(request, doorway);
    }
    if (event !== "request") return emit.call(this, event, ...given);
    const [request, response] = given as [IncomingMessage, ServerResponse];
    this.headersTimeout = headMs;
    this.requestTimeout = wholeMs;
    admit(request, response, doorway, () => {
      const note: RequestNote = {};
      heedNote(response, note);
      const go = () => notes.run(note, () => emit.call(this, event, request, response));
      if (doorway.pages) servePage(request, response, doorway.pages, go);
      else go();
    });
    return true;
  };
  servers.emit = guarded as Server["emit"];
}

/** Whether an app asks to go on by WebSocket on its live channel. */
const isWebSocket = (request: IncomingMessage) =>
  isChannel(request) && request.headers.upgrade?.toLowerCase() === "websocket";

function admit(
  request: IncomingMessage,
  response: ServerResponse,
  doorway: Doorway,
  go: () => void,
): void {
  mendPath(request, doorway);
  const sender = mendHeaders(request, doorway);
  if (!isKnownMethod(request)) return refuseEarly(request, response, "method");
  if (doorway.isMissing?.(pathOf(request))) return answerMissing(response);
  if (isForeignAction(request, doorway)) return refuseEarly(request, response, "foreign");
  const limit = bodyLimitOf(request);
  holdBody(request, { sender, limit, graceMs: doorway.graceMs }, (fault) => {
    if (fault === null) go();
    else if (fault === "too_slow") answerPlainly(response, 408);
    else if (fault !== "gone") refuseEarly(request, response, fault, limit);
  });
}

/** Has the answer begin with the status that was noted while it was made. */
function heedNote(response: ServerResponse, note: RequestNote): void {
  const { writeHead } = response;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const { instead } = note;
    if (!instead || status !== 500) return Reflect.apply(writeHead, response, [status, ...rest]);
    response.setHeader("Retry-After", String(instead.retryAfterSeconds));
    return Reflect.apply(writeHead, response, [instead.status, ...rest]);
  }) as typeof writeHead;
}
