import type { RsbuildPlugin } from '@rsbuild/core';

/** Fills the ui-kit's two empty style sheets with the styles of the antd components it shares. */
export function pluginAntdStyles(): RsbuildPlugin {
  return {
    name: 'banyan:antd-styles',
    setup(api) {
      const extract = async (pick: (all: string[]) => string[]) => {
        const { antdComponents, extractAntdStyles } = await import('@banyan/ui-kit/extract-antd-styles');
        return extractAntdStyles(pick(antdComponents));
      };
      api.transform({ test: /ui-kit[\\/]src[\\/]antd\.css$/, order: 'pre' }, () => extract((all) => all));
      api.transform({ test: /antd-date-picker\.css$/, order: 'pre' }, () => extract(() => ['DatePicker']));
    },
  };
}
