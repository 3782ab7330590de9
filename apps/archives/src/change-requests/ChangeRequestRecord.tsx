import {
  AppLink,
  type FactGroup,
  problemOf,
  RecordView,
  RelativeTime,
  useActor,
  useProblemText,
  useText,
} from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { Alert, App } from 'antd';
import type { ChangeRequest } from './change-request.ts';
import { changeRequestTexts } from './change-request-texts.ts';
import { DecideForm } from './DecideForm.tsx';
import { DecidedFields } from './DecidedFields.tsx';
import { useChangeRequest, useRequestSaved, withdrawChangeRequest } from './queries.ts';
import { RequestMark } from './RequestMark.tsx';

/** One request, beside the list and as a page: who asks for what, and the decision field by field. */
export function ChangeRequestRecord(props: { id: string }) {
  const t = useText(changeRequestTexts);
  const query = useChangeRequest(props.id);
  const request = query.data;
  const withdraw = useWithdraw(props.id);
  const { personId } = useActor();
  const mayDecide = request?.abilities.includes('decide') ?? false;
  const isOwn = request?.state === 'open' && request.memberId === personId && personId !== null;
  return (
    <RecordView
      status={{ isPending: query.isPending, error: query.error, retry: () => void query.refetch() }}
      title={request ? t('requestOf', { name: request.memberName }) : ''}
      state={request && <RequestMark request={request} />}
      abilities={request?.abilities ?? []}
      actions={[
        {
          key: 'withdraw',
          label: t('withdraw'),
          ability: 'withdraw',
          onClick: withdraw.ask,
          loading: withdraw.busy,
        },
      ]}
      facts={request ? factsOf(request, t) : []}
      notice={
        isOwn && <Alert type="info" showIcon title={t('ownRecord')} className="archives-request-notice" />
      }
    >
      {request && (mayDecide ? <DecideForm request={request} /> : <DecidedFields request={request} />)}
    </RecordView>
  );
}

function factsOf(
  request: ChangeRequest,
  t: ReturnType<typeof useText<keyof (typeof changeRequestTexts)['zh-CN']>>,
) {
  const groups: FactGroup[] = [
    {
      facts: [
        {
          label: t('person'),
          value: <AppLink to={`/archives/members/${request.memberId}`}>{request.memberName}</AppLink>,
        },
        { label: t('branch'), value: request.organizationName },
        { label: t('proposer'), value: request.proposer.name ?? t('proposerUnnamed') },
        { label: t('proposedAt'), value: <RelativeTime at={request.proposedAt} /> },
        ...(request.reason ? [{ label: t('reason'), value: request.reason, wide: true }] : []),
      ],
    },
  ];
  return groups;
}

function useWithdraw(id: string) {
  const t = useText(changeRequestTexts);
  const { modal, message } = App.useApp();
  const problemText = useProblemText();
  const saved = useRequestSaved();
  const withdraw = useMutation({
    mutationFn: () => withdrawChangeRequest(id),
    onSuccess: (request) => {
      saved(request);
      void message.success(t('withdrawn'));
    },
    onError: (error) => void message.error(problemText(problemOf(error))),
  });
  return {
    busy: withdraw.isPending,
    ask: () =>
      void modal.confirm({
        title: t('withdrawTitle'),
        content: t('withdrawHint'),
        okText: t('withdraw'),
        cancelText: t('cancel'),
        onOk: () => withdraw.mutateAsync().catch(() => undefined),
      }),
  };
}
