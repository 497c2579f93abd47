/** What the pages of a tenant (`acme.feishu.cn`) are asked. */
export interface PageRequest {
  /** Lower case, without a port. */
  host: string;
  /** Begins with `/`, without the query, still percent-encoded. */
  path: string;
  query: URLSearchParams;
}

/** What they answer; nothing at all is answered as a 404. */
export interface PageReply {
  status: number;
  /** Lower-case names; `content-length` is added by the server. */
  headers: Record<string, string>;
  body: string | Buffer;
}
