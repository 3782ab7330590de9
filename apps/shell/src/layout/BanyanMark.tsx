/** The tree: crown, trunk and aerial roots. */
export function BanyanMark(props: { size?: number }) {
  const size = props.size ?? 24;
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      fill="currentColor"
      className="sh-mark"
    >
      <path d="M12 2c2.6 0 4.4 2 4.7 4.3C19.6 6.4 21.5 8.2 21.5 10.7c0 2.1-1.7 3.6-3.9 3.6H6.4c-2.2 0-3.9-1.5-3.9-3.6 0-2.5 1.9-4.3 4.8-4.4C7.6 4 9.4 2 12 2z" />
      <path d="M10.9 13.5h2.2v8.4h-2.2z" />
      <path
        d="M7.4 14c-.1 2.6-.6 4.7-1.7 6.7M16.6 14c.1 2.6.6 4.7 1.7 6.7"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
    </svg>
  );
}
