import { postOutside } from "@/lib/core/post-outside";

/** How long a service that carries messages has for one, and how much of its answer is read. */
const timeoutMs = 10_000;
const mostRead = 65_536;

/** What a service answered: its status, and its body where that is JSON. */
interface ServiceAnswer {
  readonly status: number;
  readonly isOk: boolean;
  readonly said: Readonly<Record<string, unknown>>;
}

/**
 * Posts to a service that carries messages; `isForeign` where somebody else than whoever runs this chose its address.
 * Throws `NoAnswer` where none comes within 10 s.
 */
export async function askService(
  name: string,
  {
    isForeign = false,
    ...post
  }: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Buffer;
    readonly isForeign?: boolean;
  },
): Promise<ServiceAnswer> {
  const { status, body } = await postOutside(name, { ...post, isForeign, timeoutMs, mostRead });
  return { status, isOk: status >= 200 && status < 300, said: objectIn(body.toString("utf8")) };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** A service took the message not. */
export class ServiceRefused extends Error {
  constructor(
    message: string,
    /** As HTTP says it. */
    readonly status: number,
  ) {
    super(message);
  }
}

/** What went wrong, for the administrator who reads why a message was given up. */
export const refusedBy = (name: string, status: number, ...words: readonly unknown[]) =>
  new ServiceRefused([name, status, ...words.filter(Boolean).map(String)].join(" "), status);
