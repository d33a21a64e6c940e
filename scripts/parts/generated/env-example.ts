import { readFileSync } from "node:fs";

import { settingDefinitions, settingNames } from "@/lib/words";
import { english } from "@/lib/words/rule-words";
import { settingGroups } from "@/lib/words/setting";

import { root } from "../paths";

const file = ".env.example";
const heading = "# ── Defaults of settings ";

/** `.env.example` by path, its last part written anew from what the rooms say of their settings. */
export function envExample(): Record<string, string> {
  return { [file]: withSettings(readFileSync(root(file), "utf8")) };
}

/** The text with the part under the heading "Defaults of settings", which is the last one, as the words have it. */
export function withSettings(text: string): string {
  const begin = text.indexOf(heading);
  if (begin < 0) throw new Error(`${file} has no heading "${heading.trim()}" for settings.`);
  const lines = settingGroups.flatMap((group) =>
    settingNames
      .map((name) => ({ ...settingDefinitions[name], help: english.setting(name) }))
      .filter((one) => one.group === group)
      .map(({ env, help, default: value }) => `# ${help}\n# ${env}=${value}\n`),
  );
  return `${text.slice(0, begin)}${heading.padEnd(100, "─")}
# Each may be overridden on the settings pages, for the platform, and where it makes sense for a business or
# a station; the nearest wins. Written by \`npm run generate\` from the words of the rooms.
${lines.join("")}`;
}
