/** What the demo says by itself, once and not of each process. */
const saidOnce = /^TEST_CLOCK=1\b/;

/** How Next greets: addresses behind the one that the demo prints itself. */
const greeting =
  /^\s*(▲ Next\.js|- (Local|Network|Environments):|✓ (Ready|Starting|Running next\.config))/;

/**
 * A line of a process as whoever started the demo reads it: of a structured one its message, with the error where it
 * tells of one; others as they are. Null for what need not be said.
 */
export function readableLine(line: string): string | null {
  const entry = parsed(line);
  if (typeof entry?.msg !== "string") {
    return line.trim() === "" || greeting.test(line) ? null : line;
  }
  if (saidOnce.test(entry.msg)) return null;
  const { err, job } = entry;
  const who = typeof job === "string" ? `${job}: ` : "";
  const stack =
    typeof err === "object" && err !== null && "stack" in err ? `\n${String(err.stack)}` : "";
  return `${who}${entry.msg}${stack}`;
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  if (!line.startsWith("{")) return null;
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}
