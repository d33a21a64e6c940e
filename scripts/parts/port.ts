import { createServer } from "node:net";

/** Reads PORT (default 3000) and makes sure that nobody listens on it. Throws one plain sentence. */
export async function claimPort(): Promise<number> {
  const text = process.env.PORT || "3000";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is "${text}"; it must be a number from 1 to 65535.`);
  }
  // Every address, then the loopback: a stranger may hold either.
  for (const host of [undefined, "127.0.0.1"]) {
    const refused = await tryPort(port, host);
    if (refused === "EADDRINUSE") {
      throw new Error(
        `Port ${port} is taken. Stop what runs there, or choose another: PORT=3001 npm run demo`,
      );
    }
    if (refused === "EACCES") {
      throw new Error(
        `Port ${port} may not be used by this user. Choose one above 1023 with PORT.`,
      );
    }
  }
  return port;
}

function tryPort(port: number, host: string | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}
