import { holdsAny, PageTabs, RecordForm, useActor, useNode, useText, withNode } from '@banyan/ui-kit';
import { App } from 'antd';
import { useMemo, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import '../archives.css';
import { useMemberWords } from '../members/use-member-words.ts';
import { applicationOf, onFormFields } from './apply-body.ts';
import { applyFields, initialOf } from './apply-fields.tsx';
import { applyForGroup, applyForTransfer, useTransferSaved } from './queries.ts';
import { keyFor } from '../request-key.ts';
import type { ApplyKind, Transfer, TransferGroup } from './transfer.ts';
import { applyTexts } from './apply-texts.ts';
import './transfers.css';

type Made = { transfer: Transfer } | { group: TransferGroup };

/** Applies for people to be transferred: within, out, or registers somebody who came with a letter. */
export function ApplyPage() {
  const [params] = useSearchParams();
  const kinds = useKinds();
  const asked = params.get('kind');
  const kind = kinds.find((one) => one === asked) ?? kinds[0] ?? 'within';
  const people = params.get('members');
  return (
    <>
      <KindTabs kinds={kinds} kind={kind} people={people} />
      <ApplyForm key={kind} kind={kind} people={people} />
    </>
  );
}

/** Who sends on, and who takes in what comes with a letter from elsewhere. */
function useKinds(): readonly ApplyKind[] {
  const actor = useActor();
  const leaving: readonly ApplyKind[] = ['within', 'branch', 'out'];
  return [
    ...(holdsAny(actor, ['archives.transfer.create']) ? leaving : []),
    ...(holdsAny(actor, ['archives.transfer.receive']) ? (['in'] as const) : []),
  ];
}

type TabsProps = { kinds: readonly ApplyKind[]; kind: ApplyKind; people: string | null };

function KindTabs({ kinds, kind, people }: TabsProps) {
  const t = useText(applyTexts);
  const pathOf = (one: ApplyKind) =>
    `/archives/transfers/new?${new URLSearchParams({ kind: one, ...(people ? { members: people } : {}) })}`;
  return (
    <PageTabs
      replace
      label={t('kind')}
      tabs={kinds.map((one) => ({ to: pathOf(one), label: t(`kind.${one}`), isOpen: one === kind }))}
    />
  );
}

type Props = { kind: ApplyKind; people: string | null };

function ApplyForm({ kind, people }: Props) {
  const t = useText(applyTexts);
  const words = useMemberWords();
  const node = useNode();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const saved = useTransferSaved();
  const keys = useRef({ body: '', key: '' });
  const fields = useMemo(() => applyFields({ t, words, kind }), [t, words, kind]);
  const initial = initialOf(fields, people?.split(',').filter(Boolean) ?? [], kind);
  return (
    <RecordForm<Made>
      place="page"
      title={t('applyTitle')}
      // Whoever comes from chosen people begins anew with them.
      draftKey={`archives.transfer.new.${kind}${people ? `.${people.slice(0, 36)}` : ''}`}
      fields={fields}
      initial={initial}
      version={null}
      submitText={t(kind === 'in' ? 'submitIn' : 'submitApply')}
      onSubmit={async (values) => {
        const application = applicationOf(kind, values);
        const key = keyFor(keys.current, application);
        try {
          return 'group' in application
            ? { group: await applyForGroup(application.group, key) }
            : { transfer: await applyForTransfer(application.one, key) };
        } catch (error) {
          throw onFormFields(error);
        }
      }}
      onDone={(made) => {
        saved(made);
        const id = 'group' in made ? `groups/${made.group.id}` : made.transfer.id;
        void message.success(
          'group' in made
            ? t('appliedGroup', { count: made.group.total })
            : t(kind === 'in' ? 'arrived' : 'applied', { name: made.transfer.person.name }),
        );
        navigate(withNode(`/archives/transfers/${id}`, node), { replace: true });
      }}
      onClose={() => navigate(withNode('/archives/transfers', node))}
    />
  );
}
