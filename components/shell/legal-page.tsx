/** A page of plain text in sections. */
export function LegalPage({
  title,
  lead,
  sections,
  updated,
}: {
  title: string;
  lead: string;
  sections: readonly { readonly title: string; readonly text: string }[];
  updated: string;
}) {
  return (
    <article className="shell py-10 sm:py-16">
      <header className="max-w-2xl">
        <h1 className="text-3xl font-semibold">{title}</h1>
        <p className="mt-3 text-lg text-ink-soft">{lead}</p>
      </header>
      <div className="mt-10 grid max-w-4xl gap-x-12 gap-y-8 md:grid-cols-2">
        {sections.map((section) => (
          <section key={section.title}>
            <h2 className="text-lg font-semibold">{section.title}</h2>
            <p className="mt-1.5 text-ink-soft">{section.text}</p>
          </section>
        ))}
      </div>
      <p className="mt-12 text-sm text-ink-soft">{updated}</p>
    </article>
  );
}
