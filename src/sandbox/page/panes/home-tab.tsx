import { useEffect, useState } from 'react';
import { act } from '../control.ts';
import { Blocks } from '../parts/blocks.tsx';
import { Tappable } from '../parts/tappable.tsx';
import { useSeen } from '../seen.ts';

/** The bot's Home for this person. Opening it tells the bot, which draws it afresh. */
export const HomeTab = () => {
  const { me, home: homeTab, state } = useSeen();
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    void act('home', { user: me.id }).then(() => setOpened(true));
  }, [me.id]);
  if (!homeTab)
    return <p className="nothing">{opened ? `${state.app} has drawn no Home yet.` : 'Opening…'}</p>;
  return (
    <section className="home" aria-label="Home">
      <Tappable place={{ viewId: homeTab.id }}>
        <Blocks blocks={homeTab.blocks} />
      </Tappable>
    </section>
  );
};
