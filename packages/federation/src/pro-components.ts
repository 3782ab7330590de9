import type { RsbuildPlugin } from '@rsbuild/core';

const languages = /import (\w+) from "\.\/locale\/(?!zh_CN|en_US)\w+";\n/g;

/**
 * pro-components takes what it needs of antd from the whole package: by its shared name it would get the curated part.
 * Of its 34 languages the console has two.
 */
export function pluginProComponents(): RsbuildPlugin {
  return {
    name: 'banyan:pro-components',
    setup(api) {
      api.transform({ test: /pro-components[\\/]es[\\/].*\.js$/ }, ({ code, resourcePath }) => {
        const whole = code
          .replaceAll(/from (['"])antd\1/g, "from 'antd/es/index.js'")
          .replaceAll(/from (['"])antd\/lib\//g, 'from $1antd/es/');
        return resourcePath.endsWith('intl.js') ? whole.replaceAll(languages, 'const $1 = {};\n') : whole;
      });
    },
  };
}
