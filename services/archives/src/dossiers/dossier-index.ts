import { stringify } from 'csv-stringify/sync';
import type { DossierFileView, DossierView } from './dossier-views.ts';

const words = {
  missing: '缺',
  partial: '部分',
  complete: '齐全',
  'not-needed': '不需要',
} as const;

/** Where a file lies in the archive of a dossier. */
export interface ArchivedFile {
  readonly file: DossierFileView;
  readonly path: string;
}

/** Names that every system can unpack: no separators, control characters or trailing dots, and each one once. */
export function archivePaths(dossier: DossierView): ArchivedFile[] {
  const taken = new Set<string>();
  return dossier.items.flatMap(({ name, files }, index) => {
    const folder = `${String(index + 1).padStart(2, '0')} ${plain(name)}`;
    return files.map((file) => {
      let path = `${folder}/${plain(file.name)}`;
      for (let turn = 2; taken.has(path.toLowerCase()); turn += 1)
        path = `${folder}/${numbered(file.name, turn)}`;
      taken.add(path.toLowerCase());
      return { file, path };
    });
  });
}

function plain(name: string): string {
  const safe = name.replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_').replace(/[. ]+$/, '');
  return [...safe].slice(0, 120).join('') || '_';
}

function numbered(name: string, turn: number): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0
    ? `${plain(name)} (${turn})`
    : `${plain(name.slice(0, dot))} (${turn})${plain(name.slice(dot))}`;
}

const heading = ['序号', '材料', '清单', '状态', '说明', '文件', '字节', 'SHA-256', '上传时间', '上传人'];

/** One line for each item and each of its files. Cells that a spreadsheet would take for a formula are made text. */
export function indexTable(dossier: DossierView, archived: readonly ArchivedFile[]): string {
  const rows = dossier.items.flatMap((item, index) => {
    const of = [
      String(index + 1),
      item.name,
      item.list === 'national' ? '国家规定' : '本级增列',
      item.state === 'missing' && !item.due ? '未到要求阶段' : words[item.state],
      item.note ?? '',
    ];
    const files = archived.filter(({ file }) => file.item === item.item);
    if (files.length === 0) return [[...of, '', '', '', '', '']];
    return files.map(({ file, path }) => [
      ...of,
      path,
      String(file.size),
      file.sha256,
      file.createdAt,
      file.createdByName ?? '',
    ]);
  });
  return stringify([heading, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

/** For people without a spreadsheet, and in a form that `sha256sum --check` reads. */
export function indexText(dossier: DossierView, archived: readonly ArchivedFile[], today: string): string {
  const { memberName, organizationName, progress, items } = dossier;
  const lines = items.map(
    ({ name, state, note, files }) =>
      `# ${name}：${words[state]}，${files.length} 份${note === null ? '' : `，${oneLine(note)}`}`,
  );
  return [
    `# ${memberName} 党员档案，${organizationName}，${today}`,
    `# 应有 ${progress.due} 项，已齐 ${progress.met} 项`,
    ...lines,
    ...archived.map(({ file, path }) => `${file.sha256}  ${path}`),
    '',
  ].join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
