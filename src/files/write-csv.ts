// Writing a CSV file that Excel opens as it is meant: UTF-8 with a byte order mark, and nothing in
// it that Excel would run.
import { stringify } from 'csv-stringify/sync';

/**
 * Rows of text under a header. What begins like a formula gets an apostrophe before it, so that
 * Excel shows it and does no more.
 */
export const writeCsv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify([header, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
