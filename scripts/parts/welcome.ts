const logins = [
  ["System admin", "admin@demo.baybook.test"],
  ["Backoffice", "backoffice@demo.baybook.test"],
  ["… of a year", "history@demo.baybook.test (real sessions of Perth & Kinross)"],
  ["Operator", "operator@demo.baybook.test"],
  ["Driver", "owner@demo.baybook.test (or NIC 200212345679)"],
] as const;

/** What a newcomer needs of a demo that runs: its address and its logins. */
export function welcome(url: string): string {
  const isTest = process.env.TEST_CLOCK === "1";
  return [
    "",
    `Baybook runs at ${url}`,
    "",
    ...logins.map(([role, login]) => `  ${role.padEnd(14)}${login}`),
    "  Password of all: Baybook-demo-1",
    "",
    ...(isTest ? ["TEST_CLOCK=1: the time is the test's, and so is a language on offer."] : []),
    "API description: /api/docs. Stop with Ctrl-C.",
  ].join("\n");
}
