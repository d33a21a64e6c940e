/** What happens one after another. */
export function Steps({
  steps,
}: {
  steps: readonly { readonly title: string; readonly text: string }[];
}) {
  return (
    <ol className="space-y-0">
      {steps.map(({ title, text }, index) => (
        <li key={title} className="relative flex gap-4 pb-7 last:pb-0">
          {index < steps.length - 1 && (
            <span aria-hidden className="absolute top-9 bottom-1 left-[0.9375rem] w-0.5 bg-line" />
          )}
          <span
            aria-hidden
            className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent-ink"
          >
            {index + 1}
          </span>
          <div className="pt-1">
            <p className="font-semibold">{title}</p>
            <p className="mt-0.5 text-sm text-ink-soft">{text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
