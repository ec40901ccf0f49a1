import { Chart } from './chart.tsx';
import type { Block, BlockOf } from './shapes.ts';
import { Table } from './table.tsx';
import { TapButton } from './tap-button.tsx';
import { Words } from './words.tsx';

/** Everything but inputs, which only a modal's form draws. */
export const Blocks = ({ blocks }: { blocks: readonly unknown[] }) => (
  <div className="blocks">
    {(blocks as readonly Block[]).map((block, index) => (
      <DrawnBlock key={block.block_id ?? index} block={block} />
    ))}
  </div>
);

export const DrawnBlock = ({ block }: { block: Block }) => {
  switch (block.type) {
    case 'section':
      return <Section block={block} />;
    case 'context':
      return <Context block={block} />;
    case 'header':
      return <h3 className="header">{block.text.text}</h3>;
    case 'divider':
      return <hr />;
    case 'actions':
      return <Actions block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'data_visualization':
      return <Chart block={block} />;
    case 'input':
      return null;
  }
};

const Section = ({ block: { text, accessory } }: { block: BlockOf<'section'> }) => (
  <div className="section">
    <Words text={text} />
    {accessory?.type === 'button' && <TapButton element={accessory} />}
  </div>
);

const Context = ({ block: { elements } }: { block: BlockOf<'context'> }) => (
  <div className="context">
    {elements.map((text, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a block's elements are never moved
      <Words key={index} text={text} small />
    ))}
  </div>
);

const Actions = ({ block: { elements } }: { block: BlockOf<'actions'> }) => (
  <div className="actions">
    {elements.map((element) =>
      element.type === 'button' ? <TapButton key={element.action_id} element={element} /> : null,
    )}
  </div>
);
