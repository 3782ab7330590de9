import { existsSync } from 'node:fs';
import { aptInstall, findOnPath } from './system-packages.ts';
import { Refusal, say } from './terminal.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const fontFile = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

function present(): string | undefined {
  return names.map((name) => findOnPath(name)).find((file) => file !== undefined);
}

/** The machine's Chromium, with fonts for Chinese; installed by apt where that works without asking. */
export function findChromium(): string {
  const found = present();
  if (found && existsSync(fontFile)) return found;
  say('Installing Chromium and Chinese fonts');
  aptInstall(['chromium', 'fonts-noto-cjk']);
  const installed = present();
  if (!installed) {
    throw new Refusal(
      'Chromium is needed: `apt-get install chromium fonts-noto-cjk`, or run `npm run test:quick`.',
    );
  }
  if (!existsSync(fontFile)) say('Noto Sans CJK is missing; pages are shown with what fonts there are');
  return installed;
}
