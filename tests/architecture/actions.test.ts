import { describe, expect, test } from "vitest";

import { serverActions } from "../support/architecture/action-checks";
import { projectOf, readProject } from "../support/architecture/project";

test("every server action goes through action()", () =>
  expect(serverActions(readProject())).toEqual([]));

describe("the check sees what is planted", () => {
  const said = (code: string) =>
    serverActions(projectOf({ "app/a/actions.ts": `"use server";\n${code}` }));
  const send = "const send = action({ permission, body, run });";

  test.for([
    "export async function erase(id: string) { await eraseUser(id); }",
    "export const erase = async (id: string) => eraseUser(id);",
    "export const erase = eraseUser;",
    `${send} export async function go() { return other(); }`,
  ])("%s", (code) => expect(said(code)).toHaveLength(1));

  test.for([
    "export const approve = action({ permission, body, run });",
    `${send} export async function go(form: FormData) { return send(form); }`,
    `${send} export const go = async (form: FormData) => send(form);`,
    "export type State = string;",
  ])("not %s", (code) => expect(said(code)).toEqual([]));
});
