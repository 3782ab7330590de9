import { problemOf, useProblemText, useText } from '@banyan/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import type { DossierExtra } from './dossier.ts';
import { extraTexts } from './extra-texts.ts';
import { branchesKey, extrasKey, gapsKey, retireExtra } from './queries.ts';

/** What may be done with one of them. */
export function ExtraActions(props: { extra: DossierExtra; edit: (extra: DossierExtra) => void }) {
  const { extra, edit } = props;
  const t = useText(extraTexts);
  const { message } = App.useApp();
  const words = useProblemText();
  const queries = useQueryClient();
  const retire = useMutation({
    mutationFn: () => retireExtra(extra),
    onSuccess: () => void message.success(t('extraRetired', { name: extra.name })),
    onError: (error) => void message.error(words(problemOf(error))),
    onSettled: () => {
      for (const queryKey of [extrasKey, gapsKey, branchesKey]) void queries.invalidateQueries({ queryKey });
    },
  });
  if (extra.abilities.length === 0) return <span className="by-third">—</span>;
  return (
    <span className="by-actions">
      <Button size="small" aria-label={t('editOf', { name: extra.name })} onClick={() => edit(extra)}>
        {t('edit')}
      </Button>
      <Popconfirm
        title={t('retireAsk', { name: extra.name })}
        okText={t('retire')}
        cancelText={t('cancel')}
        onConfirm={() => retire.mutate()}
      >
        <Button size="small" aria-label={t('retireOf', { name: extra.name })} loading={retire.isPending}>
          {t('retire')}
        </Button>
      </Popconfirm>
    </span>
  );
}
