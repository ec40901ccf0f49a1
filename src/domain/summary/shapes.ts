// The few shapes a section of the summary can take. How they look in Slack is slack/messages/summary.ts's business.

/** Bars beside each other. Slack shows at most 20 categories and 6 series, with names of at most 20 characters. */
export type Bars = {
  readonly shape: 'bars';
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
};

/** Figures in rows; the first row names the columns. */
export type Table = { readonly shape: 'table'; readonly rows: readonly (readonly string[])[] };

/** Sentences, one a line. */
export type Text = { readonly shape: 'text'; readonly lines: readonly string[] };

export type Shape = Bars | Table | Text;

export type Section = { readonly title: string; readonly shapes: readonly Shape[] };
