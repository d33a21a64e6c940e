/** An escape of JSON. One of a whole pair does not come up: JSON.stringify escapes halves alone. */
const escape = /\\(?:u[0-9a-f]{4}|.)/g;
const unstorable = /^\\u(?:0000|d[89a-f])/;

/**
 * A value that becomes JSON, such as the database keeps it: PostgreSQL's jsonb holds neither NUL nor half a surrogate
 * pair, in a text or in a name. Each becomes U+FFFD. The value itself where it has none; else what JSON makes of it.
 */
export function storable<T>(value: T): T {
  // Undefined has no JSON, whatever the type says.
  const json = JSON.stringify(value) as string | undefined;
  const mended = json?.replace(escape, (sign) => (unstorable.test(sign) ? "\ufffd" : sign));
  return mended === undefined || mended === json ? value : (JSON.parse(mended) as T);
}
