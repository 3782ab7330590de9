import { defineCatalog } from '@banyan/ui-kit';
import { dossierTexts } from './dossier-texts.ts';

/** Words of a file shown in place. */
export const previewTexts = defineCatalog(
  {
    ...dossierTexts['zh-CN'],
    cannotPreview: '这种文件不能在线预览，请下载查看。',
    page: '第 {page} 页，共 {total} 页',
    previousPage: '上一页',
    nextPage: '下一页',
    close: '关闭',
    pdfBroken: '无法显示这份 PDF，请下载查看。',
    notScanned: '未查毒',
  },
  {
    ...dossierTexts['en-US'],
    cannotPreview: 'This kind of file cannot be shown here. Download it.',
    page: 'Page {page} of {total}',
    previousPage: 'Previous page',
    nextPage: 'Next page',
    close: 'Close',
    pdfBroken: 'This PDF cannot be shown. Download it.',
    notScanned: 'Not scanned for viruses',
  },
);
