/** The browser's permission to show notifications: off until the user gives it. */
export interface NoticeAccess {
  isAllowed(): Promise<boolean>;
  /** Asks the user. To be called in the click's own tick. Whether it was given. */
  allow(): Promise<boolean>;
  /** Gives it back. */
  forbid(): Promise<unknown>;
}
