import { identity, type IdentitySchemas } from '@banyan/api-client/identity';
import { take } from '@banyan/ui-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';

export type Account = IdentitySchemas['Account'];
export type HeldRole = IdentitySchemas['HeldRole'];

const path = '/api/identity/accounts';
export const accountsKey = identity.key(path);
const sessionsPath = '/api/identity/sessions';

const recordQuery = (id: string) => identity.query(`${path}/{id}`, { params: { path: { id } } });

export function useAccount(id: string) {
  return useQuery(recordQuery(id));
}

export function useAccountSaved() {
  const queries = useQueryClient();
  return (account: Account) => {
    queries.setQueryData(recordQuery(account.id).queryKey, account);
    void queries.invalidateQueries({ queryKey: accountsKey });
    void queries.invalidateQueries({ queryKey: identity.key(sessionsPath) });
  };
}

export function changeAccount(id: string, act: 'disable' | 'enable' | 'unlock'): Promise<Account> {
  const init = { params: { path: { id } } };
  switch (act) {
    case 'disable':
      return take(identity.client.POST(`${path}/{id}/disable`, init));
    case 'enable':
      return take(identity.client.POST(`${path}/{id}/enable`, init));
    case 'unlock':
      return take(identity.client.POST(`${path}/{id}/unlock`, init));
  }
}

/** A link that sets the password, once; it is told here and nowhere else. */
export function inviteAccount(id: string): Promise<IdentitySchemas['Invitation']> {
  return take(identity.client.POST(`${path}/{id}/invitations`, { params: { path: { id } } }));
}

export function useAccountSessions(accountId: string) {
  return useQuery(identity.query(sessionsPath, { params: { query: { accountId } } }));
}

export function endSession(id: string) {
  return take(identity.client.DELETE(`${sessionsPath}/{id}`, { params: { path: { id } } }));
}

export const sessionsKey = identity.key(sessionsPath);
