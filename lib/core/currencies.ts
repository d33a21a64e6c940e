// How many decimal places a currency has, as data of ours: ISO 4217 without funds, metals, units of account and indexed
// units. Compared on 2026-11-26: the places, code by code, with list one of the maintenance agency SIX of 2024-06-25
// (currency-codes 2.2.0 carries its XML) and with OpenJDK 17.0.15; which codes there are with pycountry 26.2.16 (Debian's
// iso-codes of February 2026), which knows what came since (XCG for ANG) and what went (BGN to the euro, CUC). Intl's are CLDR's, which leave out places that prices seldom show (HUF, IDR, PKR) and
// change with Node; an amount that is stored in minor units must mean the same for ever.

/** Places → the currencies that have them. */
const currencies: Readonly<Record<number, string>> = {
  0: `
    BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF`,
  2: `
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN
    BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
    GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR
    LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD
    PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN
    SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR
    ZMW ZWG`,
  3: `
    BHD IQD JOD KWD LYD OMR TND`,
};

/** Currency → its decimal places. */
export const digitsOf: ReadonlyMap<string, number> = new Map(
  Object.entries(currencies).flatMap(([digits, codes]) =>
    codes
      .trim()
      .split(/\s+/)
      .map((code) => [code, Number(digits)] as const),
  ),
);
