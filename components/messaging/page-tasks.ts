/** Tasks that our own pages ask for by themselves: the background only hands them on. */
export const pageTasks = ['picture/thumbnail', 'picture/extras', 'picture/describe'] as const;

export type PageTask = (typeof pageTasks)[number];
