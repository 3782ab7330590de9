import { defineCatalog } from '@banyan/ui-kit';
import { dossierTexts } from './dossier-texts.ts';

/** Words of files on their way. */
export const uploadTexts = defineCatalog(
  {
    ...dossierTexts['zh-CN'],
    filed: '已存入 {name}',
    'upload.waiting': '等待上传',
    'upload.sending': '{sent} / {size}',
    'upload.paused': '已暂停，{sent} / {size}',
    'upload.failed': '未能上传',
    pause: '暂停',
    pauseOf: '暂停 {name}',
    resume: '继续',
    resumeOf: '继续 {name}',
    giveUp: '放弃',
    giveUpOf: '放弃 {name}',
    unfinished: '上次未传完：{name}，已传 {sent} / {size}',
    chooseAgain: '选择同一文件继续',
    chooseAgainOf: '选择同一文件继续：{name}',
    notTheSame: '所选文件不是 {name}，未继续上传。',
    uploadProgress: '{name} 的上传进度',
  },
  {
    ...dossierTexts['en-US'],
    filed: '{name} filed',
    'upload.waiting': 'Waiting',
    'upload.sending': '{sent} of {size}',
    'upload.paused': 'Paused at {sent} of {size}',
    'upload.failed': 'Not uploaded',
    pause: 'Pause',
    pauseOf: 'Pause {name}',
    resume: 'Go on',
    resumeOf: 'Go on with {name}',
    giveUp: 'Give up',
    giveUpOf: 'Give up {name}',
    unfinished: 'Not finished last time: {name}, {sent} of {size}',
    chooseAgain: 'Choose the same file to go on',
    chooseAgainOf: 'Choose the same file to go on: {name}',
    notTheSame: 'The chosen file is not {name}; nothing was sent.',
    uploadProgress: 'Upload of {name}',
  },
);
