import { defineConfig } from 'vitest/config';

const everywhere = ['**/node_modules/**', '**/dist/**'];

/** Tests on this repository's own files, and those with several real processes, have projects of their own. */
export default defineConfig({
  test: {
    // Tests start real servers and share two processors: limits of time end what hangs, and judge nothing.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'services',
          include: [
            'packages/**/*.test.ts',
            'services/**/*.test.ts',
            'deploy/**/*.test.ts',
            'e2e/load/**/*.test.ts',
          ],
          exclude: everywhere,
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'pages',
          include: ['apps/**/*.test.{ts,tsx}', 'packages/**/*.test.tsx'],
          exclude: everywhere,
          environment: 'jsdom',
          setupFiles: ['packages/ui-kit/test/patience.ts'],
          testTimeout: 60_000,
          // Its modules name each other without an ending, which Node does not take.
          server: { deps: { inline: [/@ant-design\/pro-components/] } },
        },
      },
      {
        test: {
          name: 'repo',
          include: ['e2e/repo/**/*.test.ts'],
          exclude: everywhere,
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'mesh',
          include: ['e2e/mesh/**/*.test.ts', 'e2e/security/**/*.test.ts'],
          exclude: everywhere,
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
