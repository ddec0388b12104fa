const TYPES = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const;
export type FileType = keyof typeof TYPES;
export const FILE_TYPES: readonly FileType[] = ['csv', 'xlsx', 'pptx'];

/** Hands the reader a file that was made in their own browser; `name` is without its ending. */
export function download(name: string, type: FileType, content: string | Uint8Array): void {
  const link = document.createElement('a');
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  link.href = URL.createObjectURL(new Blob([part], { type: TYPES[type] }));
  link.download = `${name}.${type}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
