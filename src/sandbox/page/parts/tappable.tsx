// A message, Home or modal whose buttons can be tapped.
import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { act } from '../control.ts';
import { useSeen } from '../seen.ts';

export type Tap = (actionId: string, value: string | undefined) => Promise<void>;

const Tapping = createContext<Tap>(async () => {});
export const useTap = (): Tap => useContext(Tapping);

type Props = {
  readonly place: { viewId: string } | { channel: string; ts: string };
  readonly children: ReactNode;
};

export const Tappable = ({ place, children }: Props) => {
  const { me } = useSeen();
  const [problem, setProblem] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const tapped = useRef(false);
  const tap: Tap = async (actionId, value) => {
    tapped.current = true;
    setProblem('');
    const { ok, error } = await act('tap', {
      user: me.id,
      actionId,
      ...(value === undefined ? {} : { value }),
      ...place,
    });
    if (!ok) setProblem(`That did not work (${error ?? 'no answer'}). Please try again.`);
  };
  // The tapped button is often gone with the next drawing; without this the keyboard would start
  // again at the top of the page.
  useLayoutEffect(() => {
    if (!tapped.current || document.activeElement !== document.body) return;
    tapped.current = false;
    box.current?.focus({ preventScroll: true });
  });
  return (
    <Tapping value={tap}>
      <div ref={box} tabIndex={-1} className="tappable">
        {children}
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Tapping>
  );
};
