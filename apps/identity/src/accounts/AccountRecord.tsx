import {
  AppLink,
  formatInstant,
  holdsAny,
  problemOf,
  type RecordAction,
  RecordView,
  RelativeTime,
  useActor,
  useLocale,
  useProblemText,
  useText,
} from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { AccountSessions } from './AccountSessions.tsx';
import { AccountStatus, Roles } from './AccountMarks.tsx';
import { accountTexts } from './account-texts.ts';
import { InvitationDialog } from './InvitationDialog.tsx';
import { type Account, changeAccount, inviteAccount, useAccount, useAccountSaved } from './queries.ts';

/** One account: its state, what it holds and where, and what I may do about it. */
export function AccountRecord({ id }: { id: string }) {
  const t = useText(accountTexts);
  const locale = useLocale();
  const actor = useActor();
  const query = useAccount(id);
  const account = query.data;
  const invite = useInvitation(account);
  const actions = [...useActions(account), invite.action];
  const facts = account && [
    { label: t('username'), value: account.username },
    { label: t('kind'), value: account.administrator ? t('administrator') : t(`kind.${account.kind}`) },
    { label: t('organization'), value: account.organizationName },
    { label: t('roles'), value: <Roles roles={account.roles} />, wide: true },
    {
      label: t('lastSignInAt'),
      value: account.lastSignInAt ? <RelativeTime at={account.lastSignInAt} /> : t('never'),
    },
    { label: t('createdAt'), value: formatInstant(account.createdAt, locale) },
    ...(account.locks > 0
      ? [
          {
            label: t('locks'),
            value:
              account.status === 'locked' ? t('lockedWhole') : t('lockedPlaces', { count: account.locks }),
            wide: true,
          },
        ]
      : []),
    ...(account.personId && holdsAny(actor, ['archives.member.read'])
      ? [
          {
            label: t('person'),
            value: <AppLink to={`/archives/members/${account.personId}`}>{t('personLink')}</AppLink>,
          },
        ]
      : []),
  ];
  return (
    <>
      <RecordView
        status={{ isPending: query.isPending, error: query.error, retry: () => void query.refetch() }}
        title={account?.displayName ?? ''}
        state={account && <AccountStatus status={account.status} />}
        abilities={account?.abilities ?? []}
        actions={actions}
        facts={facts ? [{ facts }] : []}
      >
        {account?.abilities.includes('end-sessions') && <AccountSessions accountId={account.id} />}
      </RecordView>
      {invite.dialog}
    </>
  );
}

/** Hands out a link for the first or a new password. */
function useInvitation(account: Account | undefined): { action: RecordAction; dialog: ReactNode } {
  const t = useText(accountTexts);
  const words = useProblemText();
  const { message } = App.useApp();
  const invite = useMutation({
    mutationFn: () => inviteAccount(account?.id ?? ''),
    onError: (error) => void message.error(words(problemOf(error))),
  });
  return {
    action: {
      key: 'invite',
      label: t('invite'),
      ability: 'invite',
      loading: invite.isPending,
      onClick: () => invite.mutate(),
    },
    dialog: account && invite.data && (
      <InvitationDialog name={account.displayName} invitation={invite.data} onClose={invite.reset} />
    ),
  };
}

const doneText = { disable: 'disabled', enable: 'enabled', unlock: 'unlocked' } as const;

function useActions(account: Account | undefined): RecordAction[] {
  const t = useText(accountTexts);
  const words = useProblemText();
  const { message, modal } = App.useApp();
  const saved = useAccountSaved();
  const change = useMutation({
    mutationFn: (act: keyof typeof doneText) => changeAccount(account?.id ?? '', act),
    onSuccess: (changed, act) => {
      saved(changed);
      void message.success(t(doneText[act], { name: changed.displayName }));
    },
    onError: (error) => void message.error(words(problemOf(error))),
  });
  const busy = (act: keyof typeof doneText) => change.isPending && change.variables === act;
  const name = account?.displayName ?? '';
  const disable = () =>
    void modal.confirm({
      title: t('disableAsk', { name }),
      content: t('disableHint'),
      okText: t('disable'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      onOk: () => change.mutateAsync('disable').catch(() => undefined),
    });
  return [
    {
      key: 'unlock',
      label: t('unlock'),
      ability: 'unlock',
      primary: true,
      loading: busy('unlock'),
      onClick: () => change.mutate('unlock'),
    },
    {
      key: 'enable',
      label: t('enable'),
      ability: 'enable',
      primary: true,
      loading: busy('enable'),
      onClick: () => change.mutate('enable'),
    },
    { key: 'disable', label: t('disable'), ability: 'disable', loading: busy('disable'), onClick: disable },
  ];
}
