import type { Translate } from '@banyan/ui-kit';
import type { SavedView } from './saved-view.ts';
import type { viewTexts } from './view-texts.ts';

type Options = {
  views: SavedView[];
  all: string;
  t: Translate<keyof (typeof viewTexts)['zh-CN']>;
  opened: SavedView | undefined;
  isChanged: boolean;
};

type Entry =
  | { key: string; label: string }
  | { key: string; type: 'group'; label: string; children: { key: string; label: string }[] }
  | { key: string; type: 'divider' };

/** The list without a view, own views, shared ones, and what can be done with the present one. */
export function viewMenu({ views, all, t, opened, isChanged }: Options): Entry[] {
  const group = (key: string, label: string, of: SavedView[]): Entry[] =>
    of.length === 0
      ? []
      : [
          {
            key,
            type: 'group',
            label,
            children: of.map((view) => ({
              key: view.id,
              label: view.isDefault ? t('isDefault', { name: view.name }) : view.name,
            })),
          },
        ];
  const saves = opened && isChanged && opened.abilities.includes('update');
  return [
    { key: 'all', label: all },
    ...group(
      'mine',
      t('mine'),
      views.filter(({ organizationId }) => organizationId === null),
    ),
    ...group(
      'shared',
      t('shared'),
      views.filter(({ organizationId }) => organizationId !== null),
    ),
    { key: 'acts', type: 'divider' },
    ...(saves ? [{ key: 'save', label: t('saveTo', { name: opened.name }) }] : []),
    ...(isChanged ? [{ key: 'revert', label: t('revert') }] : []),
    { key: 'save-as', label: t('saveAs') },
    { key: 'manage', label: t('manage') },
  ];
}
