import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";

import type { CpuProfile } from "./inspect-process";

type Frame = CpuProfile["nodes"][number]["callFrame"];

type Owners = readonly (readonly [owner: string, source: RegExp])[];

/** Whose code it is, by the path of its source; the first that fits. */
const ownersOfAll: Owners = [
  ["Drizzle", /node_modules\/drizzle-orm\//],
  ["the driver", /node_modules\/postgres\//],
  ["Next", /node_modules\/next\/|\/next\/dist\/|turbopack/],
  ["other libraries", /node_modules\//],
  ["our own code", /^/],
];

/** The same with the parts of a page apart. */
export const ownersOfPages: Owners = [
  ["React's HTML", /react-dom-server/],
  ["React's payload, written", /react-server-dom-.*server/],
  ["the same, read again for the HTML", /react-server-dom-.*client/],
  ["React besides", /compiled\/react|node_modules\/react/],
  ["next-intl: words and formats", /next-intl|use-intl|intl-messageformat|@formatjs/],
  ["our components", /\/components\/|\/app\/.*\.tsx/],
  ["the edge: a page is held, hashed, packed, and kept", /lib\/http\/edge/],
  ...ownersOfAll,
];

/** The shares of a profile's busy time by whose code it was, in percent, the largest first. */
export function sharesOf(
  profile: CpuProfile,
  owners = ownersOfAll,
): [owner: string, percent: number][] {
  const ownerOf = new Map(profile.nodes.map(({ id, callFrame }) => [id, whose(callFrame, owners)]));
  const counts = new Map<string, number>();
  let busy = 0;
  for (const id of profile.samples) {
    const owner = ownerOf.get(id) ?? null;
    if (owner === null) continue;
    busy += 1;
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return [...counts]
    .map(([owner, count]): [string, number] => [owner, (count / busy) * 100])
    .toSorted(([, one], [, other]) => other - one);
}

/** Null where it waits. */
function whose(
  { functionName, url, lineNumber, columnNumber }: Frame,
  owners: Owners,
): string | null {
  if (functionName === "(idle)") return null;
  if (functionName === "(garbage collector)") return "garbage";
  if (/^node:(internal\/)?(net|stream|http|_http|tls|timers|process\/task)/.test(url)) {
    return "Node's sockets, streams and HTTP";
  }
  // What is native has no address: writes to sockets, JSON, hashes, promises.
  if (url === "") return functionName.startsWith("write") ? "writes to sockets" : "native code";
  if (url.startsWith("node:")) return "Node besides";
  const source = sourceOf(url, lineNumber, columnNumber);
  return owners.find(([, path]) => path.test(source))?.[0] ?? null;
}

const maps = new Map<string, SourceMap | null>();

/** The file that a place in the build was made of; the build's own where it has no map. */
function sourceOf(url: string, line: number, column: number): string {
  if (!url.startsWith("file:")) return url;
  const file = fileURLToPath(url);
  let map = maps.get(file);
  if (map === undefined) {
    const said = `${file}.map`;
    map = existsSync(said) ? new SourceMap(JSON.parse(readFileSync(said, "utf8"))) : null;
    maps.set(file, map);
  }
  const entry = map?.findEntry(line, column);
  return entry && "originalSource" in entry ? entry.originalSource : file;
}
