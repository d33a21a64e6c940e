import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";

import { NoAnswer } from "@/lib/core/post-outside";
import { explainFailure } from "@/lib/insight/notifications/explain-failure";
import { emailTransport } from "@/lib/insight/notifications/inside";
import { refusedBy } from "@/lib/insight/notifications/post-message";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A mail server that answers each command by its first word; answers its address. */
async function mailServer(answers: Readonly<Record<string, string>>, greeting = "220 bay") {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.write(`${greeting}\r\n`);
    socket.on("data", (data) => {
      const word = data.toString().slice(0, 4).toUpperCase();
      socket.write(`${answers[word] ?? "250 OK"}\r\n`);
    });
  });
  open.push(server);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

async function failureAt(port: number, login = "") {
  const transport = emailTransport({ url: `smtp://${login}127.0.0.1:${port}`, from: "b@bay.test" });
  const message = { id: "1", recipient: "ada@bay.test", subject: "s", body: "b", locale: "en" };
  try {
    await transport({ ...message, url: null });
  } catch (error) {
    return explainFailure(error);
  }
  return "sent";
}

describe("what a mail server that fails is said to have done", () => {
  it.each([
    [{ RCPT: "550 no such user" }, "RecipientRefused"],
    [{ RCPT: "450 try later" }, "Busy"],
    [{ MAIL: "421 too many" }, "Busy"],
    [{ DATA: "554 no" }, "Refused"],
  ] as const)("%o: %s", async (answers, reason) => {
    expect(await failureAt(await mailServer(answers))).toBe(reason);
  });

  it("refused our login", async () => {
    const port = await mailServer({ EHLO: "250-bay\r\n250 AUTH PLAIN", AUTH: "535 no" });
    expect(await failureAt(port, "user:wrong@")).toBe("LoginRefused");
  });

  it("could not be reached", async () => {
    const port = await mailServer({});
    const [server] = open;
    await new Promise((resolve) => server?.close(resolve));
    expect(await failureAt(port)).toBe("Unreachable");
  });
});

it.each([
  [new NoAnswer("Twilio", "TimedOut"), "TimedOut"],
  [new NoAnswer("Twilio", "Unreachable", "ENOTFOUND"), "Unreachable"],
  [refusedBy("Twilio", 401, 20_003, "Authenticate"), "LoginRefused"],
  [refusedBy("Twilio", 400, 21_211, "Invalid 'To' Phone Number"), "Refused"],
  [refusedBy("Firebase", 503, "UNAVAILABLE"), "Busy"],
  [Object.assign(new Error("Greeting never received"), { code: "ETIMEDOUT" }), "TimedOut"],
  [new Error("There is no message to compose."), "Failed"],
  ["a text", "Failed"],
  [undefined, "Failed"],
])("%s is %s", (error, reason) => {
  expect(explainFailure(error)).toBe(reason);
});
