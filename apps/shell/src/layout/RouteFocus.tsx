import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';

const patienceMs = 5_000;

/** After a change of page the heading has the focus and a screen reader hears the title. */
export function RouteFocus() {
  const { pathname } = useLocation();
  const first = useRef(pathname);
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    if (first.current === pathname) return;
    first.current = '';
    return whenHeadingIsThere((heading) => {
      heading.focus({ preventScroll: true });
      scrollTo(0, 0);
      setAnnounced(document.title);
    });
  }, [pathname]);
  return (
    <div aria-live="polite" className="by-hidden">
      {announced}
    </div>
  );
}

/** The page may still be on its way: waits for a heading of its own. */
function whenHeadingIsThere(found: (heading: HTMLElement) => void): () => void {
  const main = document.getElementById('main');
  if (!main) return () => {};
  const before = main.querySelector('h1');
  const look = () => {
    const heading = main.querySelector('h1');
    if (!heading) return;
    stop();
    found(heading);
  };
  const observer = new MutationObserver(look);
  const timer = setTimeout(() => stop(), patienceMs);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  observer.observe(main, { childList: true, subtree: true });
  if (before) look();
  return stop;
}
