import type { BlockOf } from './shapes.ts';

type LineChart = BlockOf<'data_visualization'>['chart'];

const WIDTH = 520;
const HEIGHT = 210;
const LEFT = 40;
const RIGHT = 60;
const TOP = 10;
const BOTTOM = 180;

/**
 * Lines from left to right, one a series; for the eye, as the figures stand beside it for a screen
 * reader.
 */
export const Lines = ({ chart: { series, axis_config } }: { chart: LineChart }) => {
  const { categories } = axis_config;
  const most = Math.max(1, ...series.flatMap(({ data }) => data.map(({ value }) => value)));
  const x = (index: number) =>
    LEFT + (index * (WIDTH - LEFT - RIGHT)) / Math.max(1, categories.length - 1);
  const y = (value: number) => BOTTOM - (value / most) * (BOTTOM - TOP);
  return (
    <svg className="lines" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {[0, most].map((value) => (
        <g key={value}>
          <line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
          <text x={LEFT - 8} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {series.map(({ name, data }, index) => (
        <g key={name} className={`series-${index}`}>
          <polyline points={data.map(({ value }, at) => `${x(at)},${y(value)}`).join(' ')} />
          {data.map(({ label, value }, at) => (
            <circle key={label} cx={x(at)} cy={y(value)} r={3.5} />
          ))}
        </g>
      ))}
      {categories.map((category, index) => (
        <text key={category} x={x(index)} y={HEIGHT - 8} textAnchor="middle">
          {category}
        </text>
      ))}
    </svg>
  );
};
