import { Watermark } from 'antd';
import { type ReactNode, useState } from 'react';
import { useActor } from './actor.tsx';
import { useTheme } from './theme-context.ts';

/** Wraps a page of personal data: the reader's name and the time stand behind it. */
export function PersonalData(props: { children: ReactNode }) {
  const actor = useActor();
  const theme = useTheme();
  const [since] = useState(() => new Date().toLocaleString('sv-SE').slice(0, 16));
  return (
    <Watermark
      content={[`${actor.displayName} ${actor.username}`, since]}
      font={{ color: theme === 'dark' ? 'rgba(255,255,255,.045)' : 'rgba(31,28,26,.05)', fontSize: 13 }}
      gap={[140, 120]}
    >
      {props.children}
    </Watermark>
  );
}
