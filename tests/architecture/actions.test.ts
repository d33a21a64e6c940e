import { describe, expect, test } from "vitest";

import { serverActions } from "../support/architecture/action-checks";
import { projectOf, readProject } from "../support/architecture/project";

test("every server action goes through action()", () =>
  expect(serverActions(readProject())).toEqual([]));

const imported = 'import { action } from "@/lib/http/action";';

function saidOf(path: string, code: string) {
  return serverActions(projectOf({ "lib/http/action.ts": "", [path]: code }));
}

describe("the check sees what is planted", () => {
  const said = (code: string) => saidOf("app/a/actions.ts", `"use server";\n${imported}\n${code}`);
  const send = "const send = action({ permission, body, run });";

  test.for([
    "export async function erase(id: string) { await eraseUser(id); }",
    "export const erase = async (id: string) => eraseUser(id);",
    "export const erase = eraseUser;",
    `${send} export async function go() { return other(); }`,
    "async function go() { await eraseUser(); }\nexport { go };",
    "async function go() { await eraseUser(); }\nexport { go as send };",
    "export default async function go() { await eraseUser(); }",
    `${send} export default send;`,
    'export { eraseUser } from "@/lib/people/accounts";',
    'export * from "@/lib/people/accounts";',
    'export * as accounts from "@/lib/people/accounts";',
    `${send} export async function go(form) { await eraseUser(form); return send(form); }`,
    `${send} export async function go(form) { if (form) return eraseUser(form); return send(form); }`,
    `${send} export async function go(form) { const on = () => send(form); return eraseUser(on); }`,
    `${send} export async function go(form) { return send(await eraseUser(form)); }`,
    `${send} export async function go(form = eraseUser()) { return send(form); }`,
    `${send} export async function go(send) { return send(); }`,
    "let send = action({}); send = eraseUser; export const go = (form) => send(form);",
    "const inner = () => { const send = action({}); }; export const go = (form) => send(form);",
  ])("%s", (code) => expect(said(code)).toHaveLength(1));

  test.for([
    "export const approve = action({ permission, body, run });",
    `${send} export async function go(form: FormData) { return send(form); }`,
    `${send} export async function go(form) { const sent = await send(form); return words(sent); }`,
    `${send} export const go = async (form: FormData) => send(form);`,
    `${send} async function go(form: FormData) { return send(form); }\nexport { send, go };`,
    "export type State = string;",
    'export type { State } from "./state";',
  ])("not %s", (code) => expect(said(code)).toEqual([]));

  test.for([
    "const action = (declared) => declared.run;",
    'import { action } from "./action";',
    'import { page as action } from "@/lib/http/action";',
  ])("an action() of another's: %s", (maker) => {
    const code = `"use server";\n${maker}\nexport const go = action({ run });`;
    expect(saidOf("app/a/actions.ts", code)).toHaveLength(1);
  });

  test.for([
    "export async function go() { 'use server'; await eraseUser(); }",
    "const page = () => <form action={async () => { 'use server'; await eraseUser(); }} />;",
    "const erase = async function () { 'use server'; await eraseUser(); };",
  ])("a function that says so of itself: %s", (code) => {
    expect(saidOf("app/a/page.tsx", code)).toHaveLength(1);
    expect(saidOf("components/a.tsx", code)).toHaveLength(1);
  });

  test("a file whose name the walk over all actions does not find", () => {
    const code = `"use server";\n${imported}\nexport const go = action({ run });`;
    for (const path of ["app/a/send.ts", "components/actions.ts", "app/a/reactions.ts"]) {
      expect(saidOf(path, code)).toEqual([`${path}: server actions lie in actions.ts of app/`]);
    }
    for (const path of ["app/actions.ts", "app/a/b/tariff-actions.ts"]) {
      expect(saidOf(path, code)).toEqual([]);
    }
  });
});
