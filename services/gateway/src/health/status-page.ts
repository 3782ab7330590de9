import { html, raw } from 'hono/html';
import type { RateLimits } from '../config.ts';
import type { HeldItem, Use } from '../limits/holdings.ts';
import type { HolderKind } from '../limits/budget.ts';
import type { Line } from '../limits/line.ts';
import type { ServiceState } from './services-health.ts';

export interface Status {
  readonly services: Readonly<Record<string, ServiceState>>;
  readonly uses: readonly Use[];
  readonly lines: Readonly<Record<string, ReturnType<Line['use']>>>;
  readonly rates: RateLimits;
  readonly heldBodyBytes: number;
  readonly waitingAnswers: number;
}

type Language = 'zh-CN' | 'en-US';
type Words = readonly [zh: string, en: string];

const states: Readonly<Record<ServiceState, Words>> = {
  ready: ['● 就绪', '● ready'],
  'not-ready': ['▲ 未就绪', '▲ not ready'],
  down: ['■ 无应答', '■ no answer'],
};
const items: Readonly<Record<HeldItem, Words>> = {
  connections: ['连接', 'Connections'],
  newcomers: ['尚未发来完整请求的连接', 'Connections without one whole request yet'],
  open: ['进行中的请求', 'Requests under way'],
  bodies: ['正在到达的内容', 'Bodies on their way in'],
  files: ['正在上传的文件', 'Files on their way in'],
  streams: ['实时通道', 'Streams of events'],
};
const holders: Readonly<Record<HolderKind, Words>> = {
  address: ['每个地址（未登录）', 'address'],
  session: ['每个会话', 'session'],
  account: ['每个账号', 'account'],
};
const rateNames: Readonly<Record<keyof RateLimits, Words>> = {
  session: ['每个会话的请求', 'Requests of one session'],
  address: ['每个地址的请求（未登录）', 'Requests of one address without a session'],
  signIn: ['每个地址的登录', 'Sign-ins of one address'],
};
const words = {
  title: ['运行状态', 'Status'],
  services: ['服务', 'Services'],
  service: ['服务', 'Service'],
  state: ['状态', 'State'],
  working: ['处理中', 'Working on'],
  waiting: ['排队', 'In line'],
  most: ['单个最多', 'Most of one'],
  budget: ['同时占用', 'Open at once'],
  what: ['项目', 'What'],
  whose: ['归属', 'Of one'],
  limit: ['上限', 'Limit'],
  held: ['现有', 'Now'],
  refused: ['已拒绝', 'Refused'],
  rates: ['频率', 'Rates'],
  within: ['时间窗（秒）', 'Window (s)'],
  heldBodies: ['内存中的内容（KiB）', 'Bodies held in memory (KiB)'],
  stalled: ['等待客户端接收的应答', 'Answers waiting for their client'],
} as const satisfies Record<string, Words>;

/** The page in one language. Figures only: no address, session or account is named. */
export function statusPage(status: Status, language: Language) {
  const at = language === 'zh-CN' ? 0 : 1;
  const t = (key: keyof typeof words): string => words[key][at];
  const row = (...cells: (string | number)[]) =>
    html`<tr>
      ${cells.map((cell) => (typeof cell === 'number' ? html`<td class="n">${cell.toLocaleString(language)}</td>` : html`<td>${cell}</td>`))}
    </tr>`;
  const head = (...names: (keyof typeof words)[]) =>
    html`<thead>
      <tr>
        ${names.map((name) => html`<th>${t(name)}</th>`)}
      </tr>
    </thead>`;
  const services = Object.entries(status.services).map(([domain, state]) => {
    const line = status.lines[domain] ?? { working: 0, waiting: 0, most: 0 };
    return row(domain, states[state][at], line.working, line.waiting, line.most);
  });
  const uses = status.uses.map((use) =>
    row(items[use.item][at], holders[use.holder][at], use.limit, use.held, use.most, use.refused),
  );
  const rates = Object.entries(status.rates).map(([name, { points, seconds }]) =>
    row(rateNames[name as keyof RateLimits][at], points, seconds),
  );
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${t('title')} · Banyan</title>
        <style>
          ${raw(styles)}
        </style>
      </head>
      <body>
        <main>
          <h1>${t('title')}</h1>
          <h2>${t('services')}</h2>
          <table>
            ${head('service', 'state', 'working', 'waiting', 'most')}
            <tbody>
              ${services}
            </tbody>
          </table>
          <h2>${t('budget')}</h2>
          <table>
            ${head('what', 'whose', 'limit', 'held', 'most', 'refused')}
            <tbody>
              ${uses}
            </tbody>
          </table>
          <h2>${t('rates')}</h2>
          <table>
            ${head('what', 'limit', 'within')}
            <tbody>
              ${rates}
            </tbody>
          </table>
          <p>${t('heldBodies')}: ${Math.round(status.heldBodyBytes / 1024).toLocaleString(language)}</p>
          <p>${t('stalled')}: ${status.waitingAnswers}</p>
        </main>
      </body>
    </html>`;
}

const styles = `
:root { color-scheme: light dark; --page: #f6f5f3; --card: #fff; --line: #eceae6; --text: #1f1c1a; --second: #5c5650; }
@media (prefers-color-scheme: dark) { :root { --page: #131211; --card: #1d1b1a; --line: #2e2b29; --text: #f2efec; --second: #b6afa8; } }
body { margin: 0; background: var(--page); color: var(--text); font: 14px/1.6 system-ui, "Noto Sans SC", sans-serif; }
main { max-width: 960px; margin: 0 auto; padding: 24px 16px; overflow-x: auto; }
h1 { font-size: 20px; } h2 { font-size: 16px; margin: 24px 0 8px; }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
th, td { padding: 7px 12px; text-align: left; border-bottom: 1px solid var(--line); } th { color: var(--second); font-weight: 500; }
.n { font-variant-numeric: tabular-nums; white-space: nowrap; }
@media (max-width: 600px) { main { padding: 16px 8px; } th, td { padding: 7px 5px; font-size: 13px; } }`;
