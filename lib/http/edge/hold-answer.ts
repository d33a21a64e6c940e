import type { ServerResponse } from "node:http";

/** An answer that was made and not sent. */
export interface HeldAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/**
 * Holds what is answered until all of it is there, and hands it over instead of sending it; the headers stand in the
 * response, and whoever is handed it must `end` it. Once: from then on the response is as ever.
 */
export function holdAnswer(response: ServerResponse, done: (held: HeldAnswer) => void): void {
  const { write, end, writeHead, flushHeaders } = response;
  const parts: Buffer[] = [];
  const add = (part: unknown, encoding: unknown) => {
    if (typeof part === "string") {
      parts.push(Buffer.from(part, typeof encoding === "string" ? (encoding as "utf8") : "utf8"));
    } else if (part instanceof Uint8Array) {
      parts.push(Buffer.from(part));
    }
  };
  response.flushHeaders = () => {};
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const headers = rest.find((one) => typeof one === "object" && one !== null) ?? {};
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    return response;
  }) as typeof writeHead;
  response.write = ((part: unknown, ...rest: unknown[]) => {
    add(part, rest[0]);
    callBack(rest);
    return true;
  }) as typeof write;
  response.end = ((...given: unknown[]) => {
    if (typeof given[0] !== "function") add(given[0], given[1]);
    Object.assign(response, { write, end, writeHead, flushHeaders });
    callBack(given);
    done({ status: response.statusCode, body: Buffer.concat(parts) });
    return response;
  }) as typeof end;
}

function callBack(given: readonly unknown[]): void {
  const back = given.find((one) => typeof one === "function");
  if (back) process.nextTick(back as () => void);
}
