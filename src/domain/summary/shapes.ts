// The few shapes a section of the summary or of the results can take. How they look in Slack is
// slack/messages/shapes.ts's business.

/**
 * Bars beside each other, or lines over time. Slack shows at most 20 categories and 6 series, with
 * names of at most 20 characters.
 */
export type Chart = {
  readonly shape: 'bars' | 'lines';
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
};

/** Figures in rows; the first row names the columns. */
export type TableShape = { readonly shape: 'table'; readonly rows: readonly (readonly string[])[] };

/** Sentences, one a line. */
export type Text = { readonly shape: 'text'; readonly lines: readonly string[] };

export type Shape = Chart | TableShape | Text;

export type Section = { readonly title: string; readonly shapes: readonly Shape[] };
