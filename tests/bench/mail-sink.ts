import { type AddressInfo, createServer } from "node:net";

/** Takes every mail and throws it away, as quickly as a mail server could. The caller closes it. */
export async function startMailSink() {
  let taken = 0;
  const server = createServer((socket) => {
    let isText = false;
    let rest = "";
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.setEncoding("utf8").on("error", () => socket.destroy());
    socket.on("data", (part: string) => {
      const lines = (rest + part).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (isText) {
          if (line !== ".") continue;
          isText = false;
          taken += 1;
          say("250 taken");
        } else if (/^data/i.test(line)) {
          isText = true;
          say("354 go on");
        } else if (/^quit/i.test(line)) {
          socket.end("221 bye\r\n");
        } else {
          say("250 yes");
        }
      }
    });
    say("220 sink");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken: () => taken,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
