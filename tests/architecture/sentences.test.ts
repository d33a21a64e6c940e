import { TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";

import { messages } from "@/components/i18n/messages/en";
import { errorTable } from "@/lib/words";
import { english as words } from "@/lib/words/rule-words";

import { bareIcons } from "../support/architecture/icon-checks";
import { labels } from "../support/architecture/label-checks";
import { projectOf, readProject } from "../support/architecture/project";
import {
  argumentsOf,
  faultValues,
  refusalValues,
  saidUnder,
} from "../support/architecture/rule-checks";
import * as checks from "../support/architecture/sentence-checks";

const project = readProject();

describe("the project as it is", () => {
  test.for(Object.entries(checks))("%s", ([, check]) => expect(check(project)).toEqual([]));

  test("labels", () => expect(labels(project)).toEqual([]));

  test("icons without words", () => expect(bareIcons(project)).toEqual([]));

  test("refusals bring what their sentences ask for", () =>
    expect(refusalValues(project, messages)).toEqual([]));

  test("faults bring what their sentences ask for, and each is found by somebody", () =>
    expect(faultValues(project, messages)).toEqual([]));
});

describe("every sentence can be said, with each of its choices", () => {
  const refusals = saidUnder("rules.refusals", messages);
  const faults = saidUnder("rules.faults", messages);

  test.for([...saidUnder("rules.reasons", messages)])("%s", ([code, sentence]) =>
    expect(words.reason(code)).toBe(sentence),
  );

  test("a person's reason is said as they wrote it", () => {
    for (const text of ["The road is closed.", "a.b", "", "reasons", "constructor"]) {
      expect(words.reason(text)).toBe(text);
    }
  });

  test("there is one for every code", () => {
    expect([...refusals.keys()].toSorted()).toEqual(Object.keys(errorTable).toSorted());
    expect(faults.size).toBeGreaterThan(80);
  });

  test.for([...refusals, ...faults])("%s", ([code, sentence]) => {
    for (const values of samplesFor(sentence)) {
      const said = words.fault({ code, values });
      expect(said).not.toBe(code);
      expect(said).not.toMatch(/[{}]|undefined|NaN|\[object/);
      expect(said).toMatch(/^\p{L}\S* .*[.?]$/u);
    }
  });
});

/** Values for a sentence: one sample of each kind, and each choice once. */
function samplesFor(sentence: string): Record<string, unknown>[] {
  const taken = [...argumentsOf(sentence)];
  const plain = taken.map(([name, { type }]): [string, unknown] => {
    if (type === TYPE.number || type === TYPE.plural) return [name, 2];
    return [name, type === TYPE.date || type === TYPE.time ? new Date(0) : "Value"];
  });
  const choices = taken.flatMap(([name, { options }]) => options.map((one) => [name, one]));
  return [plain, ...choices.map((choice) => [...plain, choice])].map(
    (entries) => Object.fromEntries(entries) as Record<string, unknown>,
  );
}

describe("the checks see what is planted", () => {
  const inRoom = (code: string) => projectOf({ "lib/sites/stations/a.ts": code });

  test.for([
    'const why = () => "The name is empty.";',
    "throw fail(`The name ${name} is empty.`);",
    'const why = isOpen ? "Come in!" : null;',
    'const row = { errors: { "door.locked": rule("The door is locked.") } };',
  ])("a sentence in a rule: %s", (code) => {
    expect(checks.sentences(inRoom(code))).toHaveLength(1);
    expect(checks.sentences(projectOf({ "components/a.tsx": code }))).toHaveLength(1);
    expect(checks.sentences(projectOf({ "app/api/v1/a/route.ts": code }))).toEqual([]);
  });

  test.for([
    'throw new Error("The counter gave no number.");',
    'class Lost extends Error { constructor() { super("It is lost."); } }',
    'const way = { silent: "The session tells it." };',
    'logger.info("the worker runs");',
    "// The name is empty.",
  ])("no word for people: %s", (code) => expect(checks.sentences(inRoom(code))).toEqual([]));

  test.for([
    'z.string().min(1, "Must not be empty.");',
    "z.string().max(5, `At most ${most} characters`);",
    'z.object({}).refine(() => true, { path: ["a"], error: "Give both." });',
    'check.addIssue({ code: "custom", message: "Not so." });',
    'z.enum(["A"], "Use A.");',
  ])("a schema with words of its own: %s", (code) => {
    const file = `import { z } from "zod"; ${code}`;
    for (const path of ["lib/sites/stations/schema.ts", "app/admin/actions.ts"]) {
      expect(checks.schemaWords(projectOf({ [path]: file }))).toHaveLength(1);
    }
  });

  test("a sentence between tags", () => {
    const code = "const Page = () => <p>\n  Nothing is here.\n</p>;";
    expect(checks.sentences(projectOf({ "app/page.tsx": code }))).toHaveLength(1);
  });

  test.for([
    "<p>Save</p>",
    "<p><Icon /> AC</p>",
    '<p>{isOpen ? "Open" : t("closed")}</p>',
    "<p>{name ?? `No ${thing}`}</p>",
    '<>{isOpen && "Open"}</>',
    '<button aria-label="Close" />',
    '<img alt={"Chart"} />',
    '<input placeholder="Ann" />',
    '<><Card lead={t("lead")} /><Card lead="Hours" /></>',
    '<Choice options={[{ value: "a", label: "All" }]} />',
    '<Choice render={({ label = "All" }) => label} />',
    '() => { const label = isOpen ? "Open" : shut; return <Choice {...{ label }} />; }',
  ])("a word that is no sentence: %s", (code) => {
    const file = `export const a = ${code};`;
    expect(labels(projectOf({ "components/a.tsx": file }))).toHaveLength(1);
    expect(labels(projectOf({ "tests/a.tsx": file }))).toEqual([]);
  });

  test.for([
    '<p className="font-medium">{t("save")} · {count} / 3</p>',
    '<a href="/business" title={title} name="email">{status === "Open" && <Icon />}</a>',
    '<Choice options={[{ value: "a", label: t("all") }]} look="quiet" />',
  ])("no word: %s", (code) =>
    expect(labels(projectOf({ "components/a.tsx": `export const a = ${code};` }))).toEqual([]),
  );

  test.for([
    '<ActionButton size="icon-sm" label={t("remove")} />',
    '<p><Button size="icon" aria-label={t("a")} /><Button size="icon" aria-label={t("b")} /></p>',
    '<>{may && <Button size="icon-sm" />}{isOwn ? <Button size="icon-sm" /> : null}</>',
  ])("deeds that are icons alone: %s", (code) => {
    const file = `export const a = ${code};`;
    expect(bareIcons(projectOf({ "components/a.tsx": file }))).toHaveLength(1);
    expect(bareIcons(projectOf({ "tests/a.tsx": file }))).toEqual([]);
  });

  test.for([
    '<ActionButton size="sm" label={t("remove")} />',
    '<p><Button size="icon" aria-label={t("before")} /><b>{month}</b><Button size="icon" /></p>',
  ])("a deed with its word, or an icon apart: %s", (code) =>
    expect(bareIcons(projectOf({ "components/a.tsx": `export const a = ${code};` }))).toEqual([]),
  );

  test("not one that says a fault, a default or a value", () => {
    const code = `import { z } from "zod";
z.string().min(1, fault("empty")).default("two words"); z.enum(["A", "B"]); z.literal("a b");`;
    expect(checks.schemaWords(inRoom(code))).toEqual([]);
  });

  const english = {
    rules: {
      faults: { too_long: "Use at most {most}.", empty: "Must not be empty.", zone_id: "{zone}" },
      refusals: { door: { locked: "Locked until {until, date, day} by {who}." } },
    },
  };
  const used = 'idOf("zone_id", { zone }); fault("too_long", { most }); fault("empty");';

  test("a fault without a value that its sentence asks for, and one that nobody finds", () => {
    expect(faultValues(inRoom(used), english)).toEqual([]);
    expect(faultValues(inRoom(`${used} fault("too_long", values);`), english)).toEqual([]);
    expect(faultValues(inRoom(`${used} fault("too_long", { least });`), english)).toHaveLength(1);
    expect(faultValues(inRoom(`${used} fault("too_long");`), english)).toHaveLength(1);
    const object = `${used} const found = { code: "too_long", values: { least } };`;
    expect(faultValues(inRoom(object), english)).toHaveLength(1);
    expect(faultValues(inRoom(used.replace('fault("empty");', "")), english)).toEqual([
      "rules.faults.empty: nobody finds this",
    ]);
  });

  test.for([
    ["rule<{ until: Date; who: string }>()", 0],
    ["rule<Locked & { who: string }>()", 0],
    ["rule<{ who: string }>()", 1],
    ["rule()", 2],
  ] as const)("a refusal that brings too little: %s", ([row, count]) => {
    const code = `interface Locked { readonly until: Date }
const words = { errors: { "door.locked": ${row} } };`;
    const rooms = projectOf({ "lib/sites/doors/words.ts": code });
    expect(refusalValues(rooms, english)).toHaveLength(count);
  });
});
