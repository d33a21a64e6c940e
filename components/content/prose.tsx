import { cn } from "../ui/class-names";

/** How running text looks, whatever its Markdown says. */
const look = [
  "max-w-prose text-ink-soft [&>:first-child]:mt-0",
  "[&_p]:mt-4 [&_ul]:mt-4 [&_ol]:mt-4 [&_ul]:list-disc [&_ol]:list-decimal [&_li]:mt-1.5 [&_li]:ml-5 [&_li]:pl-1",
  "[&_h2]:mt-10 [&_h2]:scroll-mt-24 [&_h2]:text-xl [&_h2]:font-semibold [&_h2]:text-ink [&_h2+*]:mt-2",
  "[&_h3]:mt-6 [&_h3]:scroll-mt-24 [&_h3]:text-lg [&_h3]:font-semibold [&_h3]:text-ink [&_h3+*]:mt-1.5",
  "[&_:is(h4,h5,h6)]:mt-4 [&_:is(h4,h5,h6)]:font-semibold [&_:is(h4,h5,h6)]:text-ink",
  "[&_a]:text-accent-ink [&_a]:underline [&_a]:underline-offset-3 [&_strong]:font-semibold [&_strong]:text-ink",
  "[&_blockquote]:mt-4 [&_blockquote]:border-l-2 [&_blockquote]:pl-4 [&_hr]:my-8 [&_hr]:border-t",
  "[&_code]:rounded-sm [&_code]:bg-sunken [&_code]:px-1 [&_code]:text-[0.9em] [&_code]:text-ink",
  "[&_pre]:mt-4 [&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:bg-sunken [&_pre]:p-3 [&_pre_code]:p-0",
  "[&_table]:mt-4 [&_table]:block [&_table]:max-w-full [&_table]:overflow-x-auto [&_table]:text-sm",
  "[&_:is(th,td)]:border [&_:is(th,td)]:px-3 [&_:is(th,td)]:py-2 [&_th]:text-left [&_th]:font-semibold [&_th]:text-ink",
].join(" ");

/** A text of the site. Its HTML comes from the room `content`, whose sanitiser let nothing through that runs. */
export function Prose({
  html,
  lang,
  className,
  id,
}: {
  html: string;
  /** The language of the text, which need not be the reader's. */
  lang: string;
  className?: string;
  id?: string;
}) {
  return (
    // oxlint-disable-next-line react/no-danger -- the one place that shows HTML, made by one sanitiser
    <div
      id={id}
      lang={lang}
      className={cn(look, className)}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
