// Slack's own chart block (announced 16 June 2026), which @slack/types 3.2.0 does not know yet.

type Series = { name: string; data: { label: string; value: number }[] };

/**
 * At most 6 series of at most 20 points; titles 50 characters, labels 20. At most two charts a
 * message.
 */
export type DataVisualizationBlock = {
  type: 'data_visualization';
  block_id?: string;
  title: string;
  chart: {
    type: 'bar' | 'line';
    series: Series[];
    axis_config: { categories: string[]; x_label?: string; y_label?: string };
  };
};
