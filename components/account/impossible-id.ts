/** Of the right shape for a board, a document and a wiki node, and none of them: ids are random, this is not. */
export const impossibleId = 'BoardSaverAsksForNothingXXX';
