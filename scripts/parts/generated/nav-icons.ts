import { navigation } from "@/lib/words";

import { formatted } from "./format";

const file = "components/shell/nav-icons.ts";

/** The icons of the navigation by path of their file, as the rooms name them: lucide's own imports, and no others. */
export async function navIcons(): Promise<Record<string, string>> {
  const entries = Object.entries(navigation);
  const icons = [...new Set(entries.map(([, { icon }]) => icon))].toSorted();
  const source = `// Written by \`npm run generate\`: the icon of each page in the navigation, as its room's words name it.
import { ${icons.join(", ")}, type LucideIcon } from "lucide-react";

import type { NavLabel } from "@/lib/words";

export const navIcons: Readonly<Record<NavLabel, LucideIcon>> = {
${entries.map(([label, { icon }]) => `${label}: ${icon},`).join("\n")}
};
`;
  return { [file]: await formatted(file, source) };
}
