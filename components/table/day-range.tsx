import { Input } from "../ui/input";

/** The first and the last day, as `from` and `to`, each with room for its whole date; inside a FilterForm. */
export function DayRange({
  from,
  to,
  words,
}: {
  from?: string;
  to?: string;
  words: (key: "from" | "to") => string;
}) {
  return (
    <span className="flex flex-wrap gap-3 max-sm:w-full">
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="min-w-[min(9.5rem,100%)] text-sm max-sm:flex-1">
          <span className="mb-1 block text-ink-soft">{words(name)}</span>
          <Input
            type="date"
            name={name}
            min="2000-01-01"
            max="2199-12-31"
            defaultValue={name === "from" ? from : to}
            data-said={(name === "from" ? from : to) ?? ""}
          />
        </label>
      ))}
    </span>
  );
}
