/** What archives lets an account do with the records in the scope of its grant. */
export const archivesPermissions = [
  'archives.member.read',
  'archives.member.read-sensitive',
  'archives.member.create',
  'archives.member.update',
  'archives.member.remove',
  'archives.member.import',
  'archives.member.export',
  'archives.dead-letter.read',
  'archives.dead-letter.replay',
] as const;

export type ArchivesPermission = (typeof archivesPermissions)[number];
