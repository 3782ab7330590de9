import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { Catalog, LocalText } from './locale.tsx';

/** What a domain gives to the console: the one module that a remote exposes as `./remote`. */
export type Remote = {
  /** The domain's word; its pages live below `/<id>/`. */
  id: string;
  /** Its pages. The first that matches is drawn. */
  routes: RemoteRoute[];
  menu: MenuEntry[];
  commands: Command[];
  /** Texts the console needs before a page is open: `problem.<code>` for refusals of this domain. */
  catalogs: Catalog[];
  /** Finds records for the palette (Ctrl/Cmd+K). */
  search?: RecordSearch[];
  /** Facts of this domain for the home page, each one a small lazy component that draws one card. */
  desk?: DeskCard[];
};

export type RecordSearch = {
  id: string;
  label: LocalText;
  permissions: string[];
  find: (text: string, node: string | null, signal: AbortSignal) => Promise<SearchHit[]>;
};

export type SearchHit = { id: string; title: string; note?: string; path: string };

export type DeskCard = {
  id: string;
  permissions: string[];
  order: number;
  load: () => Promise<{ default: ComponentType }>;
};

export type RemoteRoute = {
  /** Relative to `/<id>/`: `members`, `members/:id`. */
  path: string;
  /** Pages come lazily, so that the menu costs little; hovering the menu fetches them ahead. */
  load: () => Promise<ComponentType>;
  /** It is of use to whoever holds one of these anywhere; anybody else is told so instead. */
  permissions?: string[];
  /** Asks for the page's first data while its code is still on the way. */
  prefetch?: (context: PrefetchContext) => void;
};

export type PrefetchContext = {
  queries: QueryClient;
  params: Record<string, string | undefined>;
  search: URLSearchParams;
};

export type MenuEntry = {
  /** Absolute path: `/archives/members`. */
  path: string;
  label: LocalText;
  icon: ReactNode;
  group: 'work' | 'admin';
  order: number;
  /** Shown to whoever holds one of these anywhere. */
  permissions: string[];
};

export type Command = {
  id: string;
  label: LocalText;
  /** Other words that find it: pinyin, initials, synonyms. */
  keywords?: string;
  permissions: string[];
  path: string;
};
