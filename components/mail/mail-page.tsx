import type { Letter } from "@/lib/insight/notifications/schema";

import { sheet, styles } from "./mail-style";

const layout = { role: "presentation", cellPadding: 0, cellSpacing: 0, border: 0 } as const;

/** A letter as mail programs show it: tables, styles at the elements, no picture and no script; readable at 320 px. */
export function mailPage(letter: Letter) {
  const { locale, direction, subject } = letter;
  return (
    <html lang={locale} dir={direction}>
      {/* oxlint-disable-next-line next/no-head-element -- a mail is no page of Next */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style dangerouslySetInnerHTML={{ __html: sheet }} />
      </head>
      <body className="desk" style={styles.desk}>
        <table {...layout} className="desk" style={styles.outer}>
          <tbody>
            <tr>
              <td align="center" className="desk-cell" style={styles.cell}>
                <table {...layout} className="paper" style={styles.paper}>
                  <tbody>
                    <tr>
                      <td className="pad" style={styles.pad}>
                        <Content {...letter} />
                      </td>
                    </tr>
                    <tr>
                      <td className="pad line" style={{ ...styles.pad, ...footLine }}>
                        <Foot {...letter} />
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

const footLine = { borderTop: styles.label.borderTop };

function Content(letter: Letter) {
  const { signature, subject, greeting, paragraphs, items, facts, button, after } = letter;
  return (
    <>
      <p className="link" style={styles.brand}>
        {signature}
      </p>
      <h1 className="ink" style={styles.title}>
        {subject}
      </h1>
      <Paragraphs texts={[greeting, ...paragraphs]} />
      {items.map((item, index) => (
        <Item key={index} {...item} />
      ))}
      {facts.length > 0 && <Facts facts={facts} />}
      {button && (
        <a href={button.url} className="button" style={styles.button}>
          {button.label}
        </a>
      )}
      <Paragraphs texts={after} />
    </>
  );
}

function Paragraphs({ texts }: { readonly texts: readonly string[] }) {
  return texts.map((text, index) => (
    <p key={index} className="ink" style={styles.text}>
      {text}
    </p>
  ));
}

function Facts({ facts }: Pick<Letter, "facts">) {
  return (
    <table style={styles.facts}>
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row" className="soft line" style={styles.label}>
              {label}
            </th>
            <td className="ink line" style={styles.value}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Item({ title, text, link }: Letter["items"][number]) {
  return (
    <p className="ink" style={styles.text}>
      <strong>{title}</strong>
      <br />
      {text}
      {link && (
        <>
          <br />
          <a href={link.url} className="link" style={styles.link}>
            {link.label}
          </a>
        </>
      )}
    </p>
  );
}

function Foot({ why, links }: Letter) {
  return (
    <>
      <p className="soft" style={styles.foot}>
        {why}
      </p>
      {links.map(({ label, url }) => (
        <p key={url} style={styles.foot}>
          <a href={url} className="link" style={styles.link}>
            {label}
          </a>
        </p>
      ))}
    </>
  );
}
