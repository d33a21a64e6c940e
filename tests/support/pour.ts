import type { Socket } from "node:net";

/** Writes the part so many times, as fast as the other side reads, until it ends the connection; how often it was. */
export async function pour(socket: Socket, part: Buffer, times: number): Promise<number> {
  const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => {});
  let written = 0;
  for (; written < times && !socket.destroyed; written += 1) {
    if (socket.write(part)) continue;
    const drained = new Promise<void>((resolve) => socket.once("drain", () => resolve()));
    await Promise.race([drained, ended]);
  }
  return written;
}
