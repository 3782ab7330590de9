import { identity } from '@banyan/api-client/identity';
import { useQuery } from '@tanstack/react-query';

const path = '/api/identity/organizations';

/** The part of the tree in sight, with the number of people at and below each node. */
export function useOrganizationItems(options: { ended: boolean; node: string | null }) {
  const query = {
    counts: 'true' as const,
    ...(options.ended ? { ended: 'true' as const } : {}),
    ...(options.node ? { node: options.node } : {}),
  };
  return useQuery({ ...identity.query(path, { params: { query } }), staleTime: 60_000 });
}

export function useOrganization(id: string) {
  return useQuery(identity.query(`${path}/{id}`, { params: { path: { id } } }));
}

export function useOrganizationHistory(id: string) {
  return useQuery(identity.query(`${path}/{id}/history`, { params: { path: { id } } }));
}
