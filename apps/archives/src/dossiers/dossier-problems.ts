import { defineCatalog } from '@banyan/ui-kit';

/** Refusals about files and dossiers: what is wrong, and the way on. */
export const dossierProblems = defineCatalog(
  {
    'problem.file.type-refused':
      '这种文件不能存入档案。请改用 PDF、图片（jpg、png、webp、heic）或 Word、Excel 文件。',
    'problem.file.name-mismatch': '文件扩展名与实际内容不符。请确认是否选错文件，或按实际类型改名后再传。',
    'problem.file.empty': '文件是空的。请在本机打开检查后再传。',
    'problem.file.too-large': '文件超过 50 MB。请降低扫描分辨率或拆分后再传。',
    'problem.file.chunk-too-large': '单次发送的内容过大。请刷新页面后重新上传。',
    'problem.file.infected': '文件含有病毒，未保存。请检查文件来源的电脑。',
    'problem.file.scanner-down': '暂时无法查毒，文件未保存。请几分钟后再传。',
    'problem.file.upload-overtaken': '这份文件正在另一处继续上传。请刷新后查看进度。',
    'problem.file.content-missing': '文件内容已不存在。请联系系统管理员。',
    'problem.file.store-missing': '系统尚未配置文件存储。请联系系统管理员。',
    'problem.file.link-expired': '下载地址已过期。请回到档案页面重新下载。',
    'problem.file.removed-already': '文件已被移除。请刷新页面。',
    'problem.file.not-removed': '文件没有被移除。请刷新页面。',
    'problem.file.broken-form': '上传中断，未保存任何内容。请重新上传。',
    'problem.archives.dossier-item-unknown': '清单中已没有这一项。请刷新页面。',
    'problem.archives.dossier-note-missing': '请填写说明。',
    'problem.archives.dossier-extra-taken': '该组织已增列同名材料。',
  },
  {
    'problem.file.type-refused':
      'This kind of file is not kept in a dossier. Use PDF, a picture (jpg, png, webp, heic), Word or Excel.',
    'problem.file.name-mismatch':
      'The ending of the name does not fit what is inside. Check that it is the right file, or rename it by what it is.',
    'problem.file.empty': 'The file is empty. Open it on your own machine, then upload it again.',
    'problem.file.too-large': 'The file is larger than 50 MB. Scan at a lower resolution, or split it.',
    'problem.file.chunk-too-large': 'Too much was sent at once. Reload the page and upload again.',
    'problem.file.infected': 'The file holds a virus and was not kept. Have its machine looked at.',
    'problem.file.scanner-down':
      'Files cannot be checked for viruses right now; nothing was kept. Try again in a few minutes.',
    'problem.file.upload-overtaken': 'This file is being uploaded elsewhere. Reload to see how far it is.',
    'problem.file.content-missing': 'The content of this file is gone. Tell the system administrator.',
    'problem.file.store-missing': 'No place for files is configured. Tell the system administrator.',
    'problem.file.link-expired': 'This address is over. Download the file from the dossier again.',
    'problem.file.removed-already': 'The file was removed already. Reload the page.',
    'problem.file.not-removed': 'The file was not removed. Reload the page.',
    'problem.file.broken-form': 'The upload broke off and nothing was kept. Upload it again.',
    'problem.archives.dossier-item-unknown': 'This item is asked for no more. Reload the page.',
    'problem.archives.dossier-note-missing': 'A note is needed.',
    'problem.archives.dossier-extra-taken': 'This organization asks for an item of that name already.',
  },
);
