import { sample, samplePaths } from "@/lib/words";

/** The sample for every parameter of the path, by name (api.md, Examples). */
export function sampleParameters(path: string): Readonly<Record<string, string>> {
  const known = Object.entries(samplePaths).filter(
    ([prefix]) => path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}.`),
  );
  return Object.fromEntries(
    known.map(([prefix, name]) => [/\{(\w+)\}$/.exec(prefix)?.[1] ?? "", sample[name]]),
  );
}
