import type { BlockOf } from './shapes.ts';

/**
 * Drawn here because slack-blocks-to-jsx gives its tables no headings a screen reader could name.
 */
export const Table = ({ block: { rows } }: { block: BlockOf<'table'> }) => {
  const [columns = [], ...lines] = rows.map((cells) => cells.map(({ text }) => text));
  return (
    <div className="table">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((cells, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same
            <Row key={line} cells={cells} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Row = ({ cells: [name, ...cells] }: { cells: readonly string[] }) => (
  <tr>
    <th scope="row">{name}</th>
    {cells.map((cell, column) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: cells stand for their columns
      <td key={column}>{cell}</td>
    ))}
  </tr>
);
