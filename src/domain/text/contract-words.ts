// What leads write never speaks for the contract holder: words about contracts are found before
// anything is sent. Many of them have harmless lives of their own, so they count only in the
// company that makes them a contract matter.

/** The first words about practices’ contracts in a text, as they were written. */
export const findContractWords = (text: string): string | undefined => {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}|['’]/gu, '')
    .replace(/[\s\-–—]+/g, ' ');
  return patterns
    .flatMap((pattern) => pattern.exec(plain) ?? [])
    .map((found) => found.trim())
    .find(Boolean);
};

/** Whose matter it is, kindly. */
export const describeContract = (
  found: string,
  { contract_holder }: { readonly contract_holder: string },
): string =>
  `“${found}” sounds like a contract matter, and practices’ contracts are held by ` +
  `${contract_holder}. Nothing was saved; please take it up with them.`;

const patterns: readonly RegExp[] = [
  /\b(?:GMS|PMS|APMS|(?:general|personal|primary) medical services) (?:contracts?|agreements?)\b/i,
  new RegExp(
    String.raw`\bcontract(?:ual)? (?:sanction|notice|breach|termination|variation` +
      '|compliance|requirement|obligation|penalt|enforcement|dispute|performance' +
      String.raw`|management|monitoring|review)\w*`,
    'i',
  ),
  /(?<!\b(?:non|not|nor) )\bcontractual(?:ly)?\b/i,
  /\b(?:your|their|its|the practices?|a practices?) contracts?\b(?! of employment)/i,
  new RegExp(
    String.raw`\b(?:sanction|terminat|cancel|suspend|enforc)\w* (?:of |under )?` +
      String.raw`(?:the|a|any|this) contracts?\b(?! of employment)`,
    'i',
  ),
  /\b(?:breach|remedial|improvement|termination) notices?\b/i,
  /\bremedial actions?\b/i,
  /\bnotices? of termination\b/i,
  new RegExp(
    String.raw`\bbreach(?:es|ed|ing)? (?:of )?(?:(?:the|a|any|this|your|their|its) )?` +
      String.raw`(?:contract|agreement|regulation|terms|clause)\w*`,
    'i',
  ),
  /\bin breach\b(?! of (?:the )?(?:data|gdpr|uk gdpr|confidential|information|copyright))/i,
  /(?<!waiting |mailing )\blist (?:closure|dispersal)s?\b/i,
  /\bclosed (?:patient |practice )?lists?\b/i,
  new RegExp(
    String.raw`\b(?:clos(?:e|es|ed|ing)|dispers(?:e|es|ed|ing)) ` +
      '(?:(?:your|their|its|our|the practices?|a practices?) ' +
      '(?:patient |practice |registered )?|(?:the |a )?' +
      String.raw`(?:patient |practice |registered ))lists?\b`,
    'i',
  ),
  /\b(?:withhold\w*|withheld|deduct\w*|claw\w* back) (?:\w+ )?(?:payments?|funding)\b/i,
];
