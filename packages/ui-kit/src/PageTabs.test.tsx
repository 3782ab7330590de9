import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageTabs } from './PageTabs.tsx';
import { renderPage } from './testing.tsx';

const names = ['待处理', '流出', '流入', '失联', '减少'];
const tabPx = 100;

function Registers({ open, counts = [] }: { open: string; counts?: number[] }) {
  const tabs = names.map((label, index) => ({
    to: `/registers/${label}`,
    label,
    count: counts[index],
    isOpen: label === open,
  }));
  return <PageTabs label="名册" tabs={tabs} />;
}

const row = () => screen.getByRole('navigation', { name: '名册' });

/** A phone of 250 px with tabs of 100 px each, since jsdom lays nothing out. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(250);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(tabPx);
  vi.spyOn(HTMLElement.prototype, 'offsetLeft', 'get').mockImplementation(function (this: HTMLElement) {
    return tabPx * names.findIndex((name) => this.textContent?.startsWith(name));
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('tabs of a page', () => {
  it('show the open one, also where it is the last of a row longer than the phone', () => {
    renderPage(<Registers open="减少" />);
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('减少');
    expect(row().scrollLeft).toBeGreaterThanOrEqual(5 * tabPx - 250);
  });

  it('stay at their beginning while the open one is in sight', () => {
    renderPage(<Registers open="流出" />);
    expect(row().scrollLeft).toBe(0);
  });

  it('say how many there are, and nothing where there is nobody', () => {
    renderPage(<Registers open="流出" counts={[1234, 0]} />);
    expect(screen.getByRole('link', { name: /待处理/ }).textContent).toBe('待处理1,234');
    expect(screen.getByRole('link', { name: /流出/ }).textContent).toBe('流出');
  });
});
