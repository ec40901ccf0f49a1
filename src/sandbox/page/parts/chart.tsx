import { useId } from 'react';
import { Lines } from './lines.tsx';
import type { BlockOf } from './shapes.ts';

/**
 * Drawn here because in slack-blocks-to-jsx long labels run into each other and the values cannot
 * be read.
 */
export const Chart = ({ block: { title, chart } }: { block: BlockOf<'data_visualization'> }) => {
  const captionId = useId();
  const names = chart.series.map(({ name }) => name);
  const most = Math.max(1, ...chart.series.flatMap(({ data }) => data.map(({ value }) => value)));
  return (
    <figure className="chart" aria-labelledby={captionId}>
      <figcaption id={captionId}>{title}</figcaption>
      {chart.type === 'line' && <Lines chart={chart} />}
      <ul className={chart.type === 'line' ? 'unseen' : undefined}>
        {chart.axis_config.categories.map((category) => (
          <li key={category}>
            <span className="category">{category}</span>
            {chart.series.map(({ name, data }, index) => (
              <Bar
                key={name}
                name={name}
                index={index}
                most={most}
                value={data.find(({ label }) => label === category)?.value}
              />
            ))}
          </li>
        ))}
      </ul>
      {names.length > 1 && <Legend names={names} />}
    </figure>
  );
};

type BarProps = {
  readonly name: string;
  readonly index: number;
  readonly most: number;
  readonly value: number | undefined;
};

const Bar = ({ name, index, most, value }: BarProps) => (
  <span className="bar">
    <span className="unseen">{`${name}: `}</span>
    <span
      className={`length series-${index}`}
      style={{ width: `${((value ?? 0) / most) * 100}%` }}
    />
    <span className="value">{value ?? 'not known'}</span>
  </span>
);

/** For the eye; each bar says its own name to a screen reader. */
const Legend = ({ names }: { names: readonly string[] }) => (
  <p className="legend" aria-hidden="true">
    {names.map((name, index) => (
      <span key={name}>
        <span className={`key series-${index}`} />
        {name}
      </span>
    ))}
  </p>
);
