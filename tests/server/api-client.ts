/** Which names a test speaks: the versioned paths, or those of the product's first contract. */
export type Names = "v1" | "core";

/** An answer: `data` is what the endpoint returned, whichever envelope it came in. */
export interface Answer {
  status: number;
  headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests assert the shape
  body: any;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests assert the shape
  data: any;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A client of a running server that speaks one set of names and keeps a token per person. */
export function browserOf(url: () => string, names: Names) {
  const tokens = new Map<string, string>();

  async function send(
    path: string,
    options: {
      method?: Method;
      who?: string;
      body?: unknown;
      headers?: Record<string, string>;
    } = {},
  ): Promise<Response> {
    const token = options.who ? tokens.get(options.who) : undefined;
    return fetch(url() + path, {
      method: options.method ?? "GET",
      headers: {
        ...(options.body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
  }

  async function answer(response: Response, enveloped: boolean): Promise<Answer> {
    const body = await response.json();
    const data = enveloped && response.ok ? body.data : body;
    return { status: response.status, headers: response.headers, body, data };
  }

  const plain = async (method: Method, path: string, body?: unknown) =>
    answer(await send(path, { method, body }), true);

  const as = (who?: string) => ({
    /** `[v1 path, core name]`: takes the one of this client's names. */
    call: async (
      method: Method,
      [path, core]: [string, string],
      body?: unknown,
      headers?: Record<string, string>,
    ) =>
      names === "v1"
        ? answer(await send(`/api/v1/${path}`, { method, who, body, headers }), true)
        : answer(await send(`/api/${core}`, { method, who, body, headers }), false),
    v1: async (method: Method, path: string, body?: unknown) =>
      answer(await send(`/api/v1/${path}`, { method, who, body }), true),
    raw: (path: string) => send(path, { who }),
  });

  async function login(who: string, username: string, password: string): Promise<Answer> {
    const result = await as().call("POST", ["auth/login", "Auth/login"], { username, password });
    if (result.status === 200) tokens.set(who, result.data.accessToken);
    return result;
  }

  /** The token in the newest invitation that was mailed to the address; needs `admin` to be signed in. */
  async function invitationToken(recipient: string): Promise<string> {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const found = await as("admin").v1(
        "GET",
        `messages?recipient=${encodeURIComponent(recipient)}`,
      );
      const token = /set-password\?token=([\w-]+)/.exec(found.data[0]?.body ?? "")?.[1];
      if (token) return token;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`No invitation reached ${recipient}.`);
  }

  return { ...as(), as, plain, login, invitationToken };
}
