import { createHash } from "node:crypto";

import type { KeyRing } from "@/lib/core/config";
import { fingerprintOf } from "@/lib/http/fingerprint";
import { readInput, type Input } from "@/lib/http/input";

import { type Figure, percentile, timed } from "./figures";

const mebibyte = 1024 * 1024;
const upload = { maxBytes: 5 * mebibyte, types: ["image/png"] };
const keys: KeyRing = [{ id: "bench", secret: "x".repeat(32) }];
const photo = new Uint8Array(upload.maxBytes).map((_, at) => (at * 31) % 251);

/** What reading and telling apart a photo of 5 MiB costs, and what the text of its bytes as JSON did. */
export async function fingerprint(): Promise<Figure[]> {
  const said = (body: unknown) =>
    fingerprintOf({ method: "POST", path: "/api/v1/sessions/x/photos", body }, keys).value;
  // The highest mark of the process's memory only rises: what takes less is measured first.
  const readOne = async () => said((await readPhoto()).raw);
  // One photo's memory, as of the former: what five leave behind tells how seldom the collector comes by.
  const { mebibytes } = await cost(1, readOne);
  const now = { mebibytes, ms: (await cost(5, readOne)).ms };
  const raw = { file: { name: "gate.png", type: "image/png", bytes: photo } };
  const former = await cost(1, async () =>
    createHash("sha256").update(JSON.stringify(raw)).digest("hex"),
  );
  const bench = "a photo of 5 MiB with a key";
  return [
    { what: "read and fingerprinted", ...now, most: { ms: 400, mebibytes: 100 } },
    {
      what: "its bytes as JSON, as it was",
      ...former,
      most: { ms: Infinity, mebibytes: Infinity },
    },
  ].map(({ what, ms, mebibytes, most }) => ({
    bench,
    what,
    figure: `${ms.toFixed(0)} ms, ${mebibytes.toFixed(0)} MiB`,
    reach: Number.isFinite(most.ms) ? `≤ ${most.ms} ms, ≤ ${most.mebibytes} MiB` : "–",
    reached: ms <= most.ms && mebibytes <= most.mebibytes,
  }));
}

/** As it comes in a form. */
async function readPhoto(): Promise<Input> {
  const form = new FormData();
  form.set("file", new File([photo], "gate.png", { type: "image/png" }));
  const request = new Request("http://localhost/", { method: "POST", body: form });
  const declared = { tag: "", summary: "", permission: "session.update", upload } as const;
  const saying = { offered: ["baybook"], claim: undefined } as const;
  return readInput({ ...declared, run: () => undefined }, request, {}, saying, () => undefined);
}

async function cost(times: number, work: () => Promise<unknown>) {
  const before = process.resourceUsage().maxRSS;
  const took = await timed(times, work);
  const mebibytes = (process.resourceUsage().maxRSS - before) / 1024;
  return { ms: percentile(took, 0.5), mebibytes };
}
