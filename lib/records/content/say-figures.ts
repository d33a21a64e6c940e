import { failField } from "@/lib/core/errors";
import { settingDefinitions, settingNames } from "@/lib/words";

/** Numbers of the platform's settings by name, each in the unit that its name says. */
export type Figures = Readonly<Record<string, number>>;

/** What looks like the name of a setting in a text, whether or not it is written as it must be. */
const meant = /\{\s*setting\b[^{}\n]*\}?/gi;
/** How a text names one: `{setting:changeCutoffMinutes}`. */
const exact = /\{setting:(\w+)\}/g;
const write = (name: string) => `{setting:${name}}`;

/** The settings that a text may name: those that are numbers. */
const nameable = settingNames.filter(
  (name) => typeof settingDefinitions[name].default === "number",
);

/** The numbers among the settings. */
export function figuresOf(settings: Readonly<Record<string, unknown>>): Figures {
  return Object.fromEntries(nameable.map((name) => [name, Number(settings[name])]));
}

/** Whether the text names settings. */
export const hasFigures = (body: string): boolean => body.includes("{setting:");

/** Throws `content.setting`, at `body`, with what the text means to be a setting and is none that is a number. */
export function assertFiguresKnown(body: string): void {
  const written = new Set(nameable.map(write));
  const unknown = [...new Set(body.match(meant))].filter((text) => !written.has(text));
  if (unknown.length > 0) throw failField("content.setting", "body", { unknown });
}

/** The text with its settings' numbers in the language's words; what has no number stays as it is written. */
export function sayFigures(body: string, figures: Figures, locale: string): string {
  return body.replaceAll(exact, (written, name: string) => {
    const value = Object.hasOwn(figures, name) ? figures[name] : undefined;
    return value === undefined ? written : sayFigure(name, value, locale);
  });
}

/** What a text may name: how it is written, and what readers see for it. */
export const figuresIn = (figures: Figures, locale: string) =>
  Object.entries(figures).map(([name, value]) => ({
    name,
    written: write(name),
    said: sayFigure(name, value, locale),
  }));

/** The numbers that a text names and that are other ones now than those it keeps. */
export function outdatedIn(
  { body, locale }: { readonly body: string; readonly locale: string },
  kept: Figures,
  now: Figures,
) {
  const today = new Map(figuresIn(now, locale).map(({ name, said }) => [name, said]));
  return figuresIn(kept, locale).flatMap(({ name, written, said }) => {
    const saidNow = today.get(name);
    const isOld = body.includes(written) && saidNow !== undefined && saidNow !== said;
    return isOld ? [{ name, said, now: saidNow }] : [];
  });
}

/**
 * `12 hours`, `90 minutes`, `7 days`: whole hours are said as such. Never days for hours, because the day of some zone
 * may have 23 or 25. The unit stands in its name (architecture.md, Style).
 */
function sayFigure(name: string, value: number, locale: string): string {
  const [unit] = /(Minutes|Hours|Days)(?![a-z])/.exec(name) ?? [];
  const [amount, of] =
    unit === "Minutes" && value > 0 && value % 60 === 0
      ? [value / 60, "hour"]
      : [value, unit?.toLowerCase().slice(0, -1)];
  const form = of ? ({ style: "unit", unit: of, unitDisplay: "long" } as const) : {};
  return new Intl.NumberFormat(locale, form).format(amount);
}
