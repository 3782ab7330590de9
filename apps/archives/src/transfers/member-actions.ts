import { type RecordAction, useNode, useText, withNode } from '@banyan/ui-kit';
import { useNavigate } from 'react-router';
import type { Member } from '../members/member.ts';
import { registerTexts } from '../registers/register-texts.ts';
import { transferTexts } from './transfer-texts.ts';

/** What begins at a member's record and goes on elsewhere: a transfer, or being registered as away. */
export function useMovingActions(member: Member | undefined): RecordAction[] {
  const t = useText(transferTexts);
  const registers = useText(registerTexts);
  const navigate = useNavigate();
  const node = useNode();
  if (!member) return [];
  return [
    {
      key: 'transfer',
      label: t('transferMember'),
      ability: 'transfer',
      onClick: () => navigate(withNode(`/archives/transfers/new?members=${member.id}`, node)),
    },
    ...(member.outflow === null
      ? [
          {
            key: 'register-outflow',
            label: registers('registerOutflow'),
            ability: 'register-outflow',
            onClick: () => navigate(withNode(`/archives/registers/outflow?register=${member.id}`, node)),
          },
        ]
      : []),
  ];
}
