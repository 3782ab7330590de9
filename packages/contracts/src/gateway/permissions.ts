/** What may be asked of the gateway itself. */
export const gatewayPermissions = ['gateway.status.read'] as const;

export type GatewayPermission = (typeof gatewayPermissions)[number];
