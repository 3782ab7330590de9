import { lazy } from 'react';

export const lazyProfilePage = lazy(async () => ({
  default: (await import('./ProfilePage.tsx')).ProfilePage,
}));
