import type { Messages } from "@/components/i18n/together";
import type { RoomWords } from "@/lib/words/define-words";
import { choicesOf } from "@/lib/words/setting";

/** The words that rooms declare, and what a language's files say, both by room. */
export interface Spoken {
  readonly words: Readonly<Record<string, RoomWords>>;
  readonly files: Readonly<Record<string, Messages>>;
}
type CatalogueCheck = (spoken: Spoken) => string[];

/** Under which key catalogues say the names that a room declares. */
const NAMES: Readonly<Record<string, (words: RoomWords) => readonly string[]>> = {
  "rules.refusals": ({ errors = {} }) => Object.keys(errors),
  "rules.settings": ({ settings = {} }) => Object.keys(settings),
  "settings.names": ({ settings = {} }) => Object.keys(settings),
  "settings.values": ({ settings = {} }) =>
    Object.values(settings).flatMap((one) => choicesOf(one) ?? []),
  "shell.nav": ({ navigation = {} }) => Object.keys(navigation),
  "shell.links": ({ footer = {} }) => Object.keys(footer),
  "palette.shortcuts": ({ shortcuts = {} }) => Object.keys(shortcuts),
  "audits.entities": ({ audited }) => audited?.things ?? [],
  "audits.deeds": ({ audited }) => audited?.actions ?? [],
};
/** Names that screens say of some: of jobs, those that the worker runs (tests/jobs/jobs.test.ts asks for them). */
const NAMES_OF_SOME: typeof NAMES = {
  "health.jobNames": ({ jobs = [] }) => jobs,
  "health.jobWords": ({ jobs = [] }) => jobs,
};
const ALL_NAMES = { ...NAMES, ...NAMES_OF_SOME };
/** Besides those, where every room says what is its own; any other namespace is one file's. */
const SHARED = [
  ...Object.keys(ALL_NAMES),
  "rules.faults",
  "rules.reasons",
  "audits.fields",
  "audits.states",
  "audits.values",
  // Every deed that a change leaves has one (tests/api/changes/every-change.test.ts).
  "audits.sentences",
  "health.counts",
  "status",
];

/** Every declared name is said by a file of a room that declares it. */
export const unsaid: CatalogueCheck = ({ words, files }) => {
  const said = new Set(Object.values(files).flatMap(keysOf));
  return Object.entries(words).flatMap(([room, declared]) =>
    Object.entries(NAMES).flatMap(([path, namesOf]) =>
      namesOf(declared)
        .filter((name) => !said.has(`${path}.${name}`))
        .map((name) => `${room}: no catalogue file says ${path}.${name}`),
    ),
  );
};

/** A file says no names but those that its room declares. */
export const undeclared: CatalogueCheck = ({ words, files }) =>
  Object.entries(files).flatMap(([room, file]) =>
    Object.entries(ALL_NAMES).flatMap(([path, namesOf]) => {
      const declared = namesOf(words[room] ?? {});
      return keysOf(file)
        .filter((key) => key.startsWith(`${path}.`))
        .filter((key) => !declared.includes(key.slice(path.length + 1)))
        .map((key) => `${room}.json: ${key}: the words of ${room} declare no such name`);
    }),
  );

/** A file is its room's, and a namespace its file's, so that no two rooms meet in one. */
export const ownNamespaces: CatalogueCheck = ({ words, files }) => {
  const homes = new Map<string, string>();
  return Object.entries(files).flatMap(([room, file]) => {
    const own = keysOf(file).filter((key) => !SHARED.some((path) => key.startsWith(`${path}.`)));
    const taken = [...new Set(own.map((key) => key.split(".")[0] ?? ""))].flatMap((namespace) => {
      const home = homes.get(namespace) ?? room;
      homes.set(namespace, home);
      return home === room ? [] : [`${room}.json: ${namespace} is a namespace of ${home}.json`];
    });
    return words[room] ? taken : [`${room}.json: there is no room of this name`, ...taken];
  });
};

/** The keys of single words: `status.user.Active`. */
export function keysOf(messages: Messages): string[] {
  return Object.entries(messages).flatMap(([key, said]) =>
    typeof said === "string" ? [key] : keysOf(said).map((inner) => `${key}.${inner}`),
  );
}
