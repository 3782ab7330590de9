/** What a file's name and size already say; its content is judged by the service. */
export type FileRefusal = 'archives.import-type' | 'file.too-large' | 'file.empty';

export const acceptedTypes = '.xlsx,.csv';
export const largestBytes = 50 * 1024 * 1024;

export function refusalOf(file: { name: string; size: number }): FileRefusal | null {
  if (!/\.(xlsx|csv)$/i.test(file.name)) return 'archives.import-type';
  if (file.size === 0) return 'file.empty';
  return file.size > largestBytes ? 'file.too-large' : null;
}

/** `1.4 MB`, `320 KB`. */
export function sizeText(bytes: number): string {
  if (bytes >= 1_048_576) return `${(bytes / 1_048_576).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
