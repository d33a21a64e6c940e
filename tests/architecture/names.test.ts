import { describe, expect, test } from "vitest";

import { keptPromises } from "../support/architecture/name-checks";
import { projectOf, readProject } from "../support/architecture/project";

test("the functions of rooms keep what their names promise", () => {
  expect(keptPromises(readProject())).toEqual([]);
});

/** What the check says of one file of a room, of which `index.ts` exports what is named. */
const said = (code: string, door: string, file: string) =>
  keptPromises(
    projectOf({
      [`lib/money/wallet/${file}`]: code,
      "lib/money/wallet/index.ts": door && `export { ${door} } from "./${file.slice(0, -3)}";`,
    }),
  );

describe("a name that does not keep its promise is found", () => {
  test.for([
    ["export function getCard(): Card | null { return null; }", ""],
    ["export async function getCard(): Promise<Card | undefined> {}", ""],
    ['export async function findCard(ctx) { return scopeOf(ctx, "card.read"); }', ""],
    ["export async function findCard(ctx) { return ask(ctx); }", "findCard"],
    ["export async function readCard(ctx): Promise<Card> {}", ""],
    ["export async function listCards(ctx): Promise<Page<Card>> {}", ""],
    ["export async function listCards(ctx): Promise<Card[]> {}", "listCards"],
    ["export const lockCard = (ctx) => ctx.db.select().from(cards);", ""],
    ["export function assertPaid(): boolean { return true; }", ""],
    ["function assertPaid(card: Card) {}", ""],
  ] as const)("%s", ([code, door]) => expect(said(code, door, "pay-card.ts")).toHaveLength(1));
});

describe("a name that keeps its promise is not", () => {
  test.for([
    ["export async function getCard(): Promise<Card> {}", "", "get-card.ts"],
    ["export async function getNullable(): Promise<Nullable<Card>> {}", "", "get-card.ts"],
    ["export async function findCards(): Promise<Card[]> {}", "", "find-cards.ts"],
    ["export async function readCard(ctx): Promise<Card> {}", "readCard", "read-card.ts"],
    ["export const readRow = (row): Row => row;", "", "rules.ts"],
    ["export async function listCards(ctx): Promise<Page<Card>> {}", "listCards", "list-cards.ts"],
    ["export async function listRows(ctx) {}", "", "store/cards.ts"],
    ['export const lockCard = (ctx) => ctx.db.select().from(cards).for("update");', "", "store.ts"],
    ["export const lockCard = (ctx) => lockRow(ctx);", "", "get-card.ts"],
    ["export async function assertPaid(): Promise<void> {}", "", "rules.ts"],
    ["export function assertPaid(it: It): asserts it is Paid {}", "", "rules.ts"],
    ["export function listen() {}", "", "listen-to.ts"],
  ] as const)("%s", ([code, door, file]) => expect(said(code, door, file)).toEqual([]));
});
