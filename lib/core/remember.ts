/**
 * What `make` makes of a text, made once for each of the last so many texts: for what is dear to make and always the
 * same, such as the formats of Intl. Whoever is first forgotten was made first.
 */
export function remember<T>(make: (text: string) => T, most = 500): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const fresh = make(text);
    if (made.size >= most) {
      const [first = ""] = made.keys();
      made.delete(first);
    }
    made.set(text, fresh);
    return fresh;
  };
}
