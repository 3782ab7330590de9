import { createContext, use } from 'react';
import type { ThemeName } from './theme.ts';

export const ThemeContext = createContext<ThemeName>('light');

export function useTheme(): ThemeName {
  return use(ThemeContext);
}
