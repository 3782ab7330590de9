import { ConsoleTheme, loadAntdLocale } from '@banyan/ui-kit';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { Button } from 'antd';

const antdLocale = await loadAntdLocale('zh-CN');
const router = createBrowserRouter([{ path: '*', element: <Button>hi</Button> }]);
createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={new QueryClient()}>
    <ConsoleTheme locale="zh-CN" theme="system" antdLocale={antdLocale}>
      <RouterProvider router={router} />
    </ConsoleTheme>
  </QueryClientProvider>,
);
