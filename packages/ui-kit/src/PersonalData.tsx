import { Watermark } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useActor } from './actor.tsx';
import { useTheme } from './theme-context.ts';

/** Wraps a page of personal data: the reader's name and the time stand behind it. */
export function PersonalData(props: { children: ReactNode }) {
  const actor = useActor();
  const theme = useTheme();
  const [since] = useState(() => minuteOf(new Date()));
  const [painted, setPainted] = useState(false);
  // Drawing it takes a canvas: the rows come first.
  useEffect(() => {
    const timer = setTimeout(setPainted, 50, true);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Watermark
      content={painted ? [`${actor.displayName} ${actor.username}`, since] : ''}
      font={{ color: theme === 'dark' ? 'rgba(255,255,255,.045)' : 'rgba(31,28,26,.05)', fontSize: 13 }}
      gap={[140, 120]}
      style={clipped}
    >
      {props.children}
    </Watermark>
  );
}

/** antd hides what overflows, and so makes a place to scroll in which nothing inside would stick to the window. */
const clipped = { overflow: 'clip' };

/** `2026-11-23 09:12` in local time; Intl would cost 20 ms here. */
function minuteOf(now: Date): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ');
}
