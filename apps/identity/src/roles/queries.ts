import { identity, type IdentitySchemas } from '@banyan/api-client/identity';
import { useQuery } from '@tanstack/react-query';

export type Role = IdentitySchemas['Role'];

export const rolesQuery = identity.query('/api/identity/roles');

export function useRoles() {
  return useQuery(rolesQuery);
}
