/** Common short words, which are no initials. */
const short = new Set(
  `ave apt bay bob box bus car dr end fl ice inn jay lee lot mt new old one park rd red st ste the tom two way zoo`.split(
    " ",
  ),
);
const between = new Set("and at by for in of on the to".split(" "));
/** What reads as a word, and is initials. */
const initials = new Set(
  "BMWHV CDGA CDTA CUNY DCFC EPLLC EVARC EVCS EVSE FPEV IBEW IKEA NCDPW NYPA ORDA SCCC SFUSA SUNY UCAT UCLEC WWBMW YMCA".split(
    " ",
  ),
);

/**
 * A name written in capitals alone, as half of the Alternative Fuels Data Center's are, as one writes names: `TOWN OF
 * WEBB PARK 1` is `Town of Webb Park 1`. Short words stay as they are, for they may be initials (`RPI`, `SUNY`), and
 * so does a name with any small letter. Nobody reads capitals by the hundred, and they lead a list by name
 * (screens.md, S44).
 */
export function softenCapitals(name: string): string {
  if (/\p{Ll}/u.test(name) || !/\p{Lu}{4}/u.test(name)) return name;
  return name.replace(
    /(\d*)(\p{Lu}[\p{Lu}'’]*)/gu,
    (_, digits: string, word: string, at: number) => {
      if (digits !== "") return digits + (/^(ST|ND|RD|TH)$/.test(word) ? word.toLowerCase() : word);
      return at > 0 && between.has(word.toLowerCase()) ? word.toLowerCase() : softened(word);
    },
  );
}

function softened(word: string): string {
  const isWord = short.has(word.toLowerCase()) || (word.length >= 4 && /[AEIOUY]/.test(word));
  return isWord && !initials.has(word) ? word.slice(0, 1) + word.slice(1).toLowerCase() : word;
}
