import type { Feishu } from '../feishu/server';

/** Where the demo world shows a document. */
export function addressOf(documentId: string): string {
  return `https://acme.feishu.cn/docx/${documentId}`;
}

/** The path at which the Open API has the picture of a board. */
export function picturePath(boardId: string): string {
  return `/open-apis/board/v1/whiteboards/${boardId}/download_as_image`;
}

/** How often the picture of a board was asked for. */
export function timesAsked({ requests }: Feishu, boardId: string): number {
  return requests.filter(({ path }) => path === picturePath(boardId)).length;
}
