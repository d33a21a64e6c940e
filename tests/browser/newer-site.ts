import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A site as its users would see it after the next build: the same in everything but the name of its worker's build. */
export interface NewerSite {
  readonly url: string;
  /** From now on there is a new version. */
  release(): void;
  close(): void;
}

/** Stands before the site at `url`, since no test can route what a browser asks for its worker's script. */
export async function startNewerSite(url: string): Promise<NewerSite> {
  let isReleased = false;
  const server = createServer((asked, answer) => {
    if (isReleased && asked.url === "/sw.js") {
      answer.setHeader("Content-Type", "text/javascript");
      answer.end(
        'self.build = "next";\nimportScripts("/leave.js?build=next", "/worker.js?build=next", "/ring.js?build=next");\n',
      );
      return;
    }
    const { method, headers } = asked;
    const passed = request(new URL(asked.url ?? "/", url), { method, headers }, (said) => {
      answer.writeHead(said.statusCode ?? 502, said.headers);
      said.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    answer.on("close", () => passed.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, new URL(url).hostname, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${new URL(url).hostname}:${port}`,
    release: () => {
      isReleased = true;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
