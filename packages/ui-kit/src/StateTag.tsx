import type { ReactNode } from 'react';

export type StateShape = 'dot' | 'diamond' | 'ring' | 'square' | 'bar' | 'cross';
export type StateTone = 'good' | 'notice' | 'info' | 'bad' | 'quiet';

/** A state is a word and a shape; its colour only helps. */
export function StateTag(props: { shape: StateShape; tone: StateTone; children: ReactNode }) {
  return (
    <span className={`by-state by-tone-${props.tone}`}>
      <svg className="by-shape" viewBox="0 0 10 10" aria-hidden="true">
        {shapes[props.shape]}
      </svg>
      <span>{props.children}</span>
    </span>
  );
}

/** A short remark in a tinted box: "awaiting verification". */
export function NoticeTag(props: { children: ReactNode }) {
  return <span className="by-notice-tag">{props.children}</span>;
}

const shapes: Record<StateShape, ReactNode> = {
  dot: <circle cx="5" cy="5" r="4" />,
  diamond: <path d="M5 0l5 5-5 5-5-5z" />,
  ring: <circle cx="5" cy="5" r="3.2" fill="none" stroke="currentColor" strokeWidth="2" />,
  square: <path d="M1 1h8v8H1z" />,
  bar: <path d="M0 3.5h10v3H0z" />,
  cross: <path d="M1 1l8 8M9 1l-8 8" stroke="currentColor" strokeWidth="2" />,
};
