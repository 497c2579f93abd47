/** How we know that the real Feishu behaves so. */
export type Evidence =
  /** The official document says it. */
  | 'documented'
  /** The official SDK or command-line tool reads or writes it so. */
  | 'SDK source'
  /** Somebody's log of a real call shows it. */
  | 'public log'
  /** A choice of ours where nothing public decides: clients should bear the other way too. */
  | 'not confirmed';

export interface Coverage {
  behaviour: string;
  /** `METHOD /path` of the route, where it belongs to one. */
  route?: string;
  /** The public page it follows. */
  follows: string;
  evidence: Evidence;
  /** Title of the proof in `proof/` that shows it. */
  proof: string;
}
